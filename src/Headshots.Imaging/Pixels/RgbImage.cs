namespace Headshots.Imaging;

/// <summary>
/// An upright photo as decoded: packed R, G, B bytes, sRGB-encoded, opaque, rows without padding.
/// Pixel (i, j) covers [i, i+1) × [j, j+1) in image coordinates, y downwards: its centre is (i + ½, j + ½).
/// The memory is pooled: dispose it, and do not use it afterwards.
/// </summary>
public sealed unsafe class RgbImage : IDisposable
{
    private PixelBlock? _block;

    private RgbImage(int width, int height, PixelBlock block)
    {
        Width = width;
        Height = height;
        _block = block;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Bytes per row: 3 × <see cref="Width"/>.</summary>
    public int Stride => Width * 3;

    /// <summary>All pixels, row after row.</summary>
    public Span<byte> Pixels => Block.Bytes(Stride * Height);

    private PixelBlock Block => _block ?? throw new ObjectDisposedException(nameof(RgbImage));

    /// <summary>Rents an image whose content is undefined.</summary>
    /// <param name="width">1 or more.</param>
    /// <param name="height">1 or more.</param>
    public static RgbImage Rent(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return new RgbImage(width, height, PixelPool.Rent(checked(width * 3 * height)));
    }

    public Span<byte> Row(int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height);
        return Block.Bytes(Stride * Height).Slice(y * Stride, Stride);
    }

    /// <summary>The first byte of a row, unchecked; valid until the image is disposed.</summary>
    internal byte* Address(int y) => Block.Address + ((nint)y * Stride);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _block, null) is { } block)
        {
            PixelPool.Return(block);
        }
    }
}
