using Headshots.Core.Shared;

namespace Headshots.Core.Credits;

public interface ICreditLedger
{
    Task<int> BalanceAsync(TenantId tenant, CancellationToken cancellation);

    /// <summary>
    /// Spends a credit for a person in a transaction of its own, unless one was spent for them already or the tenant need
    /// not pay. The balance never falls below zero, however many ask at once.
    /// </summary>
    Task<CreditAnswer> SpendAsync(TenantId tenant, Guid personId, CancellationToken cancellation);

    /// <summary>Gives a person's credit back when the unit of work is saved, once; nothing happens when none was spent.</summary>
    void Refund(TenantId tenant, Guid personId, string note);

    /// <summary>Adds to the balance, in a transaction of its own.</summary>
    Task GrantAsync(TenantId tenant, int amount, string note, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<Slice<CreditEntry>> ListAsync(TenantId tenant, string? cursor, int size, CancellationToken cancellation);
}

public enum CreditAnswer
{
    Spent,
    AlreadySpent,
    Unlimited,
    NoneLeft,
}
