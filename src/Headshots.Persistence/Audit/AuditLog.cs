using Headshots.Core.Audit;
using Headshots.Core.Shared;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Audit;

internal sealed class AuditLog(HeadshotsDbContext context, IIds ids, TimeProvider time) : IAuditLog
{
    private const string Order = "audit";

    private const int MostPerSlice = 200;

    public void Record(Caller caller, string action, string subjectType, Guid subjectId, string summary) =>
        context.Add(AuditEntry.Create(ids.New(), time.GetUtcNow(), caller, action, subjectType, subjectId, summary));

    public Task<Slice<AuditEntry>> ListAsync(TenantId tenant, AuditQuery query, CancellationToken cancellation)
    {
        IQueryable<AuditEntry> entries = context.Rows<AuditEntry>(tenant);
        if (query.SubjectId is { } subject)
        {
            entries = entries.Where(e => e.SubjectId == subject);
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
}
