namespace Headshots.Core.Shared;

/// <summary>
/// Files of a tenant: photos, headshots, kit pictures. A key is a relative path of lower-case letters, digits, <c>-</c>, <c>.</c>
/// and <c>/</c>, at most 200 characters; whatever a user named is never part of one.
/// </summary>
public interface IBlobStore
{
    /// <summary>Writes all of it or nothing: a reader never sees half a file. What had the key before is replaced.</summary>
    /// <exception cref="IOException">It could not be written; the disk may be full.</exception>
    Task<BlobInfo> PutAsync(TenantId tenant, string key, Stream content, CancellationToken cancellation);

    /// <summary>Opens it for reading, checked against its checksum; null when there is none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    Task<Stream?> OpenAsync(TenantId tenant, string key, CancellationToken cancellation);

    /// <summary>Removes it; nothing happens when there is none.</summary>
    Task DeleteAsync(TenantId tenant, string key, CancellationToken cancellation);

    /// <summary>Removes all whose key begins with the prefix, which ends with <c>/</c>.</summary>
    Task DeleteAllAsync(TenantId tenant, string prefix, CancellationToken cancellation);

    /// <summary>What begins with the prefix, which ends with <c>/</c> or is empty.</summary>
    IAsyncEnumerable<BlobListing> ListAsync(TenantId tenant, string prefix, CancellationToken cancellation);
}

/// <param name="Key">Where it lies.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record BlobInfo(string Key, long Bytes, string Sha256);

/// <param name="Key">Where it lies.</param>
/// <param name="WrittenAt">When it was written.</param>
public sealed record BlobListing(string Key, DateTimeOffset WrittenAt);
