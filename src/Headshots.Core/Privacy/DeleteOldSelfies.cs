using Headshots.Core.Headshots;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;

namespace Headshots.Core.Privacy;

/// <summary>Deletes selfies whose time is over: days after approval, as the company decided.</summary>
public sealed class DeleteOldSelfies(ITenantStore tenants, ISubmissionStore submissions, IHeadshotStore headshots, IErasureOrders erasures, ErasingWork work)
{
    private const int Portion = 200;

    public async Task<int> HandleAsync(TenantId tenantId, CancellationToken cancellation)
    {
        if (await tenants.FindAsync(tenantId, cancellation) is not { } tenant)
        {
            return 0;
        }

        DateTimeOffset now = work.Time.GetUtcNow();
        IReadOnlyList<Submission> old = await submissions.WithSelfiesOlderThanAsync(tenantId, now.AddDays(-tenant.Settings.SelfieRetentionDays), Portion, cancellation);
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
        await DeleteCropsAsync(tenantId, now, cancellation);
        return old.Count;
    }

    /// <summary>
    /// Headshots keep a crop of the selfie, which goes with it. Asked of the database anew and every time, since a render that
    /// had begun before may have added another.
    /// </summary>
    private async Task DeleteCropsAsync(TenantId tenant, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (Headshot headshot in await headshots.OutlivingSelfiesAsync(tenant, Portion, cancellation))
        {
            if (headshot.ForgetBefore() is { } key)
            {
                erasures.Add(PendingErasure.Create(tenant, work.Ids.New(), key, now));
            }
        }

        _ = await work.Unit.SaveAsync(cancellation);
    }
}
