using Headshots.Core.Shared;

namespace Headshots.Core.Audit;

/// <summary>That something was done, by whom, to what. Written with the change itself and never changed.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    public TenantId TenantId { get; private set; }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public string ActorId { get; private set; } = string.Empty;

    public string ActorName { get; private set; } = string.Empty;

    /// <summary>Subject and verb: <c>headshot.approved</c>.</summary>
    public string Action { get; private set; } = string.Empty;

    /// <summary><c>person</c>, <c>campaign</c>, <c>headshot</c> …</summary>
    public string SubjectType { get; private set; } = string.Empty;

    public Guid SubjectId { get; private set; }

    /// <summary>One line for people, at most 400 characters.</summary>
    public string Summary { get; private set; } = string.Empty;

    public static AuditEntry Create(Guid id, DateTimeOffset at, Caller caller, string action, string subjectType, Guid subjectId, string summary) => new()
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
        Summary = summary.Length > 400 ? summary[..400] : summary,
    };
}
