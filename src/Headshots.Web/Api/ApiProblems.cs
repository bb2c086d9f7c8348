using Headshots.Core.Shared;

namespace Headshots.Web.Api;

internal static class ApiProblems
{
    public static Problem TokenMissing { get; } =
        new("token_missing", "The request carries no token, or an old one.", "Ask GET /api/v1/me for one and send it in the header named there.") { Kind = ProblemKind.Forbidden };

    public static Problem SignInNeeded { get; } = new(
        "sign_in_needed", "The request carries no sign-in, or one that has ended.", "Sign in at /signin and send the cookie that it sets.")
    { Kind = ProblemKind.Forbidden };

    public static Problem NoSuchAddress { get; } =
        new("address_unknown", "There is nothing at this address.", "GET /api/v1/openapi.json describes what there is.") { Kind = ProblemKind.NotFound };

    public static Problem NoSuchMethod { get; } =
        new("method_not_allowed", "This address does not take this method.", "Use one of those in the Allow header, or see /api/v1/openapi.json.");

    public static Problem BodyTooLarge { get; } = new("body_too_large", "The request's body is too large.", "Send less at once.");

    public static Problem BodyNotJson { get; } = new("body_not_json", "The request's body is not JSON.", "Send JSON, with Content-Type: application/json.");

    public static Problem Unreadable { get; } =
        new("request_unreadable", "The request could not be read: a value is missing, or of another type than it should be.", "Compare it with /api/v1/openapi.json.");

    public static Problem Fault { get; } = new("fault", "Something broke on our side; nothing was lost.", "Try again in a moment; if it repeats, tell whoever runs the server.");

    public static Problem Size(int most) => new("page_size", $"A page has 1 to {most} items.", "Ask for a smaller page.");

    public static Problem Unknown(string parameter, string allowed) =>
        new("unknown_value", $"{parameter} has a value that is not known.", $"Use one of: {allowed}.");
}
