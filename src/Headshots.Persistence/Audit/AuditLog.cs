using Headshots.Core.Audit;
using Headshots.Core.Shared;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Audit;

internal sealed class AuditLog(HeadshotsDbContext context, IIds ids, TimeProvider time) : IAuditLog
{
    private const string Order = "audit";

    private const int MostPerSlice = 200;

    public void Record(Caller caller, string action, string subjectType, Guid subjectId, string summary, Guid? personId = null) =>
        context.Add(AuditEntry.Create(ids.New(), time.GetUtcNow(), caller, action, subjectType, subjectId, summary, personId));

    public Task<Slice<AuditEntry>> ListAsync(TenantId tenant, AuditQuery query, CancellationToken cancellation)
    {
        IQueryable<AuditEntry> entries = context.Rows<AuditEntry>(tenant);
        if (query.SubjectId is { } subject)
        {
            entries = entries.Where(e => e.SubjectId == subject);
        }

        if (query.PersonId is { } person)
        {
            entries = entries.Where(e => e.PersonId == person);
        }

        if (!string.IsNullOrEmpty(query.Action))
        {
            string pattern = FoldedText.Escape(query.Action) + "%";
            entries = entries.Where(e => EF.Functions.Like(e.Action, pattern, FoldedText.EscapeCharacter));
        }

        if (!string.IsNullOrWhiteSpace(query.Actor))
        {
            string pattern = FoldedText.Containing(query.Actor);
            entries = entries.Where(e => EF.Functions.Like(EF.Property<string>(e, FoldedText.Property), pattern, FoldedText.EscapeCharacter));
        }

        if (Cursor.Read(query.Cursor, Order) is { Time: var at, Id: var id })
        {
            entries = entries.Where(e => e.At <= at && (e.At < at || e.Id < id));
        }

        return entries.AsNoTracking().OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .SliceAsync(query.Size, MostPerSlice, e => Cursor.At(Order, e.At, e.Id), null, cancellation);
    }

    public void ForgetPerson(TenantId tenant, Guid personId)
    {
        string actor = personId.ToString("N");
        context.WithNextSave.Add(async (context, cancellation) =>
        {
            IQueryable<AuditEntry> about = context.Rows<AuditEntry>(tenant).Where(e => e.PersonId == personId);
            await about.Where(e => e.Summary != "").ExecuteUpdateAsync(
                set => set.SetProperty(e => e.Summary, string.Empty).SetProperty(e => e.SummarySalt, Array.Empty<byte>()), cancellation);
            await about.Where(e => e.ActorKind == ActorKind.Employee && e.ActorId == actor).ExecuteUpdateAsync(
                set => set.SetProperty(e => e.ActorName, string.Empty).SetProperty(e => e.ActorSalt, Array.Empty<byte>())
                    .SetProperty(e => EF.Property<string>(e, FoldedText.Property), string.Empty),
                cancellation);
        });
    }

    public IAsyncEnumerable<AuditEntry> ChainAsync(TenantId tenant, CancellationToken cancellation) =>
        context.Rows<AuditEntry>(tenant).AsNoTracking().OrderBy(e => e.Sequence).ThenBy(e => e.Id).AsAsyncEnumerable();

    public Task<AuditHead?> HeadAsync(TenantId tenant, CancellationToken cancellation) =>
        context.Rows<AuditHeadRow>(tenant).Select(h => new AuditHead(h.Sequence, h.Seal)).FirstOrDefaultAsync(cancellation);
}
