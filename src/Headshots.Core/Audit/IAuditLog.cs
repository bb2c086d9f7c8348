using Headshots.Core.Shared;

namespace Headshots.Core.Audit;

public interface IAuditLog
{
    /// <summary>Notes it; written when the unit of work is.</summary>
    /// <param name="caller">Who did it.</param>
    /// <param name="action">Subject and verb.</param>
    /// <param name="subjectType">What it was done to.</param>
    /// <param name="subjectId">Which.</param>
    /// <param name="summary">One line for people. Names belong nowhere else, and nothing that must go before the person goes.</param>
    /// <param name="personId">The employee whom it is about; known by itself when they are the subject or did it.</param>
    void Record(Caller caller, string action, string subjectType, Guid subjectId, string summary, Guid? personId = null);

    /// <summary>Newest first.</summary>
    Task<Slice<AuditEntry>> ListAsync(TenantId tenant, AuditQuery query, CancellationToken cancellation);

    /// <summary>Takes a person's name out of every entry when the unit of work is saved; the entries stay.</summary>
    void ForgetPerson(TenantId tenant, Guid personId);

    /// <summary>All entries in the order of the chain.</summary>
    IAsyncEnumerable<AuditEntry> ChainAsync(TenantId tenant, CancellationToken cancellation);

    /// <summary>The chain's end as it was last written; null when nothing was.</summary>
    Task<AuditHead?> HeadAsync(TenantId tenant, CancellationToken cancellation);
}

/// <param name="Action">Begins with this: <c>headshot.</c>; null for all.</param>
/// <param name="Actor">The actor's name contains this; null for all.</param>
/// <param name="SubjectId">Of this subject only.</param>
/// <param name="Cursor">From the slice before.</param>
/// <param name="Size">1 to 200.</param>
public sealed record AuditQuery(string? Action = null, string? Actor = null, Guid? SubjectId = null, string? Cursor = null, int Size = 50)
{
    /// <summary>About this employee only.</summary>
    public Guid? PersonId { get; init; }
}

/// <summary>Where a tenant's chain ends.</summary>
/// <param name="Sequence">Of the last entry.</param>
/// <param name="Seal">Of the last entry.</param>
public sealed record AuditHead(long Sequence, byte[] Seal);
