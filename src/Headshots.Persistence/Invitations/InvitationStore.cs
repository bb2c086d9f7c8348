using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Invitations;

internal sealed class InvitationStore(HeadshotsDbContext context) : IInvitationStore
{
    private const string Order = "invitations";

    private const int MostPerSlice = 500;

    public Task<Invitation?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation) =>
        context.Rows<Invitation>(tenant).FirstOrDefaultAsync(i => i.Id == id, cancellation);

    public async Task<Invitation?> FindByTokenHashAsync(string tokenHash, CancellationToken cancellation)
    {
        // Only whose it is leaves this query; the row itself is read as the tenant's.
        var owner = await context.Set<Invitation>().IgnoreQueryFilters()
            .Where(i => i.TokenHash == tokenHash).Select(i => new { i.TenantId, i.Id }).FirstOrDefaultAsync(cancellation);
        return owner is null ? null : await FindAsync(owner.TenantId, owner.Id, cancellation);
    }

    public async Task<IReadOnlySet<Guid>> InvitedAsync(TenantId tenant, Guid campaignId, IReadOnlyCollection<Guid> personIds, CancellationToken cancellation) =>
        (await Portions.ReadAsync(personIds, portion => context.Rows<Invitation>(tenant)
            .Where(i => i.CampaignId == campaignId && portion.Contains(i.PersonId)).Select(i => i.PersonId).ToListAsync(cancellation)))
        .ToHashSet();

    public async Task<IReadOnlyList<Invitation>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation) =>
        await context.Rows<Invitation>(tenant).Where(i => i.PersonId == personId)
            .OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Invitation>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        await Portions.ReadAsync(ids, portion => context.Rows<Invitation>(tenant).Where(i => portion.Contains(i.Id)).ToListAsync(cancellation));

    public async Task<Slice<InvitationRow>> ListAsync(TenantId tenant, InvitationQuery query, CancellationToken cancellation)
    {
        IQueryable<Person> people = context.Rows<Person>(tenant);
        bool searched = !string.IsNullOrWhiteSpace(query.Search);
        if (searched)
        {
            string pattern = FoldedText.Containing(query.Search!);
            people = people.Where(p => EF.Functions.Like(EF.Property<string>(p, FoldedText.Property), pattern, FoldedText.EscapeCharacter));
        }

        IQueryable<Invitation> invitations = context.Rows<Invitation>(tenant).Where(i => i.CampaignId == query.CampaignId);
        if (query.Stage is { } stage)
        {
            invitations = invitations.Where(i => i.Stage == stage);
        }

        var rows = people.Join(invitations, p => p.Id, i => i.PersonId, (person, invitation) => new { person, invitation });

        // Every invitation has its person: without a search, counting needs no look at them.
        int? total = query.WithTotal ? await (searched ? rows.CountAsync(cancellation) : invitations.CountAsync(cancellation)) : null;
        if (Cursor.Read(query.Cursor, Order) is { Text: var after })
        {
            rows = rows.Where(r => string.Compare(r.person.SortKey, after) > 0);
        }

        Slice<SortedRow> slice = await rows.OrderBy(r => r.person.SortKey)
            .Select(r => new SortedRow(
                r.person.SortKey,
                new InvitationRow(
                    r.invitation.Id, r.person.Id, r.person.Name, r.person.Email, r.person.Department, r.invitation.Stage, r.invitation.CreatedAt,
                    r.invitation.ExpiresAt, r.invitation.RevokedAt, r.invitation.LastRemindedAt, r.invitation.RemindersSent)))
            .SliceAsync(query.Size, MostPerSlice, r => Cursor.At(Order, r.SortKey), total, cancellation);
        return new Slice<InvitationRow>([.. slice.Items.Select(r => r.Row)], slice.Next, slice.Total);
    }

    public async Task<IReadOnlyList<Guid>> LateAsync(
        TenantId tenant, Guid campaignId, DateTimeOffset now, DateTimeOffset notRemindedSince, int most, CancellationToken cancellation) =>
        await context.Rows<Invitation>(tenant)
            .Where(i => i.CampaignId == campaignId && i.Stage < InvitationStage.Submitted && i.RevokedAt == null && i.ExpiresAt > now
                && (i.LastRemindedAt == null || i.LastRemindedAt < notRemindedSince))
            .OrderBy(i => i.CreatedAt).ThenBy(i => i.Id).Select(i => i.Id).Take(most).ToListAsync(cancellation);

    public async Task ExtendAsync(TenantId tenant, Guid campaignId, DateTimeOffset expiresAt, CancellationToken cancellation) =>
        await context.Rows<Invitation>(tenant).Where(i => i.CampaignId == campaignId && i.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiresAt, expiresAt).SetProperty(i => i.Version, i => i.Version + 1), cancellation);

    public void Add(Invitation invitation) => context.Add(invitation);

    public void Remove(Invitation invitation) => context.Remove(invitation);

    private sealed record SortedRow(string SortKey, InvitationRow Row);
}
