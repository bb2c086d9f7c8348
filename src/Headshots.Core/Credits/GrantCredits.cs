using Headshots.Core.Audit;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;

namespace Headshots.Core.Credits;

/// <summary>Adds credits, and lets the jobs go on that waited for them.</summary>
public sealed class GrantCredits(ICreditLedger ledger, IRenderJobStore jobs, IAuditLog audit, IUnitOfWork work, TimeProvider time)
{
    public const int Most = 1_000_000;

    private const int MostStuck = 100_000;

    public async Task<Result<Done>> HandleAsync(Caller caller, int amount, string note, CancellationToken cancellation)
    {
        if (amount is < 1 or > Most)
        {
            return new Problem("credits_amount", $"An amount is 1 to {Most:N0}.", "Correct the amount.");
        }

        await ledger.GrantAsync(caller.Tenant, amount, note, cancellation);
        IReadOnlyList<StuckJob> stuck = await jobs.StuckAsync(caller.Tenant, MostStuck, cancellation);
        foreach (StuckJob waiting in stuck.Where(s => s.Reason == RenderReasons.NoCredits).OrderBy(s => s.CreatedAt).Take(amount))
        {
            if (await jobs.FindAsync(caller.Tenant, waiting.Id, cancellation) is { State: RenderJobState.Held } job)
            {
                job.Retry(time.GetUtcNow());
            }
        }

        audit.Record(caller, "credits.granted", "tenant", caller.Tenant.Value, $"{amount}: {note}");
        return await work.SaveAsync(cancellation);
    }
}
