using Headshots.Core.Shared;

namespace Headshots.Persistence.Audit;

/// <summary>Where a tenant's chain ends. Whoever adds to the chain changes this row first, and so waits for whoever does the same.</summary>
internal sealed class AuditHeadRow
{
    public TenantId TenantId { get; init; }

    public long Sequence { get; init; }

    public byte[] Seal { get; init; } = [];
}
