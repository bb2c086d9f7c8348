using System.Reflection;
using Headshots.Core.Invitations;
using Headshots.Core.Privacy;
using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Persistence.Tests.Tenants;

public sealed class StorePortsTests
{
    /// <summary>
    /// Traces are in the file that all share; the token tells the tenant, as do the place where somebody signed in and the provider's session; and work that goes from one
    /// tenant to the next learns nothing but ids.
    /// </summary>
    private static readonly string[] Documented =
    [
        $"{nameof(IDatabaseTraces)}.{nameof(IDatabaseTraces.WipeAsync)}",
        $"{nameof(IInvitationStore)}.{nameof(IInvitationStore.FindByTokenHashAsync)}",
        $"{nameof(ISessionStore)}.{nameof(ISessionStore.OfProviderAsync)}",
        $"{nameof(ITenantStore)}.{nameof(ITenantStore.AllAsync)}",
        $"{nameof(ITenantStore)}.{nameof(ITenantStore.FindByRealmAsync)}",
        $"{nameof(ITenantStore)}.{nameof(ITenantStore.OpenAsync)}",
    ];

    [Fact]
    public void Stores_EveryMethod_AsksForTheTenantFirst()
    {
        string[] others =
        [
            .. StoreCalls.Stores.SelectMany(s => s.GetMethods().Where(m => !NamesItsTenant(m)).Select(m => $"{s.Name}.{m.Name}")).Order(StringComparer.Ordinal),
        ];

        Assert.Equal(Documented, others);
        Assert.Equal(21, StoreCalls.Stores.Count);
    }

    /// <summary>A row and a caller carry their tenant with them.</summary>
    private static bool NamesItsTenant(MethodInfo method) => method.GetParameters() is [{ ParameterType: var first }, ..]
        && (first == typeof(TenantId) || first == typeof(Caller) || first == typeof(Tenant) || first.GetProperty("TenantId")?.PropertyType == typeof(TenantId));
}
