using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Renditions;

/// <summary>
/// How much of the photo's fine detail a finished picture still shows: the slope of its luma over that of the photo in
/// a small window, which is what a guided filter fits (He, Sun, Tang 2013). It is 1 where nothing was done, more where
/// light was added, less where skin was calmed, and 0 on a new background or a new garment.
/// </summary>
internal static class DetailGain
{
    /// <summary>Window of the fit, in pixels to each side.</summary>
    private const int Radius = 3;

    /// <summary>Variance below which there is nothing to fit: two steps of eight bits, squared.</summary>
    private const float Nothing = 4f / (255 * 255);

    private const float Most = 2;

    /// <param name="picture">Luma of the finished picture.</param>
    /// <param name="asShot">Luma of the photo as it was framed, the same size.</param>
    /// <param name="alpha">Who is person, the same size.</param>
    /// <returns>1 channel, 0 to 2; the caller's to dispose.</returns>
    public static PlanarImage Of(PlanarImage picture, PlanarImage asShot, PlanarImage alpha)
    {
        // Moments side by side in one image, so that one pass averages them all.
        using PlanarImage moments = PlanarImage.Rent(asShot.Width, asShot.Height, 4);
        using PlanarImage means = PlanarImage.Rent(asShot.Width, asShot.Height, 4);
        ReadOnlySpan<float> to = picture.Plane(0);
        ReadOnlySpan<float> from = asShot.Plane(0);
        from.CopyTo(moments.Plane(0));
        to.CopyTo(moments.Plane(1));
        Product(from, from, moments.Plane(2));
        Product(from, to, moments.Plane(3));
        BoxFilter.Mean(moments, means, Radius);

        PlanarImage gain = PlanarImage.Rent(asShot.Width, asShot.Height, 1);
        PixelThreads.ForRows(gain.Height, 64, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                Slope(means, alpha, gain, y);
            }
        });
        return gain;
    }

    private static void Slope(PlanarImage means, PlanarImage alpha, PlanarImage gain, int y)
    {
        ReadOnlySpan<float> from = means.Row(0, y);
        ReadOnlySpan<float> to = means.Row(1, y);
        ReadOnlySpan<float> square = means.Row(2, y);
        ReadOnlySpan<float> product = means.Row(3, y);
        ReadOnlySpan<float> a = alpha.Row(0, y);
        Span<float> slope = gain.Row(0, y);
        for (int x = 0; x < slope.Length; x++)
        {
            float variance = Math.Max(0, square[x] - (from[x] * from[x]));
            float covariance = product[x] - (from[x] * to[x]);
            slope[x] = a[x] * Math.Clamp(covariance / (variance + Nothing), 0, Most);
        }
    }

    private static void Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> to)
    {
        // Planes are padded to whole vectors.
        for (int i = 0; i < to.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(a[i..]) * new Vector<float>(b[i..])).CopyTo(to[i..]);
        }
    }
}
