using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headshots.Persistence;

/// <summary>Checks each row that is read, whatever query brought it.</summary>
internal sealed class TenantReadCheck : IMaterializationInterceptor
{
    public static TenantReadCheck Instance { get; } = new();

    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        if (materializationData.Context is HeadshotsDbContext context)
        {
            TenantId owner = entity is Tenant tenant
                ? tenant.Id
                : materializationData.GetPropertyValue<TenantId>(HeadshotsDbContext.TenantProperty);
            context.Fence.CheckRead(owner, entity.GetType().Name);
        }

        return entity;
    }
}
