using Headshots.Core.Headshots;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Rendering;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;

namespace Headshots.Core.Privacy;

/// <summary>
/// Deletes what was begun through a link that has ended and never came to anything: photos that were not sent, or sent and none of
/// their headshots chosen. What somebody chose waits for a reviewer, however long that takes.
/// </summary>
public sealed class DeleteUnfinished(ITenantStore tenants, ISubmissionStore submissions, MadeOfSubmissions made, IErasureOrders erasures, IConsentLedger consents, ErasingWork work)
{
    private const int Most = 200;

    /// <returns>How many submissions were deleted.</returns>
    public async Task<int> HandleAsync(TenantId tenantId, CancellationToken cancellation)
    {
        if (await tenants.FindAsync(tenantId, cancellation) is not { } tenant)
        {
            return 0;
        }

        DateTimeOffset now = work.Time.GetUtcNow();
        IReadOnlyList<Submission> unfinished = await submissions.UnfinishedAsync(tenantId, now.AddDays(-tenant.Settings.UnfinishedRetentionDays), Most, cancellation);
        foreach (IGrouping<Guid, Submission> ofPerson in unfinished.GroupBy(s => s.PersonId))
        {
            foreach (Submission submission in ofPerson)
            {
                IEnumerable<string> files = await made.RemoveAsync(submission, cancellation);
                foreach (string key in submission.Selfies.Select(s => s.BlobKey).Concat(files))
                {
                    erasures.Add(PendingErasure.Create(tenantId, work.Ids.New(), key, now));
                }

                submissions.Remove(submission);
                work.Audit.Record(Caller.System(tenantId), "submission.expired", "person", ofPerson.Key, "Photos that were never used were deleted");
            }

            await EndConsentAsync(tenantId, ofPerson, now, cancellation);
        }

        return (await work.Unit.SaveAsync(cancellation)).Ok ? unfinished.Count : 0;
    }

    /// <summary>When nothing is left that it was given for.</summary>
    private async Task EndConsentAsync(TenantId tenant, IGrouping<Guid, Submission> gone, DateTimeOffset now, CancellationToken cancellation)
    {
        bool more = (await submissions.OfPersonAsync(tenant, gone.Key, cancellation)).Any(s => gone.All(g => g.Id != s.Id));
        if (!more && await consents.OfPersonAsync(tenant, gone.Key, cancellation) is [{ Kind: ConsentEventKind.Given } given, ..])
        {
            consents.Add(ConsentEvent.Ended(Caller.System(tenant), work.Ids.New(), given, now));
        }
    }
}

/// <summary>What was made of a submission.</summary>
public sealed class MadeOfSubmissions(IHeadshotStore headshots, IReviewStore reviews, IRenderJobStore jobs)
{
    /// <returns>Where its files lie.</returns>
    internal async Task<IReadOnlyList<string>> RemoveAsync(Submission submission, CancellationToken cancellation)
    {
        List<string> files = [];
        foreach (Headshot headshot in await headshots.OfSubmissionAsync(submission.TenantId, submission.Id, cancellation))
        {
            foreach (Review review in await reviews.OfHeadshotAsync(submission.TenantId, headshot.Id, cancellation))
            {
                reviews.Remove(review);
            }

            files.AddRange(headshot.Files.Select(r => r.BlobKey));
            headshots.Remove(headshot);
        }

        foreach (RenderJob job in (await jobs.OfPersonAsync(submission.TenantId, submission.PersonId, cancellation)).Where(j => j.SubmissionId == submission.Id))
        {
            jobs.Remove(job);
        }

        return files;
    }
}
