using System.Security.Cryptography;
using Headshots.Core.Shared;
using Headshots.Core.Signing;

namespace Headshots.Core.Audit;

/// <summary>Walks a tenant's chain and names the first entry that is not as it was written.</summary>
public sealed class VerifyAudit(IAuditLog log, AuditSeals seals, ISigningKey key, TimeProvider time)
{
    /// <param name="tenant">Whose chain.</param>
    /// <param name="anchors">Kept from earlier; those of other tenants are passed over.</param>
    /// <param name="cancellation">Stops between entries.</param>
    public async Task<AuditVerdict> HandleAsync(TenantId tenant, IReadOnlyList<AuditAnchor> anchors, CancellationToken cancellation)
    {
        ILookup<long, AuditAnchor> expected = anchors.Where(a => a.Tenant == tenant).ToLookup(a => a.Sequence);
        if (anchors.FirstOrDefault(a => a.Tenant == tenant && !a.IsSignedBy(key.Public)) is { } foreign)
        {
            return new AuditVerdict(0, 0, new AuditBreak(foreign.Sequence, null, "the anchor was not signed by this installation"), null);
        }

        AuditHead end = new(0, AuditSeals.Beginning);
        Dictionary<Guid, AuditEntry> erased = [];
        int words = 0;
        await foreach (AuditEntry entry in log.ChainAsync(tenant, cancellation))
        {
            if (Wrong(entry, end) is { } wrong)
            {
                return new AuditVerdict(end.Sequence, words, wrong, null);
            }

            if (expected[entry.Sequence].Any(a => a.Seal != Convert.ToHexStringLower(entry.Seal)))
            {
                return new AuditVerdict(end.Sequence, words, new AuditBreak(entry.Sequence, entry.Id, "it is another entry than the anchor says"), null);
            }

            words += NoteErased(entry, erased);
            end = new AuditHead(entry.Sequence, entry.Seal);
        }

        AuditBreak? atTheEnd = await EndAsync(tenant, end, expected, erased, cancellation);
        return new AuditVerdict(end.Sequence, words, atTheEnd, atTheEnd is not null || end.Sequence == 0 ? null : AuditAnchor.Sign(tenant, end, time.GetUtcNow(), key));
    }

    private AuditBreak? Wrong(AuditEntry entry, AuditHead before)
    {
        AuditBreak Break(string what) => new(entry.Sequence, entry.Id, what);
        return entry.Sequence != before.Sequence + 1 ? Break($"entry {before.Sequence + 1} is missing before it, or entries change places")
            : !CryptographicOperations.FixedTimeEquals(entry.Previous, before.Seal) ? Break("it does not follow the entry before it")
            : !CryptographicOperations.FixedTimeEquals(entry.Seal, seals.Of(entry)) ? Break("it says something else than when it was written")
            : AuditCommitment.Holds(entry.ActorCommitment, entry.ActorSalt, entry.ActorName) == false ? Break("the name of who did it was changed")
            : AuditCommitment.Holds(entry.SummaryCommitment, entry.SummarySalt, entry.Summary) == false ? Break("its words were changed")
            : null;
    }

    /// <summary>Words may be gone of people who were erased later, and of nobody else.</summary>
    private static int NoteErased(AuditEntry entry, Dictionary<Guid, AuditEntry> erased)
    {
        if (entry is { Action: AuditActions.PersonErased })
        {
            erased.Remove(entry.SubjectId);
        }

        bool gone = entry.ActorSalt.Length == 0 || entry.SummarySalt.Length == 0;
        if (gone)
        {
            erased.TryAdd(entry.PersonId ?? Guid.Empty, entry);
        }

        return gone ? 1 : 0;
    }

    private async Task<AuditBreak?> EndAsync(
        TenantId tenant, AuditHead end, ILookup<long, AuditAnchor> expected, Dictionary<Guid, AuditEntry> erased, CancellationToken cancellation)
    {
        if (erased.Values.MinBy(e => e.Sequence) is { } robbed)
        {
            return new AuditBreak(robbed.Sequence, robbed.Id, "its words were taken away though nobody it is about was erased");
        }

        AuditHead written = await log.HeadAsync(tenant, cancellation) ?? new AuditHead(0, AuditSeals.Beginning);
        if (written.Sequence != end.Sequence || !written.Seal.AsSpan().SequenceEqual(end.Seal))
        {
            return new AuditBreak(end.Sequence + 1, null, $"the chain ends here, and {written.Sequence} entries were written");
        }

        return expected.Select(a => a.Key).DefaultIfEmpty(0).Max() is var last && last > end.Sequence
            ? new AuditBreak(end.Sequence + 1, null, $"the chain ends here, and the anchor knows {last} entries")
            : null;
    }
}

/// <param name="Entries">How many are as they were written.</param>
/// <param name="Erased">Of how many the words are gone, because somebody was erased.</param>
/// <param name="Break">The first that is not; null when all is well.</param>
/// <param name="Anchor">To keep; null when there is nothing, or something is wrong.</param>
public sealed record AuditVerdict(long Entries, int Erased, AuditBreak? Break, AuditAnchor? Anchor);

/// <param name="Sequence">Where.</param>
/// <param name="Id">Of the entry; null when there is none.</param>
/// <param name="What">What is wrong, after "entry N: ".</param>
public sealed record AuditBreak(long Sequence, Guid? Id, string What);

/// <summary>Actions that mean something to the program and not only to readers.</summary>
public static class AuditActions
{
    public const string PersonErased = "person.erased";
}
