using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Submissions;

internal sealed class SubmissionStore(HeadshotsDbContext context) : ISubmissionStore
{
    public Task<Submission?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation) =>
        context.Rows<Submission>(tenant).FirstOrDefaultAsync(s => s.Id == id, cancellation);

    public async Task<IReadOnlyList<Submission>> OfInvitationAsync(TenantId tenant, Guid invitationId, CancellationToken cancellation) =>
        await context.Rows<Submission>(tenant).Where(s => s.InvitationId == invitationId)
            .OrderByDescending(s => s.CreatedAt).ThenByDescending(s => s.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Submission>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation) =>
        await context.Rows<Submission>(tenant).Where(s => s.PersonId == personId)
            .OrderByDescending(s => s.CreatedAt).ThenByDescending(s => s.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Submission>> NewestAsync(TenantId tenant, int most, CancellationToken cancellation) =>
        await context.Rows<Submission>(tenant)
            .Where(s => s.SelfiesDeletedAt == null && s.SentAt != null)
            .OrderByDescending(s => s.SentAt).ThenByDescending(s => s.Id).Take(most).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Submission>> WithSelfiesOlderThanAsync(
        TenantId tenant, DateTimeOffset approvedBefore, int most, CancellationToken cancellation)
    {
        IQueryable<Guid> approved = context.Rows<Invitation>(tenant).Where(i => i.ApprovedAt < approvedBefore).Select(i => i.Id);
        return await context.Rows<Submission>(tenant)
            .Where(s => s.SelfiesDeletedAt == null && approved.Contains(s.InvitationId))
            .OrderBy(s => s.CreatedAt).ThenBy(s => s.Id).Take(most).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Submission>> UnfinishedAsync(TenantId tenant, DateTimeOffset endedBefore, int most, CancellationToken cancellation)
    {
        IQueryable<Guid> ended = context.Rows<Invitation>(tenant)
            .Where(i => i.Stage < InvitationStage.Chosen && (i.ExpiresAt < endedBefore || i.RevokedAt < endedBefore)).Select(i => i.Id);
        IQueryable<Guid> used = context.Rows<Headshot>(tenant)
            .Where(h => h.State == HeadshotState.Chosen || h.State == HeadshotState.Approved).Select(h => h.SubmissionId);
        return await context.Rows<Submission>(tenant)
            .Where(s => ended.Contains(s.InvitationId) && !used.Contains(s.Id))
            .OrderBy(s => s.CreatedAt).ThenBy(s => s.Id).Take(most).ToListAsync(cancellation);
    }

    public void Add(Submission submission) => context.Add(submission);

    public void Remove(Submission submission) => context.Remove(submission);
}
