using System.Buffers.Binary;

namespace Headshots.Imaging;

/// <summary>
/// Says how a file that libvips refused is damaged, by looking for its end. libvips' own words are no use for that:
/// they are one buffer for all photos in work.
/// </summary>
internal static class DamageReport
{
    public static PhotoError For(PhotoFormat format, ReadOnlySpan<byte> file) => format switch
    {
        PhotoFormat.Heic => PhotoErrors.HeicUnsupported,
        PhotoFormat.Jpeg when !HasEndOfImage(file) => PhotoErrors.Truncated,
        PhotoFormat.Png when file.LastIndexOf("IEND"u8) < 0 => PhotoErrors.Truncated,
        PhotoFormat.Webp when BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L > file.Length => PhotoErrors.Truncated,
        PhotoFormat.Gif when file.Length < 14 || file.LastIndexOf((byte)0x3B) < file.Length - 4 => PhotoErrors.Truncated,
        PhotoFormat.Avif when BoxesRunPastTheEnd(file) => PhotoErrors.Truncated,
        _ => PhotoErrors.Corrupt,
    };

    /// <summary>An end marker after the last start of scan; the one of an embedded preview comes before it.</summary>
    private static bool HasEndOfImage(ReadOnlySpan<byte> file)
    {
        int scan = file.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        return scan >= 0 && file[scan..].IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0;
    }

    private static bool BoxesRunPastTheEnd(ReadOnlySpan<byte> file)
    {
        long at = 0;
        while (at + 8 <= file.Length)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]);
            if (size == 0)
            {
                return false;
            }

            at += Math.Max(size, 8);
        }

        return at != file.Length;
    }
}
