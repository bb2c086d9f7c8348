using Headshots.Core.Shared;

namespace Headshots.Core.Credits;

/// <summary>A line of the ledger. Never changed; the balance is their sum.</summary>
public sealed class CreditEntry
{
    private CreditEntry()
    {
    }

    public TenantId TenantId { get; private set; }

    public Guid Id { get; private set; }

    public CreditKind Kind { get; private set; }

    /// <summary>Positive for what comes in.</summary>
    public int Amount { get; private set; }

    /// <summary>For whom it was spent; null otherwise. Kept when the person is erased: it is an id without a name then.</summary>
    public Guid? PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Note { get; private set; } = string.Empty;

    public static CreditEntry Create(TenantId tenant, Guid id, CreditKind kind, int amount, Guid? personId, string note, DateTimeOffset now) => new()
    {
        TenantId = tenant,
        Id = id,
        Kind = kind,
        Amount = amount,
        PersonId = personId,
        Note = note,
        At = now,
    };
}

public enum CreditKind
{
    Grant,

    /// <summary>One per person, once; rendering them again is free.</summary>
    Use,

    /// <summary>No headshot came of it.</summary>
    Refund,
}
