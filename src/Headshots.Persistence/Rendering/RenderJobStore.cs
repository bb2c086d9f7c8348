using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Rendering;

internal sealed class RenderJobStore(HeadshotsDbContext context) : IRenderJobStore
{
    public void Add(RenderJob job) => context.Add(job);

    public Task<RenderJob?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation) =>
        context.Rows<RenderJob>(tenant).FirstOrDefaultAsync(j => j.Id == id, cancellation);

    public async Task<IReadOnlyList<RenderJob>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation) =>
        await context.Rows<RenderJob>(tenant).Where(j => j.PersonId == personId)
            .OrderByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id).ToListAsync(cancellation);

    public Task<RenderJob?> OfSubmissionAsync(TenantId tenant, Guid submissionId, CancellationToken cancellation) =>
        context.Rows<RenderJob>(tenant).Where(j => j.SubmissionId == submissionId && j.BasedOnHeadshotId == null)
            .OrderByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id).FirstOrDefaultAsync(cancellation);

    public async Task<RenderJob?> TryLeaseAsync(
        TenantId tenant, Guid id, string worker, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        if (!await TakeAsync(tenant, id, worker, now, until, cancellation) && !await GiveUpAsync(tenant, id, now, cancellation))
        {
            return null;
        }

        // What this scope knew of the job is out of date now.
        if (context.Set<RenderJob>().Local.FirstOrDefault(j => j.TenantId == tenant && j.Id == id) is { } stale)
        {
            context.Entry(stale).State = EntityState.Detached;
        }

        return await FindAsync(tenant, id, cancellation);
    }

    public Task<bool> RenewLeaseAsync(
        TenantId tenant, Guid id, string worker, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation) =>
        LeaseRenewal.RenewAsync(context, tenant, id, worker, now, until, cancellation);

    public async Task<IReadOnlyList<DueJob>> DueAsync(TenantId tenant, DateTimeOffset now, int most, CancellationToken cancellation)
    {
        // Two questions, so that the index gives the first of thousands that wait without sorting them.
        List<DueRow> lost = await FirstAsync(
            context.Rows<RenderJob>(tenant).Where(j => j.State == RenderJobState.Leased && j.LeasedUntil <= now), most, cancellation);
        List<DueRow> waiting = await FirstAsync(
            context.Rows<RenderJob>(tenant).Where(j => j.State == RenderJobState.Waiting && j.DueAt <= now), most, cancellation);
        return [.. lost.Concat(waiting).OrderBy(j => j.Priority).ThenBy(j => j.DueAt).ThenBy(j => j.Id).Take(most).Select(j => new DueJob(j.Id, j.Priority))];
    }

    public async Task<IReadOnlyList<StuckJob>> StuckAsync(TenantId tenant, int most, CancellationToken cancellation) => await (
        from job in context.Rows<RenderJob>(tenant)
        where job.State == RenderJobState.Held || job.State == RenderJobState.Failed
        join person in context.Rows<Person>(tenant) on job.PersonId equals person.Id
        orderby job.CreatedAt descending, job.Id descending
        select new StuckJob(job.Id, job.PersonId, person.Name, job.State, job.Reason, job.ReasonText, job.Attempts, job.CreatedAt, job.FinishedAt))
        .Take(most).ToListAsync(cancellation);

    public void Remove(RenderJob job) => context.Remove(job);

    private static Task<List<DueRow>> FirstAsync(IQueryable<RenderJob> jobs, int most, CancellationToken cancellation) => jobs
        .OrderBy(j => j.Priority).ThenBy(j => j.DueAt).ThenBy(j => j.Id)
        .Select(j => new DueRow(j.Id, j.Priority, j.DueAt)).Take(most).ToListAsync(cancellation);

    /// <summary>One statement, so that of two workers one gets it.</summary>
    private async Task<bool> TakeAsync(TenantId tenant, Guid id, string worker, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation) =>
        await context.Rows<RenderJob>(tenant)
            .Where(j => j.Id == id
                && ((j.State == RenderJobState.Waiting && j.DueAt <= now)
                    || (j.State == RenderJobState.Leased && j.LeasedUntil <= now && j.Attempts < RenderJob.MaxAttempts)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(j => j.State, RenderJobState.Leased)
                    .SetProperty(j => j.LeasedBy, worker)
                    .SetProperty(j => j.LeasedUntil, until)
                    .SetProperty(j => j.Attempts, j => j.Attempts + 1)
                    .SetProperty(j => j.Version, j => j.Version + 1),
                cancellation) > 0;

    private async Task<bool> GiveUpAsync(TenantId tenant, Guid id, DateTimeOffset now, CancellationToken cancellation) =>
        await context.Rows<RenderJob>(tenant)
            .Where(j => j.Id == id && j.State == RenderJobState.Leased && j.LeasedUntil <= now && j.Attempts >= RenderJob.MaxAttempts)
            .ExecuteUpdateAsync(
                set => set.SetProperty(j => j.State, RenderJobState.Failed)
                    .SetProperty(j => j.Reason, RenderReasons.WorkerLost)
                    .SetProperty(j => j.ReasonText, "The process that rendered it ended without a word, at every attempt.")
                    .SetProperty(j => j.LeasedBy, string.Empty)
                    .SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(j => j.FinishedAt, now)
                    .SetProperty(j => j.Version, j => j.Version + 1),
                cancellation) > 0;

    private sealed record DueRow(Guid Id, RenderPriority Priority, DateTimeOffset DueAt);
}
