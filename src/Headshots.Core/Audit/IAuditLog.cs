using Headshots.Core.Shared;

namespace Headshots.Core.Audit;

public interface IAuditLog
{
    /// <summary>Notes it; written when the unit of work is.</summary>
    void Record(Caller caller, string action, string subjectType, Guid subjectId, string summary);

    /// <summary>Newest first.</summary>
    Task<Slice<AuditEntry>> ListAsync(TenantId tenant, AuditQuery query, CancellationToken cancellation);
}

/// <param name="Action">Begins with this: <c>headshot.</c>; null for all.</param>
/// <param name="Actor">The actor's name contains this; null for all.</param>
/// <param name="SubjectId">Of this subject only.</param>
/// <param name="Cursor">From the slice before.</param>
/// <param name="Size">1 to 200.</param>
public sealed record AuditQuery(string? Action = null, string? Actor = null, Guid? SubjectId = null, string? Cursor = null, int Size = 50);
