using Headshots.Core.Shared;

namespace Headshots.Core.Reviews;

/// <summary>Who decided what about a headshot, when and why. Never changed: an undone one is followed by another.</summary>
public sealed class Review
{
    private Review()
    {
    }

    public TenantId TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid HeadshotId { get; private set; }

    public Guid PersonId { get; private set; }

    public ReviewDecision Decision { get; private set; }

    public string Reason { get; private set; } = string.Empty;

    public ActorKind ByKind { get; private set; }

    public string ById { get; private set; } = string.Empty;

    public string ByName { get; private set; } = string.Empty;

    public DateTimeOffset At { get; private set; }

    /// <summary>The headshot that an approval put out of use; what undoing it brings back.</summary>
    public Guid? Replaced { get; private set; }

    public static Review Create(Guid id, Caller caller, Headshots.Headshot headshot, ReviewDecision decision, string reason, Guid? replaced, DateTimeOffset now) => new()
    {
        TenantId = caller.Tenant,
        Id = id,
        HeadshotId = headshot.Id,
        PersonId = headshot.PersonId,
        Decision = decision,
        Reason = reason,
        ByKind = caller.Actor.Kind,
        ById = caller.Actor.Id,
        ByName = caller.Actor.Name,
        At = now,
        Replaced = replaced,
    };
}

public enum ReviewDecision
{
    Approved,
    Rejected,
    Undone,
    ApprovedByRule,
}
