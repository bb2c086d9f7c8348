using System.Security.Cryptography;
using Headshots.Core.Shared;

namespace Headshots.Core.Audit;

/// <summary>
/// That something was done, by whom, to what. Written with the change itself and never changed. Entries of a tenant form a chain:
/// each is sealed together with the seal of the one before. Names are in it only as commitments to salted text, so that the text of
/// somebody who is erased can go while the chain stays whole.
/// </summary>
public sealed class AuditEntry : IWrittenOnce
{
    /// <summary>Bytes of a seal or a commitment.</summary>
    public const int HashLength = 32;

    private const int SaltLength = 16;

    private AuditEntry()
    {
    }

    public TenantId TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Its place in the tenant's chain, from 1; given when it is written.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public string ActorId { get; private set; } = string.Empty;

    /// <summary>Empty once the person was erased.</summary>
    public string ActorName { get; private set; } = string.Empty;

    /// <summary>Subject and verb: <c>headshot.approved</c>.</summary>
    public string Action { get; private set; } = string.Empty;

    /// <summary><c>person</c>, <c>campaign</c>, <c>headshot</c> …</summary>
    public string SubjectType { get; private set; } = string.Empty;

    public Guid SubjectId { get; private set; }

    /// <summary>The employee whom it is about, whatever its subject; null when it is about none.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>One line for people, at most 400 characters. Empty once the person it is about was erased.</summary>
    public string Summary { get; private set; } = string.Empty;

    /// <summary>Random; empty once the name was erased, since with it a name could be guessed from its commitment.</summary>
    public byte[] ActorSalt { get; private set; } = [];

    public byte[] ActorCommitment { get; private set; } = [];

    /// <summary>As <see cref="ActorSalt"/>.</summary>
    public byte[] SummarySalt { get; private set; } = [];

    public byte[] SummaryCommitment { get; private set; } = [];

    /// <summary>The seal of the entry before; zeros for the first.</summary>
    public byte[] Previous { get; private set; } = [];

    /// <summary>Over all of the above but the texts and salts themselves, with a key that is not in the database.</summary>
    public byte[] Seal { get; private set; } = [];

    public static AuditEntry Create(
        Guid id, DateTimeOffset at, Caller caller, string action, string subjectType, Guid subjectId, string summary, Guid? personId = null)
    {
        string line = summary.Length > 400 ? summary[..400] : summary;
        byte[] actorSalt = RandomNumberGenerator.GetBytes(SaltLength), summarySalt = RandomNumberGenerator.GetBytes(SaltLength);
        return new AuditEntry
        {
            TenantId = caller.Tenant,
            Id = id,
            At = at,
            ActorKind = caller.Actor.Kind,
            ActorId = caller.Actor.Id,
            ActorName = caller.Actor.Name,
            Action = action,
            SubjectType = subjectType,
            SubjectId = subjectId,
            PersonId = personId ?? PersonOf(caller.Actor, subjectType, subjectId),
            Summary = line,
            ActorSalt = actorSalt,
            ActorCommitment = AuditCommitment.To(actorSalt, caller.Actor.Name),
            SummarySalt = summarySalt,
            SummaryCommitment = AuditCommitment.To(summarySalt, line),
        };
    }

    /// <summary>Joins the chain.</summary>
    /// <param name="sequence">Its place.</param>
    /// <param name="previous">The seal of the one before.</param>
    /// <param name="seals">Makes the seal.</param>
    public void Join(long sequence, byte[] previous, AuditSeals seals)
    {
        ArgumentNullException.ThrowIfNull(seals);
        Sequence = sequence;
        Previous = previous;
        Seal = seals.Of(this);
    }

    private static Guid? PersonOf(Actor actor, string subjectType, Guid subjectId) =>
        subjectType == "person" ? subjectId
        : actor.Kind == ActorKind.Employee && Guid.TryParse(actor.Id, out Guid person) ? person
        : null;
}
