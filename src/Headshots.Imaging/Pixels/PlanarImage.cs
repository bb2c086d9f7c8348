namespace Headshots.Imaging;

/// <summary>
/// Float planes (1: mask or luminance, 3: colour, 4: colour and alpha). Who makes one says whether colour is
/// sRGB-encoded or linear; both use [0, 1], and alpha is straight unless said otherwise.
/// Same coordinates as <see cref="RgbImage"/>. Rows start on 64-byte boundaries and are padded to a multiple of 16
/// floats, so that vector loops may run over <see cref="Stride"/>; padding holds no meaning. The memory is pooled:
/// dispose it.
/// </summary>
public sealed unsafe class PlanarImage : IDisposable
{
    /// <summary>Rows start on multiples of this many floats.</summary>
    public const int RowAlignment = 16;

    private PixelBlock? _block;

    private PlanarImage(int width, int height, int channels, PixelBlock block)
    {
        Width = width;
        Height = height;
        Channels = channels;
        Stride = (width + RowAlignment - 1) / RowAlignment * RowAlignment;
        _block = block;
    }

    public int Width { get; }

    public int Height { get; }

    public int Channels { get; }

    /// <summary>Floats from one row to the next, at least <see cref="Width"/>.</summary>
    public int Stride { get; }

    private PixelBlock Block => _block ?? throw new ObjectDisposedException(nameof(PlanarImage));

    /// <summary>Rents an image whose content is undefined.</summary>
    /// <param name="width">1 or more.</param>
    /// <param name="height">1 or more.</param>
    /// <param name="channels">1 to 4.</param>
    public static PlanarImage Rent(int width, int height, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, 4);
        int stride = (width + RowAlignment - 1) / RowAlignment * RowAlignment;
        return new PlanarImage(width, height, channels, PixelPool.RentFloats(checked(stride * height * channels)));
    }

    /// <summary>One row of one channel, <see cref="Width"/> long.</summary>
    public Span<float> Row(int channel, int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)channel, (uint)Channels);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height);
        return Block.Floats(((channel * Height) + y) * Stride, Width);
    }

    /// <summary>One channel with its padding: <see cref="Stride"/> × <see cref="Height"/> floats.</summary>
    public Span<float> Plane(int channel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)channel, (uint)Channels);
        return Block.Floats(channel * Height * Stride, Stride * Height);
    }

    /// <summary>Sets every sample of every channel, padding included.</summary>
    public void Fill(float value) => Block.Floats(0, Stride * Height * Channels).Fill(value);

    /// <summary>The first sample of a row, unchecked; valid until the image is disposed.</summary>
    internal float* Address(int channel, int y) =>
        (float*)Block.Address + ((((nint)channel * Height) + y) * Stride);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _block, null) is { } block)
        {
            PixelPool.Return(block);
        }
    }
}
