using Headshots.Core.Audit;
using Headshots.Core.Shared;

namespace Headshots.Core.Rendering;

/// <summary>An admin has a job tried again that is held or has failed.</summary>
public sealed class RetryJob(IRenderJobStore jobs, IRenderNudge nudge, IAuditLog audit, IUnitOfWork work, TimeProvider time)
{
    public async Task<Result<Done>> HandleAsync(Caller caller, Guid jobId, CancellationToken cancellation)
    {
        if (await jobs.FindAsync(caller.Tenant, jobId, cancellation) is not { State: RenderJobState.Held or RenderJobState.Failed } job)
        {
            return SharedProblems.NotFound;
        }

        job.Retry(time.GetUtcNow());
        audit.Record(caller, "job.retried", "person", job.PersonId, job.Id.ToString("N"));
        Result<Done> saved = await work.SaveAsync(cancellation);
        if (saved.Ok)
        {
            await nudge.RenderAsync(caller.Tenant, job.Id, job.Priority, cancellation);
        }

        return saved;
    }
}
