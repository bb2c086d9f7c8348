using System.Security.Cryptography;
using System.Text;

namespace Headshots.Core.Privacy.Keys;

/// <summary>
/// A small secret under a master key: mark (4), length of the master key's id (1), id, nonce (12), tag (16), ciphertext.
/// AES-256-GCM under a key that HKDF derives for the purpose, so that what was sealed for one purpose opens for no other; all
/// that stands in front is authenticated.
/// </summary>
public static class KeyEnvelope
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private static ReadOnlySpan<byte> Mark => "HSK1"u8;

    /// <param name="key">To seal with.</param>
    /// <param name="purpose">What it is and whose: the same must be said to open it.</param>
    /// <param name="secret">What nobody may read.</param>
    public static byte[] Seal(MasterKey key, string purpose, ReadOnlySpan<byte> secret)
    {
        ArgumentNullException.ThrowIfNull(key);
        int head = Mark.Length + 1 + key.Id.Length;
        byte[] envelope = new byte[head + NonceBytes + TagBytes + secret.Length];
        Mark.CopyTo(envelope);
        envelope[Mark.Length] = (byte)key.Id.Length;
        Encoding.ASCII.GetBytes(key.Id, envelope.AsSpan(Mark.Length + 1));
        Span<byte> nonce = envelope.AsSpan(head, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm cipher = CipherFor(key, purpose);
        cipher.Encrypt(nonce, secret, envelope.AsSpan(head + NonceBytes + TagBytes), envelope.AsSpan(head + NonceBytes, TagBytes), envelope.AsSpan(0, head));
        return envelope;
    }

    /// <exception cref="InvalidDataException">The master key is missing, or this was not sealed for this purpose.</exception>
    public static byte[] Open(IMasterKeys keys, string purpose, ReadOnlySpan<byte> envelope)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (KeyOf(envelope) is not { } id || envelope.Length < Mark.Length + 1 + id.Length + NonceBytes + TagBytes)
        {
            throw new InvalidDataException("A sealed key is damaged. Bring it back from a backup.");
        }

        MasterKey key = keys.Find(id) ?? throw new InvalidDataException(
            $"The master key \"{id}\" is not among this installation's keys, and without it photos and keys cannot be read. Add it to Keys:File or Keys:Ring again.");
        int head = Mark.Length + 1 + id.Length;
        byte[] secret = new byte[envelope.Length - head - NonceBytes - TagBytes];
        using AesGcm cipher = CipherFor(key, purpose);
        try
        {
            cipher.Decrypt(envelope.Slice(head, NonceBytes), envelope[(head + NonceBytes + TagBytes)..], envelope.Slice(head + NonceBytes, TagBytes), secret, envelope[..head]);
            return secret;
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new InvalidDataException(
                $"A sealed key does not open with the master key \"{id}\": it was changed, or this is another key of the same name. Bring both back from a backup.", e);
        }
    }

    /// <summary>The id of the master key that it was sealed with; null when it is no envelope.</summary>
    public static string? KeyOf(ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length <= Mark.Length || !envelope.StartsWith(Mark) || envelope.Length < Mark.Length + 1 + envelope[Mark.Length])
        {
            return null;
        }

        string id = Encoding.ASCII.GetString(envelope.Slice(Mark.Length + 1, envelope[Mark.Length]));
        return MasterKey.IsId(id) ? id : null;
    }

    private static AesGcm CipherFor(MasterKey key, string purpose)
    {
        Span<byte> derived = stackalloc byte[MasterKey.Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, derived, salt: [], info: Encoding.UTF8.GetBytes($"headshots sealed key 1\n{purpose}"));
        AesGcm cipher = new(derived, TagBytes);
        CryptographicOperations.ZeroMemory(derived);
        return cipher;
    }
}
