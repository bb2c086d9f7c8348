using System.Buffers.Binary;
using System.Text;

namespace Headshots.Imaging;

/// <summary>What the first bytes of a file say it is.</summary>
internal enum PhotoFormat
{
    Unknown,
    Jpeg,
    Png,
    Webp,
    Gif,
    Tiff,
    Avif,
    Heic,
    Vector,
}

/// <summary>Tells formats by their bytes; a name or a declared type is never asked.</summary>
internal static class PhotoFormatSniffer
{
    public static PhotoFormat Sniff(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return PhotoFormat.Jpeg;
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return PhotoFormat.Png;
        }

        if (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8))
        {
            return PhotoFormat.Gif;
        }

        if (file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8))
        {
            return PhotoFormat.Webp;
        }

        if (file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8))
        {
            return PhotoFormat.Tiff;
        }

        return file.Length >= 16 && file[4..].StartsWith("ftyp"u8) ? SniffBrands(file)
            : LooksLikeDrawing(file) ? PhotoFormat.Vector
            : PhotoFormat.Unknown;
    }

    /// <summary>ISO base media files: the major brand decides, then the compatible ones (ISO/IEC 23008-12 and the AVIF specification).</summary>
    private static PhotoFormat SniffBrands(ReadOnlySpan<byte> file)
    {
        int length = (int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(file), 16, Math.Min(file.Length, 512));
        PhotoFormat found = PhotoFormat.Unknown;
        for (int at = 8; at + 4 <= length; at += at == 8 ? 8 : 4)
        {
            ReadOnlySpan<byte> brand = file.Slice(at, 4);
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
            {
                return PhotoFormat.Avif;
            }

            if (brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8))
            {
                found = PhotoFormat.Heic;
            }
        }

        return found;
    }

    private static bool LooksLikeDrawing(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("%PDF"u8) || file.StartsWith("%!PS"u8) || file.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return true;
        }

        string head = Encoding.UTF8.GetString(file[..Math.Min(file.Length, 1024)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return head.StartsWith("<svg", StringComparison.OrdinalIgnoreCase)
            || (head.StartsWith('<') && (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
                || head.Contains("<svg", StringComparison.OrdinalIgnoreCase)));
    }
}
