using Headshots.Core.Shared;

namespace Headshots.Core.Privacy.Keys;

/// <summary>The key that each tenant's files are encrypted with.</summary>
public interface ITenantKeys
{
    /// <summary>The key to write with; made when the tenant has none.</summary>
    ValueTask<TenantKey> ForWritingAsync(TenantId tenant, CancellationToken cancellation);

    /// <summary>Null when there is none, or none any more.</summary>
    ValueTask<TenantKey?> FindAsync(TenantId tenant, CancellationToken cancellation);

    /// <summary>From now on a file of this tenant that is not encrypted is refused.</summary>
    Task AllIsEncryptedAsync(TenantId tenant, CancellationToken cancellation);

    /// <summary>
    /// Destroys the tenant's key: whatever was encrypted with it, here and in every copy that lies elsewhere without it, cannot be
    /// read again by anybody. Other processes that had the key in memory forget it within <see cref="TenantKeys.Remembered"/>.
    /// </summary>
    Task ShredAsync(TenantId tenant, CancellationToken cancellation);
}

/// <param name="Id">As files name it.</param>
/// <param name="Secret">32 bytes.</param>
/// <param name="OnlyEncrypted">See <see cref="WrappedTenantKey.OnlyEncrypted"/>.</param>
public sealed record TenantKey(Guid Id, ReadOnlyMemory<byte> Secret, bool OnlyEncrypted)
{
    public override string ToString() => $"key {Id:N}";
}

/// <summary>Encrypts what was stored before files were encrypted.</summary>
public interface IFileEncryption
{
    /// <returns>How many files were encrypted; 0 when all were already.</returns>
    Task<int> EncryptAllAsync(TenantId tenant, CancellationToken cancellation);
}
