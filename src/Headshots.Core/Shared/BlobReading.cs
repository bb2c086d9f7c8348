namespace Headshots.Core.Shared;

/// <summary>Small files, whole.</summary>
public static class BlobReading
{
    /// <summary>All of a file's bytes; null when there is none.</summary>
    public static async Task<byte[]?> ReadAsync(this IBlobStore blobs, TenantId tenant, string key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        Stream? content = await blobs.OpenAsync(tenant, key, cancellation);
        if (content is null)
        {
            return null;
        }

        await using (content)
        {
            using MemoryStream bytes = new(content.CanSeek ? (int)content.Length : 0);
            await content.CopyToAsync(bytes, cancellation);
            return bytes.ToArray();
        }
    }
}
