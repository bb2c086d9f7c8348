using Headshots.Core.Audit;
using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Headshots.Persistence.Audit;

/// <summary>
/// Joins new entries to their tenant's chain, in the transaction that writes them. The first statement changes the row of the
/// chain's end, so that writers come one after the other by the database's own lock and none has to fail.
/// </summary>
internal sealed class AuditChain(AuditSeals seals)
{
    /// <summary>Whether the next save has entries to join.</summary>
    public static bool IsNeeded(HeadshotsDbContext context) => Added(context).Any();

    /// <summary>Must be the first thing in the transaction: whatever else is locked comes after.</summary>
    public async Task JoinAsync(HeadshotsDbContext context, CancellationToken cancellation)
    {
        // A save that is tried again finds the end that the first try added.
        foreach (EntityEntry<AuditHeadRow> tried in context.ChangeTracker.Entries<AuditHeadRow>().ToArray())
        {
            tried.State = EntityState.Detached;
        }

        foreach (IGrouping<TenantId, AuditEntry> entries in Added(context).Select(e => e.Entity).ToArray().GroupBy(e => e.TenantId))
        {
            await JoinAsync(context, entries.Key, [.. entries.OrderBy(e => e.At).ThenBy(e => e.Id)], cancellation);
        }
    }

    private async Task JoinAsync(HeadshotsDbContext context, TenantId tenant, AuditEntry[] entries, CancellationToken cancellation)
    {
        // Not through Rows: that an entry is to be written is no proof that this scope may touch its tenant.
        IQueryable<AuditHeadRow> ends = context.Set<AuditHeadRow>().IgnoreQueryFilters().Where(h => h.TenantId == tenant);
        int count = entries.Length;
        int known = await ends.ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence + count), cancellation);
        var before = known == 0 ? null : await ends.Select(h => new { h.Sequence, h.Seal }).SingleAsync(cancellation);
        long sequence = before is null ? 0 : before.Sequence - count;
        byte[] seal = before?.Seal ?? AuditSeals.Beginning;
        foreach (AuditEntry entry in entries)
        {
            entry.Join(++sequence, seal, seals);
            seal = entry.Seal;
        }

        if (before is null)
        {
            context.Add(new AuditHeadRow { TenantId = tenant, Sequence = sequence, Seal = seal });
        }
        else
        {
            await ends.ExecuteUpdateAsync(set => set.SetProperty(h => h.Seal, seal), cancellation);
        }
    }

    private static IEnumerable<EntityEntry<AuditEntry>> Added(HeadshotsDbContext context)
    {
        // What was added is known without comparing every row that was read.
        bool detects = context.ChangeTracker.AutoDetectChangesEnabled;
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. context.ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added)];
        }
        finally
        {
            context.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }
}
