using Headshots.Imaging;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// A picture that fills a frame when it is enlarged to it: what is out of focus has little detail, and is kept as small
/// as it may be. Immutable, and managed memory, so that it may be kept and shared without an owner.
/// </summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Samples">Three planes without padding, sRGB-encoded, 0 to 65,535: fine enough for a smooth sky.</param>
internal sealed record Backing(int Width, int Height, ushort[] Samples)
{
    private const float Most = ushort.MaxValue;

    /// <param name="encoded">3 channels, sRGB-encoded.</param>
    public static Backing Of(PlanarImage encoded)
    {
        ushort[] samples = new ushort[3 * encoded.Width * encoded.Height];
        int i = 0;
        for (int c = 0; c < 3; c++)
        {
            for (int y = 0; y < encoded.Height; y++)
            {
                foreach (float value in encoded.Row(c, y))
                {
                    samples[i++] = (ushort)((Math.Clamp(value, 0, 1) * Most) + 0.5f);
                }
            }
        }

        return new Backing(encoded.Width, encoded.Height, samples);
    }

    /// <summary>Fills a picture of the same aspect, enlarged as need be.</summary>
    public void Fill(PlanarImage target)
    {
        if (Width == target.Width && Height == target.Height)
        {
            CopyTo(target);
            return;
        }

        using PlanarImage small = PlanarImage.Rent(Width, Height, 3);
        CopyTo(small);
        Enlarge(small, target);
    }

    /// <summary>Smoothly, and without ringing at bright discs, which more than two lobes would give.</summary>
    public static void Enlarge(PlanarImage small, PlanarImage target) => Resampler.Resize(
        small, new RectF(0, 0, small.Width, small.Height), target, new ResizeOptions { Kernel = ResizeKernel.CatmullRom });

    private void CopyTo(PlanarImage target)
    {
        int i = 0;
        for (int c = 0; c < 3; c++)
        {
            for (int y = 0; y < Height; y++)
            {
                Span<float> row = target.Row(c, y);
                ReadOnlySpan<ushort> from = Samples.AsSpan(i, Width);
                for (int x = 0; x < row.Length; x++)
                {
                    row[x] = from[x] * (1 / Most);
                }

                i += Width;
            }
        }
    }
}
