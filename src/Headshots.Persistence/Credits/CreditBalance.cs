using Headshots.Core.Shared;

namespace Headshots.Persistence.Credits;

/// <summary>The sum of the ledger's lines, kept in one row so that it can be tested and lowered in one statement.</summary>
internal sealed class CreditBalance
{
    public required TenantId TenantId { get; init; }

    public required int Amount { get; init; }
}

/// <summary>A credit that was spent and not given back: its key is what makes it one per person.</summary>
internal sealed class CreditUse
{
    public required TenantId TenantId { get; init; }

    public required Guid PersonId { get; init; }
}
