using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

public static class TenantProblems
{
    public static Problem NotASample { get; } =
        new("tenant_not_a_sample", "This is a real company's account, not the sample.", "Nothing was removed.") { Kind = ProblemKind.Conflict };
}
