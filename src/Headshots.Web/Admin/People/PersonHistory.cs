using Headshots.Core.Campaigns;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Rendering;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Web.Admin.People;

/// <summary>What one person sent, what was made of it and what was decided; newest first.</summary>
internal sealed record PersonHistory(
    IReadOnlyList<SubmissionStory> Submissions, IReadOnlyList<InvitationStory> Invitations, Headshot? Current, IReadOnlyList<RenderJob> Stuck);

internal sealed record SubmissionStory(Submission Submission, string Campaign, IReadOnlyList<HeadshotStory> Headshots)
{
    public DateTimeOffset At => Submission.SentAt ?? Submission.CreatedAt;
}

internal sealed record HeadshotStory(Headshot Headshot, IReadOnlyList<Review> Reviews);

internal sealed record InvitationStory(Invitation Invitation, string Campaign);

/// <summary>Reads a person's history.</summary>
internal sealed class PersonHistories(
    ISubmissionStore submissions, IHeadshotStore headshots, IReviewStore reviews, IInvitationStore invitations, ICampaignStore campaigns, IRenderJobStore jobs)
{
    public async Task<PersonHistory> OfAsync(TenantId tenant, Guid personId, Guid? headshotId, CancellationToken cancellation)
    {
        Dictionary<Guid, string> names = (await campaigns.ListAsync(tenant, cancellation)).ToDictionary(c => c.Id, c => c.Name);
        IReadOnlyList<Headshot> made = await headshots.OfPersonAsync(tenant, personId, cancellation);
        ILookup<Guid, Review> decided = (await reviews.OfPersonAsync(tenant, personId, cancellation)).ToLookup(r => r.HeadshotId);
        ILookup<Guid, HeadshotStory> bySubmission = made
            .OrderBy(h => h.CreatedAt).ThenBy(h => h.Position)
            .ToLookup(h => h.SubmissionId, h => new HeadshotStory(h, [.. decided[h.Id]]));
        SubmissionStory[] sent = [.. (await submissions.OfPersonAsync(tenant, personId, cancellation))
            .OrderByDescending(s => s.CreatedAt)
            .Select(s => new SubmissionStory(s, names.GetValueOrDefault(s.CampaignId, string.Empty), [.. bySubmission[s.Id]]))];
        InvitationStory[] invited = [.. (await invitations.OfPersonAsync(tenant, personId, cancellation))
            .OrderByDescending(i => i.CreatedAt)
            .Select(i => new InvitationStory(i, names.GetValueOrDefault(i.CampaignId, string.Empty)))];
        RenderJob[] stuck = [.. (await jobs.OfPersonAsync(tenant, personId, cancellation)).Where(j => j.State is RenderJobState.Held or RenderJobState.Failed)];
        return new PersonHistory(sent, invited, made.FirstOrDefault(h => h.Id == headshotId), stuck);
    }
}
