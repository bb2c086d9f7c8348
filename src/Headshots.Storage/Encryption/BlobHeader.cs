using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Headshots.Storage.Encryption;

/// <summary>What an encrypted file begins with: mark (4), the tenant key's id (16), salt (32), nonce prefix (7).</summary>
internal sealed record BlobHeader(Guid KeyId, byte[] Salt, byte[] Prefix)
{
    public const int Length = 4 + 16 + SaltBytes + PrefixBytes;

    private const int SaltBytes = 32;

    private const int PrefixBytes = 7;

    /// <summary>No photo, drawing or table begins with this.</summary>
    private static ReadOnlySpan<byte> Mark => "HSE1"u8;

    public static BlobHeader New(Guid keyId) => new(keyId, RandomNumberGenerator.GetBytes(SaltBytes), RandomNumberGenerator.GetBytes(PrefixBytes));

    /// <summary>Null when these bytes do not begin an encrypted file.</summary>
    public static BlobHeader? Read(ReadOnlySpan<byte> bytes) => bytes.Length >= Length && bytes.StartsWith(Mark)
        ? new BlobHeader(new Guid(bytes.Slice(4, 16), bigEndian: true), bytes.Slice(20, SaltBytes).ToArray(), bytes.Slice(20 + SaltBytes, PrefixBytes).ToArray())
        : null;

    public void Write(Span<byte> target)
    {
        Mark.CopyTo(target);
        KeyId.TryWriteBytes(target[4..], bigEndian: true, out _);
        Salt.CopyTo(target[20..]);
        Prefix.CopyTo(target[(20 + SaltBytes)..]);
    }

    /// <summary>Prefix, number of the chunk, whether it is the last.</summary>
    public void Nonce(Span<byte> target, uint chunk, bool last)
    {
        Prefix.CopyTo(target);
        BinaryPrimitives.WriteUInt32BigEndian(target[PrefixBytes..], chunk);
        target[PrefixBytes + 4] = last ? (byte)1 : (byte)0;
    }
}
