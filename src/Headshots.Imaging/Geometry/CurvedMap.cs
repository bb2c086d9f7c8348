using System.Numerics;

namespace Headshots.Imaging;

/// <summary>
/// A smooth map from the pixels of a picture to another's coordinates, kept at every eighth pixel of every eighth row and
/// interpolated bilinearly between: as good as the map itself where it hardly curves within eight pixels. Owns memory.
/// </summary>
public sealed class CurvedMap : IDisposable
{
    private const int Step = 8;

    private readonly PlanarImage _nodes;

    /// <summary>Asks the map at its nodes. Uses <see cref="PixelThreads"/>.</summary>
    /// <param name="map">Continuous coordinates to continuous coordinates; finite, safe to call from many threads.</param>
    /// <param name="width">Of the picture, in pixels.</param>
    /// <param name="height">Of the picture, in pixels.</param>
    public CurvedMap(Func<Vector2, Vector2> map, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(map);
        Width = width;
        Height = height;
        _nodes = PlanarImage.Rent(((width - 1) / Step) + 2, ((height - 1) / Step) + 2, 2);
        PixelThreads.ForRows(_nodes.Height, 4, (from, end) =>
        {
            for (int j = from; j < end; j++)
            {
                Span<float> u = _nodes.Row(0, j);
                Span<float> v = _nodes.Row(1, j);
                for (int i = 0; i < u.Length; i++)
                {
                    Vector2 at = map(new Vector2((i * Step) + 0.5f, (j * Step) + 0.5f));
                    (u[i], v[i]) = (at.X, at.Y);
                }
            }
        });
        Bounds = BoundsOf(_nodes);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>A rectangle around all that the picture maps to.</summary>
    public RectF Bounds { get; }

    /// <summary>Where the pixel centres of a row map to.</summary>
    /// <param name="y">The row.</param>
    /// <param name="u">Receives <see cref="Width"/> coordinates.</param>
    /// <param name="v">The same downwards.</param>
    public void FillRow(int y, Span<float> u, Span<float> v) => FillRow(y, Vector2.Zero, 1, u, v);

    public void Dispose() => _nodes.Dispose();

    /// <summary>The same, less an origin and then scaled.</summary>
    internal void FillRow(int y, Vector2 origin, float scale, Span<float> u, Span<float> v)
    {
        int j = y / Step;
        float down = (y - (j * Step)) / (float)Step;
        Along(_nodes.Row(0, j), _nodes.Row(0, j + 1), down, origin.X, scale, u[..Width]);
        Along(_nodes.Row(1, j), _nodes.Row(1, j + 1), down, origin.Y, scale, v[..Width]);
    }

    private static void Along(
        ReadOnlySpan<float> upper, ReadOnlySpan<float> lower, float down, float origin, float scale, Span<float> into)
    {
        for (int x = 0; x < into.Length; x += Step)
        {
            int i = x / Step;
            float start = (float.Lerp(upper[i], lower[i], down) - origin) * scale;
            float end = (float.Lerp(upper[i + 1], lower[i + 1], down) - origin) * scale;
            float slope = (end - start) / Step;
            Span<float> stretch = into.Slice(x, Math.Min(Step, into.Length - x));
            for (int k = 0; k < stretch.Length; k++)
            {
                stretch[k] = start + (slope * k);
            }
        }
    }

    private static RectF BoundsOf(PlanarImage nodes)
    {
        Vector2 low = new(float.MaxValue);
        Vector2 high = new(float.MinValue);
        for (int j = 0; j < nodes.Height; j++)
        {
            ReadOnlySpan<float> u = nodes.Row(0, j);
            ReadOnlySpan<float> v = nodes.Row(1, j);
            for (int i = 0; i < u.Length; i++)
            {
                low = Vector2.Min(low, new Vector2(u[i], v[i]));
                high = Vector2.Max(high, new Vector2(u[i], v[i]));
            }
        }

        return RectF.FromCorners(low.X, low.Y, high.X, high.Y);
    }
}
