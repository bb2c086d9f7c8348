using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Headshots.Imaging;

/// <summary>
/// Memory of one image or of one operation's scratch: at a fixed address, aligned to a cache line, so that rows whose
/// length is a multiple of 64 bytes never share one. Belongs to whoever rented it until it goes back to the
/// <see cref="PixelPool"/>. A large block is native memory, which goes back to the system the moment it is freed; as an
/// array it would wait for a full garbage collection, and a batch of large photos would hold several times one photo.
/// </summary>
internal sealed unsafe class PixelBlock
{
    public const int Alignment = 64;

    /// <summary>Bytes from which on a block is native memory.</summary>
    public const int LeastNative = 1 << 20;

    private readonly byte[]? _array;
    private readonly int _offset;
    private readonly NativePixels? _native;
    private byte* _first;

    public PixelBlock(int capacity)
    {
        Capacity = capacity;
        if (capacity >= LeastNative)
        {
            _native = new NativePixels(capacity);
            _first = _native.First;
            return;
        }

        _array = GC.AllocateUninitializedArray<byte>(capacity + Alignment, pinned: true);
        byte* start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array));
        _offset = (int)((Alignment - ((nuint)start % Alignment)) % Alignment);
        _first = start + _offset;
    }

    /// <summary>Bytes that may be used.</summary>
    public int Capacity { get; }

    /// <summary>The first byte, aligned; valid as long as this object is reachable and not freed.</summary>
    public byte* Address => _first;

    /// <summary>Valid as long as this object is reachable and not freed.</summary>
    public Span<byte> Bytes(int length) => Slice(0, length);

    /// <summary>Valid as long as this object is reachable and not freed; start and length count floats.</summary>
    public Span<float> Floats(int start, int length) =>
        MemoryMarshal.Cast<byte, float>(Slice(checked(start * sizeof(float)), checked(length * sizeof(float))));

    /// <summary>Gives the memory up at once; nobody may use it afterwards. Harmless the second time.</summary>
    public void Free()
    {
        _first = null;
        _native?.Free();
    }

    private Span<byte> Slice(int start, int length)
    {
        ObjectDisposedException.ThrowIf(_first == null, this);
        if (_array is not null)
        {
            return _array.AsSpan(_offset + start, length);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + length, Capacity);
        return new Span<byte>(_first + start, length);
    }
}
