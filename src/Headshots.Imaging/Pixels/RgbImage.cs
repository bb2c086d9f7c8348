namespace Headshots.Imaging;

/// <summary>
/// An upright photo as decoded: packed R, G, B bytes, sRGB-encoded, opaque, rows without padding.
/// Pixel (i, j) covers [i, i+1) × [j, j+1) in image coordinates, y downwards: its centre is (i + ½, j + ½).
/// The memory is pooled: dispose it, and do not use it afterwards.
/// </summary>
public sealed class RgbImage : IDisposable
{
    private byte[]? _pixels;

    private RgbImage(int width, int height, byte[] pixels)
    {
        Width = width;
        Height = height;
        _pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Bytes per row: 3 × <see cref="Width"/>.</summary>
    public int Stride => Width * 3;

    /// <summary>All pixels, row after row.</summary>
    public Span<byte> Pixels => Array.AsSpan(0, Stride * Height);

    private byte[] Array => _pixels ?? throw new ObjectDisposedException(nameof(RgbImage));

    /// <summary>Rents an image whose content is undefined.</summary>
    /// <param name="width">1 or more.</param>
    /// <param name="height">1 or more.</param>
    public static RgbImage Rent(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return new RgbImage(width, height, PixelPool.Rent<byte>(checked(width * 3 * height)));
    }

    public Span<byte> Row(int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height);
        return Array.AsSpan(y * Stride, Stride);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _pixels, null) is { } pixels)
        {
            PixelPool.Return(pixels);
        }
    }
}
