using Headshots.Core.Shared;

namespace Headshots.Core.Sessions;

/// <summary>Why somebody whom the provider vouches for does not get in.</summary>
public static class EntryProblems
{
    public static Problem UnknownCompany { get; } =
        new("entry_unknown_company", "Your company is not set up here yet.", "Ask whoever runs this installation to set it up.") { Kind = ProblemKind.Forbidden };

    public static Problem NoRole { get; } =
        new("entry_no_role", "You have no role in Headshots yet.", "Ask an owner of your company's account for one.") { Kind = ProblemKind.Forbidden };

    /// <summary>The provider gave no name that a person can be known by.</summary>
    public static Problem Nameless { get; } =
        new("entry_nameless", "The sign-in did not say who you are.", "Tell whoever runs this installation that the identifier is missing in the token.") { Kind = ProblemKind.Forbidden };
}
