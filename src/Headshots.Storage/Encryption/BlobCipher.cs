using System.Security.Cryptography;
using System.Text;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;

namespace Headshots.Storage.Encryption;

/// <summary>
/// A file's content in chunks of 64 KiB, each under AES-256-GCM: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015)
/// as Tink's AES-GCM-HKDF streaming AEAD lays it out. The nonce is a random prefix, the chunk's number and whether it is the last,
/// so that chunks cannot be swapped, left out or cut off. Each file has a key of its own, which HKDF makes of the tenant's key, a
/// random salt, and the file's tenant and name: a file that is put under another name or into another tenant's folder does not open.
/// </summary>
internal sealed class BlobCipher : IDisposable
{
    public const int PlainBytes = 64 * 1024;

    public const int TagBytes = 16;

    public const int ChunkBytes = PlainBytes + TagBytes;

    private const int NonceBytes = 12;

    private readonly BlobHeader _header;
    private readonly AesGcm _cipher;

    public BlobCipher(BlobHeader header, TenantKey key, TenantId tenant, string name)
    {
        _header = header;
        Span<byte> own = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret.Span, own, header.Salt, Encoding.UTF8.GetBytes($"headshots file 1\n{tenant}\n{header.KeyId:N}\n{name}"));
        _cipher = new AesGcm(own, TagBytes);
        CryptographicOperations.ZeroMemory(own);
    }

    /// <param name="chunk">Its number, from 0.</param>
    /// <param name="last">Whether nothing follows.</param>
    /// <param name="plain">Up to <see cref="PlainBytes"/>; all of them unless it is the last.</param>
    /// <param name="target">As many bytes and <see cref="TagBytes"/>.</param>
    public void Encrypt(uint chunk, bool last, ReadOnlySpan<byte> plain, Span<byte> target)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        _header.Nonce(nonce, chunk, last);
        _cipher.Encrypt(nonce, plain, target[..plain.Length], target.Slice(plain.Length, TagBytes));
    }

    /// <exception cref="AuthenticationTagMismatchException">It is not what was written, or not for this name.</exception>
    public void Decrypt(uint chunk, bool last, ReadOnlySpan<byte> stored, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        _header.Nonce(nonce, chunk, last);
        int length = stored.Length - TagBytes;
        _cipher.Decrypt(nonce, stored[..length], stored[length..], plain[..length]);
    }

    public void Dispose() => _cipher.Dispose();
}
