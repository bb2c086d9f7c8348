using System.Buffers.Binary;

namespace Headshots.Vision.Faces;

/// <summary>
/// Walks the fields of one protocol-buffer message without a schema: just what reading a small, trusted-by-nobody data
/// file needs. Every length is checked; a message that does not add up is an <see cref="InvalidDataException"/>.
/// </summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;
    private ReadOnlySpan<byte> _bytes;
    private ulong _number;

    internal enum Wire
    {
        Varint = 0,
        Fixed64 = 1,
        Bytes = 2,
        Fixed32 = 5,
    }

    public int Field { get; private set; }

    public Wire WireType { get; private set; }

    public readonly ulong Number => WireType == Wire.Varint ? _number : throw Unexpected(Wire.Varint);

    public readonly ReadOnlySpan<byte> Bytes => WireType == Wire.Bytes ? _bytes : throw Unexpected(Wire.Bytes);

    public readonly float Single => WireType == Wire.Fixed32
        ? BinaryPrimitives.ReadSingleLittleEndian(_bytes)
        : throw Unexpected(Wire.Fixed32);

    public static ulong ReadVarint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int i = 0; i < bytes.Length && i < 10; i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return value;
            }
        }

        throw new InvalidDataException("The message ends inside a number.");
    }

    public readonly bool Is(int field, Wire wire) => Field == field && WireType == wire;

    /// <summary>Steps to the next field; false at the end of the message.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        ulong tag = ReadVarint(ref _rest);
        Field = (int)Math.Min(tag >> 3, int.MaxValue);
        WireType = (Wire)(tag & 7);
        switch (WireType)
        {
            case Wire.Varint:
                _number = ReadVarint(ref _rest);
                break;
            case Wire.Fixed64:
                _bytes = Take(sizeof(ulong));
                break;
            case Wire.Bytes:
                _bytes = Take(ReadVarint(ref _rest));
                break;
            case Wire.Fixed32:
                _bytes = Take(sizeof(uint));
                break;
            default:
                throw new InvalidDataException($"Field {Field} has the unknown wire type {(int)WireType}.");
        }

        return true;
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)_rest.Length)
        {
            throw new InvalidDataException($"Field {Field} claims {length} bytes where {_rest.Length} are left.");
        }

        ReadOnlySpan<byte> taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }

    private readonly InvalidDataException Unexpected(Wire wire) =>
        new($"Field {Field} is {WireType} where {wire} was expected.");
}
