using Headshots.Core.Credits;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Headshots.Persistence.Credits;

/// <summary>
/// The ledger. Whoever spends first puts down the person's use, whose key lets only one through, then lowers the balance in a
/// statement that does nothing at zero: no order of two spenders can spend twice for one person or below zero.
/// </summary>
internal sealed class CreditLedger(HeadshotsDbContext scoped, IContextSource contexts, IIds ids, TimeProvider time) : ICreditLedger
{
    private const string Order = "credits";

    private const int MostPerSlice = 200;

    public Task<int> BalanceAsync(TenantId tenant, CancellationToken cancellation) =>
        scoped.Rows<CreditBalance>(tenant).Select(b => b.Amount).FirstOrDefaultAsync(cancellation);

    public async Task<CreditAnswer> SpendAsync(TenantId tenant, Guid personId, CancellationToken cancellation)
    {
        await using HeadshotsDbContext context = await contexts.OpenAsync(cancellation);
        context.Fence.Ask(tenant);
        if (await context.Set<Tenant>().AnyAsync(t => t.Id == tenant && t.UnlimitedCredits, cancellation))
        {
            return CreditAnswer.Unlimited;
        }

        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.Rows<CreditUse>(tenant).AnyAsync(u => u.PersonId == personId, cancellation))
        {
            return CreditAnswer.AlreadySpent;
        }

        context.Add(new CreditUse { TenantId = tenant, PersonId = personId });
        context.Add(CreditEntry.Create(tenant, ids.New(), CreditKind.Use, -1, personId, string.Empty, time.GetUtcNow()));
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (Exception e) when (DatabaseErrors.IsViolation(e))
        {
            return CreditAnswer.AlreadySpent;
        }

        int lowered = await context.Rows<CreditBalance>(tenant).Where(b => b.Amount >= 1)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Amount, b => b.Amount - 1), cancellation);
        if (lowered == 0)
        {
            return CreditAnswer.NoneLeft;
        }

        await transaction.CommitAsync(cancellation);
        return CreditAnswer.Spent;
    }

    public void Refund(TenantId tenant, Guid personId, string note)
    {
        CreditEntry entry = CreditEntry.Create(tenant, ids.New(), CreditKind.Refund, 1, personId, note, time.GetUtcNow());
        scoped.WithNextSave.Add(async (context, cancellation) =>
        {
            // A save may be tried again, and find then that somebody else was faster.
            context.Entry(entry).State = EntityState.Detached;
            if (await context.Rows<CreditUse>(tenant).Where(u => u.PersonId == personId).ExecuteDeleteAsync(cancellation) > 0)
            {
                await AddAsync(context, entry, cancellation);
            }
        });
    }

    public async Task GrantAsync(TenantId tenant, int amount, string note, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        await using HeadshotsDbContext context = await contexts.OpenAsync(cancellation);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
        await AddAsync(context, CreditEntry.Create(tenant, ids.New(), CreditKind.Grant, amount, null, note, time.GetUtcNow()), cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public Task<Slice<CreditEntry>> ListAsync(TenantId tenant, string? cursor, int size, CancellationToken cancellation)
    {
        IQueryable<CreditEntry> entries = scoped.Rows<CreditEntry>(tenant);
        if (Cursor.Read(cursor, Order) is { Time: var at, Id: var id })
        {
            entries = entries.Where(e => e.At <= at && (e.At < at || e.Id < id));
        }

        return entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .SliceAsync(size, MostPerSlice, e => Cursor.At(Order, e.At, e.Id), null, cancellation);
    }

    private static async Task AddAsync(HeadshotsDbContext context, CreditEntry entry, CancellationToken cancellation)
    {
        int raised = await context.Rows<CreditBalance>(entry.TenantId)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Amount, b => b.Amount + entry.Amount), cancellation);
        if (raised == 0)
        {
            context.Add(new CreditBalance { TenantId = entry.TenantId, Amount = entry.Amount });
        }

        context.Add(entry);
    }
}
