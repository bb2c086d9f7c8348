using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Headshots.Vision.Networks.Execution;

/// <summary>Floats that the garbage collector does not move, beginning on a cache line. Zero at first.</summary>
internal sealed unsafe class PinnedFloats
{
    private const int LineFloats = 16;
    private readonly float[] array;
    private readonly int start;

    public PinnedFloats(int length)
    {
        array = GC.AllocateArray<float>(checked(length + (2 * LineFloats)), pinned: true);
        nint address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        start = (int)(((LineFloats * sizeof(float)) - (address & ((LineFloats * sizeof(float)) - 1))) / sizeof(float)) % LineFloats;
        Length = length;
    }

    public int Length { get; }

    public float* Pointer => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) + start;

    public Span<float> Span => array.AsSpan(start, Length);
}
