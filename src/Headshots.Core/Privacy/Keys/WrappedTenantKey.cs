using Headshots.Core.Shared;

namespace Headshots.Core.Privacy.Keys;

/// <summary>A tenant's key for files as it is stored: under a master key that is not in the database.</summary>
public sealed class WrappedTenantKey
{
    private WrappedTenantKey()
    {
    }

    public TenantId TenantId { get; private set; }

    /// <summary>Stands in every file that was encrypted with it.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which master key it is under.</summary>
    public string MasterKeyId { get; private set; } = string.Empty;

    /// <summary>An envelope.</summary>
    public byte[] Wrapped { get; private set; } = [];

    /// <summary>
    /// No file of this tenant lies unencrypted any more, so that one that does was put there by somebody else and is refused.
    /// </summary>
    public bool OnlyEncrypted { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static WrappedTenantKey Create(TenantId tenant, Guid id, MasterKey master, ReadOnlySpan<byte> secret, DateTimeOffset now) => new()
    {
        TenantId = tenant,
        Id = id,
        MasterKeyId = master.Id,
        Wrapped = KeyEnvelope.Seal(master, Purpose(tenant, id), secret),
        CreatedAt = now,
    };

    public byte[] Unwrap(IMasterKeys masters) => KeyEnvelope.Open(masters, Purpose(TenantId, Id), Wrapped);

    /// <summary>The same key under another master key.</summary>
    public byte[] Rewrap(IMasterKeys masters, MasterKey under) => KeyEnvelope.Seal(under, Purpose(TenantId, Id), Unwrap(masters));

    private static string Purpose(TenantId tenant, Guid id) => $"tenant key\n{tenant}\n{id:N}";
}

/// <summary>Where wrapped keys are kept. Each call is a transaction of its own: files are written outside of any.</summary>
public interface ITenantKeyStore
{
    Task<WrappedTenantKey?> FindAsync(TenantId tenant, CancellationToken cancellation);

    /// <summary>False when the tenant has a key already.</summary>
    Task<bool> TryAddAsync(WrappedTenantKey key, CancellationToken cancellation);

    /// <summary>Replaces the wrapping, unless somebody else did meanwhile.</summary>
    Task<bool> RewrapAsync(TenantId tenant, string fromMaster, string toMaster, byte[] wrapped, CancellationToken cancellation);

    Task SetOnlyEncryptedAsync(TenantId tenant, CancellationToken cancellation);

    Task DeleteAsync(TenantId tenant, CancellationToken cancellation);
}
