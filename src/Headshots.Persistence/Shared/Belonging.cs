using System.Linq.Expressions;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Headshots.Persistence.Shared;

/// <summary>
/// References between rows. Their keys hold the tenant, so that a row cannot hang on another tenant's. What goes with what is
/// decided by the use cases, not by the database; it only refuses to leave something hanging on nothing.
/// </summary>
internal static class Belonging
{
    public static void BelongsToTenant<T>(this EntityTypeBuilder<T> row)
        where T : class =>
        row.HasOne<Tenant>().WithMany().HasForeignKey(HeadshotsDbContext.TenantProperty).OnDelete(DeleteBehavior.ClientNoAction);

    /// <param name="row">What hangs.</param>
    /// <param name="key">Tenant and id of what it hangs on.</param>
    /// <param name="onDelete">By default, nothing can be removed while something hangs on it.</param>
    public static void BelongsTo<T, TParent>(
        this EntityTypeBuilder<T> row, Expression<Func<T, object?>> key, DeleteBehavior onDelete = DeleteBehavior.ClientNoAction)
        where T : class
        where TParent : Entity =>
        row.HasOne<TParent>().WithMany().HasForeignKey(key).HasPrincipalKey(p => new { p.TenantId, p.Id }).OnDelete(onDelete);
}
