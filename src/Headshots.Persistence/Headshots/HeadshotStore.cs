using System.Runtime.CompilerServices;
using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Headshots;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Headshots;

internal sealed class HeadshotStore(HeadshotsDbContext context) : IHeadshotStore
{
    private const string Order = "waiting";

    private const int MostPerSlice = 200;

    public void Add(Headshot headshot) => context.Add(headshot);

    public Task<Headshot?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation) =>
        context.Rows<Headshot>(tenant).FirstOrDefaultAsync(h => h.Id == id, cancellation);

    public async Task<IReadOnlyList<Headshot>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        await Portions.ReadAsync(ids, portion => context.Rows<Headshot>(tenant).Where(h => portion.Contains(h.Id)).ToListAsync(cancellation));

    public async Task<IReadOnlyList<Headshot>> OfSubmissionAsync(TenantId tenant, Guid submissionId, CancellationToken cancellation) =>
        await context.Rows<Headshot>(tenant).Where(h => h.SubmissionId == submissionId)
            .OrderBy(h => h.Position).ThenBy(h => h.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Headshot>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation) =>
        await context.Rows<Headshot>(tenant).Where(h => h.PersonId == personId)
            .OrderByDescending(h => h.CreatedAt).ThenByDescending(h => h.Id).ToListAsync(cancellation);

    public async Task<Slice<WaitingHeadshot>> WaitingAsync(TenantId tenant, WaitingQuery query, CancellationToken cancellation)
    {
        IQueryable<Headshot> waiting = context.Rows<Headshot>(tenant).Where(h => h.State == HeadshotState.Chosen);
        if (query.CampaignId is { } campaign)
        {
            waiting = waiting.Where(h => h.CampaignId == campaign);
        }

        if (Cursor.Read(query.Cursor, Order) is { Time: var time, Id: var id })
        {
            waiting = waiting.Where(h => h.ChosenAt >= time && (h.ChosenAt > time || h.Id > id));
        }

        IQueryable<QueuedRow> rows =
            from headshot in waiting
            join person in context.Rows<Person>(tenant) on headshot.PersonId equals person.Id
            join drive in context.Rows<Campaign>(tenant) on headshot.CampaignId equals drive.Id
            join submission in context.Rows<Submission>(tenant) on headshot.SubmissionId equals submission.Id
            orderby headshot.ChosenAt, headshot.Id
            select new QueuedRow(headshot, person.Name, person.Email, person.Department, drive.Name, submission.Selfies);
        Slice<QueuedRow> slice = await rows.SliceAsync(
            query.Size, MostPerSlice, r => Cursor.At(Order, r.Headshot.ChosenAt ?? default, r.Headshot.Id), null, cancellation);
        return new Slice<WaitingHeadshot>([.. slice.Items.Select(r => r.Waiting())], slice.Next);
    }

    public async IAsyncEnumerable<ApprovedHeadshot> ApprovedAsync(
        TenantId tenant, Guid? campaignId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IQueryable<Headshot> approved = context.Rows<Headshot>(tenant).Where(h => h.State == HeadshotState.Approved);
        if (campaignId is { } campaign)
        {
            approved = approved.Where(h => h.CampaignId == campaign);
        }

        var rows =
            from headshot in approved
            join person in context.Rows<Person>(tenant) on headshot.PersonId equals person.Id
            orderby person.SortKey, headshot.Id
            select new
            {
                headshot.Id,
                PersonId = person.Id,
                person.Name,
                person.Email,
                person.Department,
                person.ExternalId,
                headshot.DecidedAt,
                headshot.CreatedAt,
                headshot.Figures,
                headshot.Renditions,
            };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return new ApprovedHeadshot(
                row.Id, row.PersonId, row.Name, row.Email, row.Department, row.ExternalId, row.DecidedAt ?? row.CreatedAt, row.Figures.Score, row.Renditions);
        }
    }

    public async Task<IReadOnlyList<Headshot>> OutdatedAsync(TenantId tenant, Guid kitId, Guid currentVersionId, CancellationToken cancellation)
    {
        IQueryable<Guid> older = context.Rows<BrandKitVersion>(tenant).Where(v => v.KitId == kitId && v.Id != currentVersionId).Select(v => v.Id);
        IQueryable<Guid> withSelfies = context.Rows<Submission>(tenant).Where(s => s.SelfiesDeletedAt == null).Select(s => s.Id);
        return await context.Rows<Headshot>(tenant)
            .Where(h => h.State == HeadshotState.Approved && older.Contains(h.KitVersionId) && withSelfies.Contains(h.SubmissionId))
            .OrderBy(h => h.ChosenAt).ThenBy(h => h.Id).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Headshot>> OutlivingSelfiesAsync(TenantId tenant, int most, CancellationToken cancellation)
    {
        IQueryable<Guid> withoutSelfies = context.Rows<Submission>(tenant).Where(s => s.SelfiesDeletedAt != null).Select(s => s.Id);
        return await context.Rows<Headshot>(tenant)
            .Where(h => h.Before != null && withoutSelfies.Contains(h.SubmissionId))
            .OrderBy(h => h.CreatedAt).ThenBy(h => h.Id).Take(most).ToListAsync(cancellation);
    }

    public void Remove(Headshot headshot) => context.Remove(headshot);

    private sealed record QueuedRow(
        Headshot Headshot, string PersonName, string PersonEmail, string Department, string CampaignName, IReadOnlyList<Selfie> Selfies)
    {
        public WaitingHeadshot Waiting() => new(
            Headshot, PersonName, PersonEmail, Department, CampaignName, Selfies.FirstOrDefault(s => s.Id == Headshot.SelfieId)?.BlobKey);
    }
}
