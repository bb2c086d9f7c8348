using Headshots.Core.Shared;

namespace Headshots.Core.ApiKeys;

public static class ApiKeyProblems
{
    public static Problem NameTaken { get; } =
        new("api_key_name_taken", "There is a key of this name already.", "Name the new one differently, or revoke the other first.") { Kind = ProblemKind.Conflict };

    public static Problem TooMany { get; } = new(
        "api_key_too_many", $"A company has at most {MakeApiKey.Most} keys that work.", "Revoke those that no program uses any more.")
    { Kind = ProblemKind.Conflict };

    /// <summary>One answer for all that is wrong with a key, so that nobody can find out which.</summary>
    public static Problem Refused { get; } = new(
        "api_key_refused", "The key in the Authorization header opens nothing.", "Check that it is whole, not expired and not revoked; an owner can make a new one under Settings.")
    { Kind = ProblemKind.Forbidden };

    public static Problem OutOfScope { get; } = new(
        "api_key_out_of_scope", "The key does not allow this.", "Use a key with the scope that this address needs; /api/v1/openapi.json names it.")
    { Kind = ProblemKind.Forbidden };
}
