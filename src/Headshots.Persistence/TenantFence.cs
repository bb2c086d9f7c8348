using Headshots.Core.Shared;

namespace Headshots.Persistence;

/// <summary>
/// Which tenants a scope has asked for. Stores filter by the tenant they are given; this is the fence behind them. The query
/// filters let through only rows of the tenant asked for last, a row of another one that is read all the same is a fault, and
/// so is a change that touches two tenants, or one that nobody asked for.
/// </summary>
internal sealed class TenantFence
{
    private readonly HashSet<TenantId> _asked = [];

    /// <summary>No tenant's until one was asked for.</summary>
    public TenantId Current { get; private set; }

    public void Ask(TenantId tenant)
    {
        if (tenant == default)
        {
            throw new TenantFenceException("A store was asked for no tenant at all.");
        }

        Current = tenant;
        _asked.Add(tenant);
    }

    /// <summary>A row was read.</summary>
    public void CheckRead(TenantId owner, string what)
    {
        if (owner != Current)
        {
            throw new TenantFenceException($"A row of {what} that belongs to {owner} was read while {Current} was asked for.");
        }
    }

    /// <summary>Rows of these tenants are about to be written together.</summary>
    public void CheckWrite(IReadOnlyCollection<TenantId> owners)
    {
        if (owners.Count > 1)
        {
            throw new TenantFenceException($"Rows of {owners.Count} tenants were to be written together: {string.Join(", ", owners)}.");
        }

        if (_asked.Count > 0 && owners.FirstOrDefault(o => !_asked.Contains(o)) is { } stranger && stranger != default)
        {
            throw new TenantFenceException($"A row that belongs to {stranger} was to be written; nobody asked for that tenant here.");
        }
    }
}

/// <summary>A programming fault that would have let one tenant see or change what is another's.</summary>
internal sealed class TenantFenceException(string message) : InvalidOperationException(message);
