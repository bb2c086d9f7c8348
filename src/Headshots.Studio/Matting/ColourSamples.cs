using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>
/// The colours of one layer around every block of a picture, from the blocks that surely belong to it: those near by
/// count most, those farther off stand in where there are none.
/// </summary>
internal sealed class ColourSamples : IDisposable
{
    /// <summary>Taken off colours before squares are summed: variances lose less to rounding.</summary>
    private const float Middle = 0.5f;

    /// <summary>What a far sample counts beside a near one.</summary>
    private const float FarShare = 0.03f;

    /// <summary>The least share of a far window that is enough to speak of colours.</summary>
    private const float Fewest = 1e-3f;

    // Weight and weighted colour; then the products of the colours.
    private readonly PlanarImage[] _near;
    private readonly PlanarImage[] _far;

    /// <param name="colours">3 channels, sRGB-encoded block means.</param>
    /// <param name="sure">1 channel, the same size: 1 where a block surely belongs to the layer, else 0.</param>
    /// <param name="near">Radius of the near window in blocks.</param>
    /// <param name="far">Radius of the far one.</param>
    public ColourSamples(PlanarImage colours, PlanarImage sure, int near, int far)
    {
        PlanarImage[] moments = Moments(colours, sure);
        _near = Means(moments, near);
        _far = Means(moments, far);
        Dispose(moments);
    }

    /// <summary>The layer's colours about a block; false where no sample is in reach.</summary>
    public bool TryRead(int x, int y, out ColourModel model)
    {
        Vector4 first = Read(0, x, y);
        if (first.X < Fewest * FarShare)
        {
            model = default;
            return false;
        }

        float per = 1 / first.X;
        Vector3 mean = new Vector3(first.Y, first.Z, first.W) * per;
        Vector4 squares = Read(1, x, y) * per;
        Vector4 products = Read(2, x, y) * per;
        model = new ColourModel(
            mean + new Vector3(Middle),
            new Covariance(
                new Vector3(squares.X, squares.Y, squares.Z) - (mean * mean) + new Vector3(Covariance.Noise),
                new Vector3(products.X - (mean.X * mean.Y), products.Y - (mean.X * mean.Z), products.Z - (mean.Y * mean.Z))));
        return true;
    }

    public void Dispose()
    {
        Dispose(_near);
        Dispose(_far);
    }

    private static void Dispose(PlanarImage[] images)
    {
        foreach (PlanarImage image in images)
        {
            image.Dispose();
        }
    }

    private Vector4 Read(int image, int x, int y)
    {
        int at = (y * _near[image].Stride) + x;
        PlanarImage near = _near[image];
        PlanarImage far = _far[image];
        Vector4 value = default;
        for (int channel = 0; channel < near.Channels; channel++)
        {
            value[channel] = near.Plane(channel)[at] + (FarShare * far.Plane(channel)[at]);
        }

        return value;
    }

    private static PlanarImage[] Moments(PlanarImage colours, PlanarImage sure)
    {
        PlanarImage first = PlanarImage.Rent(colours.Width, colours.Height, 4);
        PlanarImage squares = PlanarImage.Rent(colours.Width, colours.Height, 3);
        PlanarImage products = PlanarImage.Rent(colours.Width, colours.Height, 3);
        PixelThreads.ForRows(colours.Height, 16, (from, end) =>
        {
            for (int y = from; y < end; y++)
            {
                ReadOnlySpan<float> weights = sure.Row(0, y);
                weights.CopyTo(first.Row(0, y));
                for (int channel = 0; channel < 3; channel++)
                {
                    Weigh(colours.Row(channel, y), weights, first.Row(channel + 1, y), squares.Row(channel, y));
                }

                Multiply(first.Row(1, y), colours.Row(1, y), products.Row(0, y));
                Multiply(first.Row(1, y), colours.Row(2, y), products.Row(1, y));
                Multiply(first.Row(2, y), colours.Row(2, y), products.Row(2, y));
            }
        });
        return [first, squares, products];
    }

    private static void Weigh(
        ReadOnlySpan<float> colour, ReadOnlySpan<float> weights, Span<float> weighted, Span<float> squared)
    {
        for (int x = 0; x < colour.Length; x++)
        {
            float value = colour[x] - Middle;
            weighted[x] = weights[x] * value;
            squared[x] = weights[x] * value * value;
        }
    }

    private static void Multiply(ReadOnlySpan<float> weighted, ReadOnlySpan<float> colour, Span<float> product)
    {
        for (int x = 0; x < colour.Length; x++)
        {
            product[x] = weighted[x] * (colour[x] - Middle);
        }
    }

    private static PlanarImage[] Means(PlanarImage[] moments, int radius)
    {
        PlanarImage[] means = new PlanarImage[moments.Length];
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = PlanarImage.Rent(moments[i].Width, moments[i].Height, moments[i].Channels);
            BoxFilter.Mean(moments[i], means[i], radius);
        }

        return means;
    }
}
