using Headshots.Core.Shared;

namespace Headshots.Core.Mail;

public interface IMailOutbox
{
    void Add(OutgoingMail mail);

    Task<OutgoingMail?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation);

    /// <summary>Waiting and due, oldest first.</summary>
    Task<IReadOnlyList<OutgoingMail>> DueAsync(TenantId tenant, DateTimeOffset now, int most, CancellationToken cancellation);

    /// <summary>All that were ever to be sent to a person.</summary>
    Task<IReadOnlyList<OutgoingMail>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation);

    void Remove(OutgoingMail mail);

    Task<IReadOnlyList<OutgoingMail>> FailedAsync(TenantId tenant, int most, CancellationToken cancellation);
}
