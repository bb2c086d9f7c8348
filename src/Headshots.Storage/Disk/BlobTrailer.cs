using System.Security.Cryptography;

namespace Headshots.Storage.Disk;

/// <summary>
/// What ends a blob's file: a mark and the SHA-256 of what comes before. In the file itself, so that one rename puts content and
/// checksum in place together; image viewers do not mind bytes after the picture.
/// </summary>
internal static class BlobTrailer
{
    public const int Length = 4 + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Mark => "HSB1"u8;

    public static byte[] Make(ReadOnlySpan<byte> hash)
    {
        byte[] trailer = new byte[Length];
        Mark.CopyTo(trailer);
        hash.CopyTo(trailer.AsSpan(Mark.Length));
        return trailer;
    }

    /// <summary>Whether it ends a file whose content has this hash.</summary>
    public static bool Fits(ReadOnlySpan<byte> trailer, ReadOnlySpan<byte> hash) =>
        trailer.StartsWith(Mark) && trailer[Mark.Length..].SequenceEqual(hash);
}
