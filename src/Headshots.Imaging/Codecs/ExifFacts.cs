using System.Buffers.Binary;
using System.Text;

namespace Headshots.Imaging;

/// <summary>
/// The few EXIF fields that the portrait needs (EXIF 2.32 section 4.6: a TIFF structure of entries of twelve bytes).
/// Reads hostile bytes: whatever is out of place is treated as absent.
/// </summary>
internal readonly ref struct ExifFacts
{
    private const ushort MakeTag = 0x010F;
    private const ushort ModelTag = 0x0110;
    private const ushort ExifDirectoryTag = 0x8769;
    private const ushort FocalLengthTag = 0x920A;
    private const ushort FocalLength35Tag = 0xA405;
    private const int MostEntries = 512;
    private const int MostText = 64;

    private readonly ReadOnlySpan<byte> _tiff;
    private readonly bool _littleEndian;

    private ExifFacts(ReadOnlySpan<byte> tiff, bool littleEndian)
    {
        _tiff = tiff;
        _littleEndian = littleEndian;
    }

    /// <summary>Adds what EXIF says to what the header said.</summary>
    /// <param name="facts">What is known already.</param>
    /// <param name="exif">The EXIF block with or without its "Exif\0\0" mark; may be empty.</param>
    public static PhotoFacts AddTo(PhotoFacts facts, ReadOnlySpan<byte> exif)
    {
        ReadOnlySpan<byte> tiff = exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;
        bool little = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || (!little && !tiff.StartsWith("MM\0*"u8)))
        {
            return facts;
        }

        ExifFacts reader = new(tiff, little);
        uint main = reader.UInt32(4);
        uint details = reader.Find(main, ExifDirectoryTag, out Entry pointer) ? pointer.Value : 0;
        return facts with
        {
            CameraMake = reader.Text(main, MakeTag),
            CameraModel = reader.Text(main, ModelTag),
            FocalLengthMm = reader.Positive(details, FocalLengthTag),
            FocalLength35mm = reader.Positive(details, FocalLength35Tag),
        };
    }

    private ushort UInt16(uint at) => at > _tiff.Length - 2 ? (ushort)0
        : _littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(_tiff[(int)at..])
        : BinaryPrimitives.ReadUInt16BigEndian(_tiff[(int)at..]);

    private uint UInt32(uint at) => at > _tiff.Length - 4 ? 0
        : _littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(_tiff[(int)at..])
        : BinaryPrimitives.ReadUInt32BigEndian(_tiff[(int)at..]);

    private bool Find(uint directory, ushort tag, out Entry entry)
    {
        entry = default;
        if (directory < 8 || directory > _tiff.Length - 2)
        {
            return false;
        }

        int count = Math.Min((int)UInt16(directory), MostEntries);
        for (int i = 0; i < count; i++)
        {
            uint at = directory + 2 + (uint)(i * 12);
            if (at > _tiff.Length - 12)
            {
                return false;
            }

            if (UInt16(at) == tag)
            {
                entry = new Entry(UInt16(at + 2), UInt32(at + 4), UInt32(at + 8), at + 8);
                return true;
            }
        }

        return false;
    }

    private string? Text(uint directory, ushort tag)
    {
        if (!Find(directory, tag, out Entry entry) || entry.Type != 2 || entry.Count is 0)
        {
            return null;
        }

        uint at = entry.Count <= 4 ? entry.ValueAt : entry.Value;
        if (at > _tiff.Length || entry.Count > _tiff.Length - at)
        {
            return null;
        }

        ReadOnlySpan<byte> bytes = _tiff.Slice((int)at, (int)Math.Min(entry.Count, MostText));
        int end = bytes.IndexOf((byte)0);
        string text = Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
        text = string.Concat(text.Where(c => !char.IsControl(c))).Trim();
        return text.Length > 0 ? text : null;
    }

    /// <summary>A number above zero: SHORT (3), LONG (4) or RATIONAL (5).</summary>
    private double? Positive(uint directory, ushort tag)
    {
        if (!Find(directory, tag, out Entry entry) || entry.Count != 1)
        {
            return null;
        }

        double number = entry.Type switch
        {
            3 => UInt16(entry.ValueAt),
            4 => entry.Value,
            5 => UInt32(entry.Value) / (double)UInt32(entry.Value + 4),
            _ => 0,
        };
        return double.IsFinite(number) && number > 0 ? number : null;
    }

    private readonly record struct Entry(ushort Type, uint Count, uint Value, uint ValueAt);
}
