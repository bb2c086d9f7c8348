namespace Headshots.Core.Shared;

/// <summary>Who asks, on behalf of which tenant.</summary>
/// <param name="Tenant">Whose data may be touched.</param>
/// <param name="Actor">Who is answerable, for the audit log.</param>
public sealed record Caller(TenantId Tenant, Actor Actor)
{
    /// <summary>The program itself: reminders, retention, rendering.</summary>
    public static Caller System(TenantId tenant) => new(tenant, new Actor(ActorKind.System, string.Empty, "Headshots"));
}

/// <param name="Kind">What sort of somebody it is.</param>
/// <param name="Id">Stable: a member's or person's id, an API key's.</param>
/// <param name="Name">For people who read the log.</param>
public sealed record Actor(ActorKind Kind, string Id, string Name);

public enum ActorKind
{
    System,
    Staff,
    Employee,
    ApiKey,
}
