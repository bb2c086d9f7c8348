using Headshots.Core.Shared;
using Headshots.Core.Signing;

namespace Headshots.Core.Privacy.Receipts;

/// <summary>That a person's data was deleted, as a signed document. It names them by id alone, and is kept.</summary>
public sealed class DeletionReceipt : IWrittenOnce
{
    private DeletionReceipt()
    {
    }

    public TenantId TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Whether the person's own row went too, and not only what they had sent and what was made of it.</summary>
    public bool WholePerson { get; private set; }

    public ActorKind AskedBy { get; private set; }

    /// <summary>The document as it is handed out, JSON.</summary>
    public string Document { get; private set; } = string.Empty;

    /// <summary>For files: <c>deletion-receipt-….json</c>.</summary>
    public string FileName => $"deletion-receipt-{Id:N}.json";

    public static DeletionReceipt Create(ReceiptContent content, ISigningKey key)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new DeletionReceipt
        {
            TenantId = new TenantId(content.Tenant),
            Id = content.Id,
            PersonId = content.Person,
            At = content.DeletedAt,
            WholePerson = content.WholePerson,
            AskedBy = content.AskedBy,
            Document = ReceiptDocument.Write(content, key),
        };
    }
}

public interface IReceiptStore
{
    void Add(DeletionReceipt receipt);

    Task<DeletionReceipt?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<DeletionReceipt>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<DeletionReceipt>> NewestAsync(TenantId tenant, int most, CancellationToken cancellation);
}
