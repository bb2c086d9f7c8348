using System.Runtime.InteropServices;

namespace Headshots.Imaging;

/// <summary>
/// Owns a piece of native memory. Whoever forgets to free it is cleaned up after: the garbage collector knows how much
/// hangs on this small object, and frees it at the third collection that finds it unused. Not at the first, because
/// a span does not keep its owner alive, and may be read for a moment longer.
/// </summary>
internal sealed unsafe class NativePixels
{
    private const int CollectionsToWait = 2;

    private readonly int _bytes;
    private nint _memory;
    private int _waited;

    public NativePixels(int bytes)
    {
        _bytes = bytes;
        _memory = (nint)NativeMemory.AlignedAlloc((nuint)bytes, PixelBlock.Alignment);
        GC.AddMemoryPressure(bytes);
    }

#pragma warning disable MA0055 // A SafeHandle's finaliser cannot wait.
    ~NativePixels()
#pragma warning restore MA0055
    {
        if (_waited++ < CollectionsToWait)
        {
            GC.ReRegisterForFinalize(this);
        }
        else
        {
            Release();
        }
    }

    /// <summary>Aligned to <see cref="PixelBlock.Alignment"/>; its content is undefined at first.</summary>
    public byte* First => (byte*)_memory;

    public void Free()
    {
        Release();
#pragma warning disable CA1816 // Not Dispose: blocks go back to the pool, and only the pool frees them.
        GC.SuppressFinalize(this);
#pragma warning restore CA1816
    }

    private void Release()
    {
        nint memory = Interlocked.Exchange(ref _memory, 0);
        if (memory != 0)
        {
            NativeMemory.AlignedFree((void*)memory);
            GC.RemoveMemoryPressure(_bytes);
        }
    }
}
