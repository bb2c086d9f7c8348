using Headshots.Core.Shared;

namespace Headshots.Web.Api;

internal static class ApiProblems
{
    public static Problem TokenMissing { get; } =
        new("token_missing", "The request carries no token, or an old one.", "Ask GET /api/v1/me for one and send it in the header named there.") { Kind = ProblemKind.Forbidden };

    public static Problem Size(int most) => new("page_size", $"A page has 1 to {most} items.", "Ask for a smaller page.");

    public static Problem Unknown(string parameter, string allowed) =>
        new("unknown_value", $"{parameter} has a value that is not known.", $"Use one of: {allowed}.");
}
