using Headshots.Core.Shared;

namespace Headshots.Core.Privacy;

/// <summary>An order to delete files, written in the transaction that deleted their rows.</summary>
public sealed class PendingErasure
{
    private PendingErasure()
    {
    }

    public TenantId TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>All whose key begins with this when it ends with <c>/</c>; else the one that has this key.</summary>
    public string Prefix { get; private set; } = string.Empty;

    public DateTimeOffset OrderedAt { get; private set; }

    public static PendingErasure Create(TenantId tenant, Guid id, string prefix, DateTimeOffset now) => new()
    {
        TenantId = tenant,
        Id = id,
        Prefix = prefix,
        OrderedAt = now,
    };
}

public interface IErasureOrders
{
    void Add(PendingErasure erasure);

    Task<IReadOnlyList<PendingErasure>> ListAsync(TenantId tenant, int most, CancellationToken cancellation);

    void Remove(PendingErasure erasure);
}
