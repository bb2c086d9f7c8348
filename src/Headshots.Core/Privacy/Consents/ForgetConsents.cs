using Headshots.Core.Shared;

namespace Headshots.Core.Privacy.Consents;

/// <summary>Takes old proofs away: of people who are not there any more, when nobody can ask for them in court any longer.</summary>
public sealed class ForgetConsents(IConsentLedger ledger, TimeProvider time)
{
    /// <summary>The usual limitation of three years runs from the end of a year; four years cover every day of it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(4 * 366);

    /// <returns>How many lines went.</returns>
    public Task<int> HandleAsync(TenantId tenant, CancellationToken cancellation) => ledger.ForgetEndedAsync(tenant, time.GetUtcNow() - Kept, cancellation);
}
