namespace Headshots.Core.Shared;

/// <summary>A row with an identity of its own inside a tenant.</summary>
public abstract class Entity
{
    public TenantId TenantId { get; protected set; }

    public Guid Id { get; protected set; }

    /// <summary>Raised by each change; a change that was based on an older one is refused.</summary>
    public long Version { get; private set; }
}
