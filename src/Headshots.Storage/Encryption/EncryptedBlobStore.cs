using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;

namespace Headshots.Storage.Encryption;

/// <summary>
/// Encrypts each tenant's files with the tenant's own key, over any store. Lengths and checksums that are told are the content's;
/// the store below keeps checksums of what it holds, which find damage without any key.
/// </summary>
internal sealed class EncryptedBlobStore(IBlobStore inner, ITenantKeys keys) : IBlobStore, IFileEncryption
{
    public async Task<BlobInfo> PutAsync(TenantId tenant, string key, Stream content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        TenantKey own = await keys.ForWritingAsync(tenant, cancellation);
        if (!own.OnlyEncrypted && !await AnyAsync(tenant, cancellation))
        {
            // Its first file: there can be none from before files were encrypted.
            await keys.AllIsEncryptedAsync(tenant, cancellation);
        }

        BlobHeader header = BlobHeader.New(own.Id);
        using BlobCipher cipher = new(header, own, tenant, key);
        await using EncryptingStream encrypted = new(content, header, cipher);
        _ = await inner.PutAsync(tenant, key, encrypted, cancellation);
        return new BlobInfo(key, encrypted.PlainLength, encrypted.PlainSha256());
    }

    public async Task<Stream?> OpenAsync(TenantId tenant, string key, CancellationToken cancellation)
    {
        if (await inner.OpenAsync(tenant, key, cancellation) is not { } opened)
        {
            return null;
        }

        Stream file = opened.CanSeek ? opened : await HeldAsync(opened, cancellation);
        try
        {
            TenantKey? own = await keys.FindAsync(tenant, cancellation);
            if (await HeaderAsync(file, cancellation) is { } header)
            {
                return await DecryptedAsync(file, header, own, tenant, key, cancellation);
            }

            file.Position = 0;
            return own is not { OnlyEncrypted: true }
                ? file
                : throw new InvalidDataException($"The file \"{key}\" is not encrypted though every file of its tenant is: it was put there by somebody else. Restore it from a backup.");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public Task DeleteAsync(TenantId tenant, string key, CancellationToken cancellation) => inner.DeleteAsync(tenant, key, cancellation);

    public Task DeleteAllAsync(TenantId tenant, string prefix, CancellationToken cancellation) => inner.DeleteAllAsync(tenant, prefix, cancellation);

    public IAsyncEnumerable<BlobListing> ListAsync(TenantId tenant, string prefix, CancellationToken cancellation) => inner.ListAsync(tenant, prefix, cancellation);

    public async Task<int> EncryptAllAsync(TenantId tenant, CancellationToken cancellation)
    {
        if (await keys.FindAsync(tenant, cancellation) is { OnlyEncrypted: true } || !await AnyAsync(tenant, cancellation))
        {
            return 0;
        }

        _ = await keys.ForWritingAsync(tenant, cancellation);
        int encrypted = 0;
        await foreach (BlobListing file in inner.ListAsync(tenant, string.Empty, cancellation))
        {
            if (await inner.OpenAsync(tenant, file.Key, cancellation) is not { } opened)
            {
                continue;
            }

            await using Stream content = opened.CanSeek ? opened : await HeldAsync(opened, cancellation);
            if (await HeaderAsync(content, cancellation) is null)
            {
                content.Position = 0;
                _ = await PutAsync(tenant, file.Key, content, cancellation);
                encrypted++;
            }
        }

        await keys.AllIsEncryptedAsync(tenant, cancellation);
        return encrypted;
    }

    private static async Task<Stream> DecryptedAsync(Stream file, BlobHeader header, TenantKey? own, TenantId tenant, string key, CancellationToken cancellation)
    {
        if (own is null || own.Id != header.KeyId)
        {
            throw new InvalidDataException($"The file \"{key}\" was encrypted with a key that is not there any more; nobody can read it.");
        }

        // Whoever asked disposes of the stream; until then it is ours to dispose of.
        DecryptingStream content = new(file, new BlobCipher(header, own, tenant, key), key);
        await content.CheckAsync(cancellation);
        return content;
    }

    private static async Task<BlobHeader?> HeaderAsync(Stream file, CancellationToken cancellation)
    {
        byte[] head = new byte[BlobHeader.Length];
        int read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        return BlobHeader.Read(head.AsSpan(0, read));
    }

    private async Task<bool> AnyAsync(TenantId tenant, CancellationToken cancellation)
    {
        await foreach (BlobListing _ in inner.ListAsync(tenant, string.Empty, cancellation))
        {
            return true;
        }

        return false;
    }

    /// <summary>A store that cannot seek is read whole: pages ask for parts, and no photo is large.</summary>
    private static async Task<Stream> HeldAsync(Stream opened, CancellationToken cancellation)
    {
        await using (opened)
        {
            MemoryStream held = new();
            await opened.CopyToAsync(held, cancellation);
            held.Position = 0;
            return held;
        }
    }
}
