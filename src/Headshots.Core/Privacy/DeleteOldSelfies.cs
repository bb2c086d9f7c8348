using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;

namespace Headshots.Core.Privacy;

/// <summary>Deletes selfies whose time is over: days after approval, as the company decided.</summary>
public sealed class DeleteOldSelfies(ITenantStore tenants, ISubmissionStore submissions, IErasureOrders erasures, ErasingWork work)
{
    public async Task<int> HandleAsync(TenantId tenantId, CancellationToken cancellation)
    {
        if (await tenants.FindAsync(tenantId, cancellation) is not { } tenant)
        {
            return 0;
        }

        DateTimeOffset now = work.Time.GetUtcNow();
        IReadOnlyList<Submission> old = await submissions.WithSelfiesOlderThanAsync(tenantId, now.AddDays(-tenant.Settings.SelfieRetentionDays), 200, cancellation);
        foreach (Submission submission in old)
        {
            foreach (Selfie selfie in submission.Selfies)
            {
                erasures.Add(PendingErasure.Create(tenantId, work.Ids.New(), selfie.BlobKey, now));
            }

            submission.SelfiesDeleted(now);
            work.Audit.Record(Caller.System(tenantId), "selfies.expired", "person", submission.PersonId, "Selfies were deleted after their time");
        }

        _ = await work.Unit.SaveAsync(cancellation);
        return old.Count;
    }
}
