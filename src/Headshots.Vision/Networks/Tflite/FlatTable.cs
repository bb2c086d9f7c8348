using System.Buffers.Binary;
using System.Text;

namespace Headshots.Vision.Networks.Tflite;

/// <summary>
/// One table of a FlatBuffers file. Every offset that is followed is checked against the file's length, so a damaged
/// or hostile file ends in a <see cref="NetworkFormatException"/> that names the field.
/// </summary>
/// <param name="file">The whole file.</param>
/// <param name="position">Where the table begins.</param>
/// <param name="name">How messages call this table.</param>
internal readonly struct FlatTable(ReadOnlyMemory<byte> file, int position, string name)
{
    public string Name => name;

    public static FlatTable Root(ReadOnlyMemory<byte> file, string name) =>
        new(file, Follow(file, 0, name), name);

    public int Int32(int index, string field, int fallback = 0)
    {
        int at = Find(index, field, sizeof(int));
        return at == 0 ? fallback : BinaryPrimitives.ReadInt32LittleEndian(file.Span[at..]);
    }

    public byte UInt8(int index, string field, byte fallback = 0)
    {
        int at = Find(index, field, sizeof(byte));
        return at == 0 ? fallback : file.Span[at];
    }

    public bool Flag(int index, string field) => UInt8(index, field) != 0;

    public FlatTable? Table(int index, string field)
    {
        int at = Find(index, field, sizeof(int));
        return at == 0 ? null : new FlatTable(file, Follow(file, at, Path(field)), Path(field));
    }

    /// <summary>The tables of a vector.</summary>
    public FlatTable[] Tables(int index, string field, int limit)
    {
        (int start, int count) = Vector(index, field, sizeof(int), limit);
        var tables = new FlatTable[count];
        for (int i = 0; i < count; i++)
        {
            string element = $"{Path(field)}[{i}]";
            tables[i] = new FlatTable(file, Follow(file, start + (i * sizeof(int)), element), element);
        }

        return tables;
    }

    public int[] Int32s(int index, string field, int limit)
    {
        (int start, int count) = Vector(index, field, sizeof(int), limit);
        var values = new int[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = BinaryPrimitives.ReadInt32LittleEndian(file.Span[(start + (i * sizeof(int)))..]);
        }

        return values;
    }

    public ReadOnlyMemory<byte> Bytes(int index, string field)
    {
        (int start, int count) = Vector(index, field, sizeof(byte), int.MaxValue);
        return file.Slice(start, count);
    }

    public string Text(int index, string field, int limit)
    {
        (int start, int count) = Vector(index, field, sizeof(byte), limit);
        return Encoding.UTF8.GetString(file.Span.Slice(start, count));
    }

    public NetworkFormatException Malformed(string field, string what) => new($"{Path(field)}: {what}");

    private static int Follow(ReadOnlyMemory<byte> file, int at, string path)
    {
        if (at > file.Length - sizeof(uint))
        {
            throw new NetworkFormatException($"{path}: the file ends before this offset.");
        }

        long target = at + (long)BinaryPrimitives.ReadUInt32LittleEndian(file.Span[at..]);
        return target <= file.Length - sizeof(uint)
            ? (int)target
            : throw new NetworkFormatException($"{path}: points outside the file.");
    }

    /// <summary>Offset of a field in the file; 0 where the table leaves it out.</summary>
    private int Find(int index, string field, int size)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        if (position > bytes.Length - sizeof(int))
        {
            throw Malformed(field, "the table lies outside the file.");
        }

        long vtable = position - (long)BinaryPrimitives.ReadInt32LittleEndian(bytes[position..]);
        if (vtable < 0 || vtable > bytes.Length - (2 * sizeof(ushort)))
        {
            throw Malformed(field, "the table's layout lies outside the file.");
        }

        int entry = (2 + index) * sizeof(ushort);
        int vtableSize = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(int)vtable..]);
        if (entry + sizeof(ushort) > vtableSize)
        {
            return 0;
        }

        if (vtable + entry > bytes.Length - sizeof(ushort))
        {
            throw Malformed(field, "the table's layout is cut off.");
        }

        int offset = BinaryPrimitives.ReadUInt16LittleEndian(bytes[((int)vtable + entry)..]);
        if (offset == 0)
        {
            return 0;
        }

        return position + (long)offset <= bytes.Length - size
            ? position + offset
            : throw Malformed(field, "lies outside the file.");
    }

    private (int Start, int Count) Vector(int index, string field, int elementSize, int limit)
    {
        int at = Find(index, field, sizeof(int));
        if (at == 0)
        {
            return (0, 0);
        }

        int vector = Follow(file, at, Path(field));
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(file.Span[vector..]);
        int start = vector + sizeof(uint);
        if (count > (file.Length - start) / elementSize)
        {
            throw Malformed(field, $"claims {count} elements, more than the file holds.");
        }

        return count <= limit
            ? (start, (int)count)
            : throw Malformed(field, $"claims {count} elements; at most {limit} are accepted.");
    }

    private string Path(string field) => $"{name}.{field}";
}
