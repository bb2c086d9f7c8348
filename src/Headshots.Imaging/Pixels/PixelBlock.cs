using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Headshots.Imaging;

/// <summary>
/// Memory of one image or of one operation's scratch: pinned, and aligned to a cache line, so that rows whose length is
/// a multiple of 64 bytes never share one. Belongs to whoever rented it until it goes back to the <see cref="PixelPool"/>.
/// </summary>
internal sealed unsafe class PixelBlock
{
    public const int Alignment = 64;

    private readonly byte[] _array;
    private readonly int _offset;

    public PixelBlock(int capacity)
    {
        _array = GC.AllocateUninitializedArray<byte>(checked(capacity + Alignment), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array));
        _offset = (int)((Alignment - (address % Alignment)) % Alignment);
        Capacity = capacity;
    }

    /// <summary>Bytes that may be used.</summary>
    public int Capacity { get; }

    /// <summary>The first byte, aligned; valid as long as this object is reachable.</summary>
    public byte* Address => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array)) + _offset;

    public Span<byte> Bytes(int length) => _array.AsSpan(_offset, length);

    public Span<float> Floats(int start, int length) =>
        MemoryMarshal.Cast<byte, float>(_array.AsSpan(_offset + (start * sizeof(float)), length * sizeof(float)));
}
