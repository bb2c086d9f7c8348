using Headshots.Core.Shared;

namespace Headshots.Web.Identity.Provider;

/// <summary>Why a way back from the provider ends on a page that explains, by the code in that page's address.</summary>
internal static class EntryRefusals
{
    /// <summary>A private Microsoft account.</summary>
    public static Problem Private { get; } =
        new("entry_private", "This is a private Microsoft account.", "Sign in with the account of your company.") { Kind = ProblemKind.Forbidden };

    /// <summary>The answer is not what the provider would send: forged, altered, for somebody else, too old.</summary>
    public const string Unverified = "unverified";

    /// <summary>This browser did not ask for the answer, or long ago.</summary>
    public const string Expired = "expired";

    /// <summary>The person, or their administrator, said no.</summary>
    public const string Denied = "denied";

    /// <summary>The provider reports an error of its own or of its configuration.</summary>
    public const string Provider = "provider";

    public const string Unreachable = "unreachable";

    public const string NoRole = "role";

    public const string Suspended = "suspended";

    public const string Nameless = "nameless";

    public const string PrivateAccount = "private";

    public static IReadOnlyList<string> All { get; } = [Unverified, Expired, Denied, Provider, Unreachable, NoRole, Suspended, Nameless, PrivateAccount];

    public static string CodeOf(Problem problem) => problem.Code switch
    {
        "entry_no_role" => NoRole,
        "entry_private" => PrivateAccount,
        "entry_nameless" => Nameless,
        "tenant_suspended" => Suspended,
        _ => Provider,
    };

    public static string Address(string code) => $"/signin/refused?why={code}";
}
