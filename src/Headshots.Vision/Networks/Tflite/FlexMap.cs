using System.Buffers.Binary;
using System.Text;

namespace Headshots.Vision.Networks.Tflite;

/// <summary>
/// The options of a custom operator: a FlexBuffers map of numbers and vectors of integers (layout as in the FlexBuffers
/// internals document: sizes and key vectors stand before the values, one type byte per value after them).
/// </summary>
internal sealed class FlexMap
{
    private const int MaximumEntries = 64;
    private const int MaximumElements = 65_536;
    private readonly Dictionary<string, (int Position, int Width, int Type)> entries = new(StringComparer.Ordinal);
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly string owner;

    /// <param name="bytes">The serialized map.</param>
    /// <param name="owner">How messages call the operator.</param>
    public FlexMap(ReadOnlyMemory<byte> bytes, string owner)
    {
        this.bytes = bytes;
        this.owner = owner;
        if (bytes.Length < 3)
        {
            throw Malformed("too short to hold a map");
        }

        int rootWidth = Width(bytes.Span[^1]);
        int packed = bytes.Span[^2];
        int root = bytes.Length - 2 - rootWidth;
        if (packed >> 2 != Types.Map)
        {
            throw Malformed("the root is not a map");
        }

        ReadMap(Indirect(root, rootWidth), 1 << (packed & 3));
    }

    public int Int32(string key)
    {
        (int position, int width, int type) = Entry(key);
        long value = type is Types.Integer or Types.Unsigned
            ? Integer(position, width)
            : throw Malformed($"'{key}' is not an integer");
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Malformed($"'{key}' is out of range");
    }

    public float Single(string key)
    {
        (int position, int width, int type) = Entry(key);
        return type switch
        {
            Types.Integer or Types.Unsigned => Integer(position, width),
            Types.Float when width == 4 => BinaryPrimitives.ReadSingleLittleEndian(Slice(position, 4)),
            Types.Float when width == 8 => (float)BinaryPrimitives.ReadDoubleLittleEndian(Slice(position, 8)),
            _ => throw Malformed($"'{key}' is not a number"),
        };
    }

    public int[] Int32s(string key)
    {
        (int position, int slot, int type) = Entry(key);
        if (type >> 8 is not (Types.IntegerVector or Types.UnsignedVector))
        {
            throw Malformed($"'{key}' is not a vector of integers");
        }

        int width = 1 << (type & 3);
        int start = Indirect(position, slot);
        long count = Integer(start - width, width);
        if (count is < 0 or > MaximumElements)
        {
            throw Malformed($"'{key}' claims {count} elements");
        }

        var values = new int[count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = unchecked((int)Integer(start + (i * width), width));
        }

        return values;
    }

    private static int Width(byte width) => width is 1 or 2 or 4 or 8 ? width : 1;

    private void ReadMap(int start, int width)
    {
        long count = Integer(start - width, width);
        if (count is < 0 or > MaximumEntries)
        {
            throw Malformed($"claims {count} entries");
        }

        int keys = Indirect(start - (3 * width), width);
        int keyWidth = Width((byte)Integer(start - (2 * width), width));
        for (int i = 0; i < count; i++)
        {
            string key = Key(Indirect(keys + (i * keyWidth), keyWidth));
            int packed = Slice(start + ((int)count * width) + i, 1)[0];
            int type = packed >> 2;
            // A vector's type byte also tells the width of its elements; scalars are as wide as the map's slots.
            int stored = type is Types.IntegerVector or Types.UnsignedVector ? (type << 8) | (packed & 3) : type;
            entries[key] = (start + (i * width), width, stored);
        }
    }

    private string Key(int start)
    {
        ReadOnlySpan<byte> rest = Slice(start, 0, toEnd: true);
        int length = rest[..Math.Min(rest.Length, 256)].IndexOf((byte)0);
        return length >= 0 ? Encoding.UTF8.GetString(rest[..length]) : throw Malformed("a key has no end");
    }

    private (int Position, int Width, int Type) Entry(string key) =>
        entries.TryGetValue(key, out var entry) ? entry : throw Malformed($"'{key}' is missing");

    /// <summary>Offsets count backwards from where they stand.</summary>
    private int Indirect(int position, int width)
    {
        long target = position - Integer(position, width);
        return target >= 0 && target < bytes.Length ? (int)target : throw Malformed("an offset points outside");
    }

    private long Integer(int position, int width)
    {
        ReadOnlySpan<byte> slot = Slice(position, width);
        return width switch
        {
            1 => slot[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(slot),
            4 => BinaryPrimitives.ReadUInt32LittleEndian(slot),
            _ => BinaryPrimitives.ReadInt64LittleEndian(slot),
        };
    }

    private ReadOnlySpan<byte> Slice(int position, int length, bool toEnd = false)
    {
        if (position < 0 || position > bytes.Length - length)
        {
            throw Malformed("a value lies outside");
        }

        return toEnd ? bytes.Span[position..] : bytes.Span.Slice(position, length);
    }

    private NetworkFormatException Malformed(string what) => new($"{owner}: custom options: {what}.");

    private static class Types
    {
        public const int Integer = 1;
        public const int Unsigned = 2;
        public const int Float = 3;
        public const int Map = 9;
        public const int IntegerVector = 11;
        public const int UnsignedVector = 12;
    }
}
