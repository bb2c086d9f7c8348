using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

public static class TenantProblems
{
    public static Problem NotASample { get; } =
        new("tenant_not_a_sample", "This is a real company's account, not the sample.", "Nothing was removed.") { Kind = ProblemKind.Conflict };

    public static Problem RealmTaken { get; } =
        new("tenant_realm_taken", "There is an account for this company already.", "Sign in, or ask an owner of the account for a role.") { Kind = ProblemKind.Conflict };

    public static Problem NameDiffers { get; } =
        new("tenant_name_differs", "This is not the name of the company.", "Type the name exactly as it stands above.")
        { Fields = [new FieldProblem("Name", "Type the name exactly as it stands above.")] };

    /// <summary>The operator keeps everybody out.</summary>
    public static Problem Suspended { get; } =
        new("tenant_suspended", "This company's account is suspended.", "Ask whoever runs this installation; nothing was deleted.") { Kind = ProblemKind.Forbidden };
}
