using Headshots.Core.Audit;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Persistence.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Headshots.Persistence;

/// <summary>
/// Brings rows of an older program up to what newer tables say, where a migration's statements cannot: audit entries join their
/// chain in the order in which they were written, consents that were given get their line, and leavers a day to count from.
/// Does nothing where all that was done.
/// </summary>
internal sealed class OlderRows(Func<AuditSeals> seals, IIds ids, TimeProvider time)
{
    public async Task AdoptAsync(HeadshotsDbContext context, CancellationToken cancellation)
    {
        TenantId[] unchained = await context.Set<AuditEntry>().IgnoreQueryFilters().Where(e => e.Sequence == 0).Select(e => e.TenantId).Distinct().ToArrayAsync(cancellation);
        foreach (TenantId tenant in unchained)
        {
            context.Fence.Ask(tenant);
            await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
            await ChainAsync(context, tenant, cancellation);
            await ConsentsAsync(context, tenant, cancellation);
            DateTimeOffset now = time.GetUtcNow();
            await context.Rows<Person>(tenant).Where(p => p.Status == PersonStatus.Left && p.LeftAt == null).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftAt, now), cancellation);
            await transaction.CommitAsync(cancellation);
            context.ChangeTracker.Clear();
        }
    }

    private async Task ChainAsync(HeadshotsDbContext context, TenantId tenant, CancellationToken cancellation)
    {
        Dictionary<Guid, Guid> people = await context.Rows<Headshot>(tenant).Select(h => new { h.Id, h.PersonId }).ToDictionaryAsync(h => h.Id, h => h.PersonId, cancellation);
        foreach (var invitation in await context.Rows<Invitation>(tenant).Select(i => new { i.Id, i.PersonId }).ToListAsync(cancellation))
        {
            people[invitation.Id] = invitation.PersonId;
        }

        AuditHead? head = await context.Rows<AuditHeadRow>(tenant).Select(h => new AuditHead(h.Sequence, h.Seal)).FirstOrDefaultAsync(cancellation);
        (long sequence, byte[] seal) = head is null ? (0, AuditSeals.Beginning) : (head.Sequence, head.Seal);
        foreach (AuditEntry old in await context.Rows<AuditEntry>(tenant).AsNoTracking().Where(e => e.Sequence == 0).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancellation))
        {
            Caller caller = new(tenant, new Actor(old.ActorKind, old.ActorId, old.ActorName));
            bool known = people.TryGetValue(old.SubjectId, out Guid person);

            // Whose headshot it was is not to be found out any more, so these words could not go with them.
            string summary = !known && old.SubjectType is "headshot" or "invitation" ? string.Empty : old.Summary;
            AuditEntry entry = AuditEntry.Create(old.Id, old.At, caller, old.Action, old.SubjectType, old.SubjectId, summary, known ? person : null);
            entry.Join(++sequence, seal, seals());
            seal = entry.Seal;
            await WriteAsync(context, entry, cancellation);
        }

        if (head is null)
        {
            context.Add(new AuditHeadRow { TenantId = tenant, Sequence = sequence, Seal = seal });
            await context.SaveChangesAsync(cancellation);
        }
        else
        {
            await context.Rows<AuditHeadRow>(tenant).ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, sequence).SetProperty(h => h.Seal, seal), cancellation);
        }
    }

    private static Task<int> WriteAsync(HeadshotsDbContext context, AuditEntry entry, CancellationToken cancellation) =>
        context.Rows<AuditEntry>(entry.TenantId).Where(e => e.Id == entry.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(e => e.Sequence, entry.Sequence).SetProperty(e => e.PersonId, entry.PersonId).SetProperty(e => e.Summary, entry.Summary)
                .SetProperty(e => e.ActorSalt, entry.ActorSalt).SetProperty(e => e.ActorCommitment, entry.ActorCommitment)
                .SetProperty(e => e.SummarySalt, entry.SummarySalt).SetProperty(e => e.SummaryCommitment, entry.SummaryCommitment)
                .SetProperty(e => e.Previous, entry.Previous).SetProperty(e => e.Seal, entry.Seal),
            cancellation);

    private async Task ConsentsAsync(HeadshotsDbContext context, TenantId tenant, CancellationToken cancellation)
    {
        List<Submission> submissions = await context.Rows<Submission>(tenant).AsNoTracking().ToListAsync(cancellation);
        foreach (Submission first in submissions.GroupBy(s => (s.PersonId, s.Consent.GivenAt)).Select(g => g.First()))
        {
            Caller person = new(tenant, new Actor(ActorKind.Employee, first.PersonId.ToString("N"), string.Empty));
            context.Add(ConsentEvent.Given(person, ids.New(), first.PersonId, first.Consent.TextVersion, first.Consent.Language, first.Consent.GivenAt));
        }

        await context.SaveChangesAsync(cancellation);
    }
}
