using System.Numerics;

namespace Headshots.Imaging;

/// <summary>
/// Samples a picture through a smooth curved map, once: the source is reduced to the target's scale
/// (<see cref="Resampler"/>), the rest is a 6 × 6 Lanczos-3 interpolation. For maps whose scale differs little across the
/// target: where they shrink by more than the scale that was named, detail may alias. Works on sRGB-encoded values, edge
/// pixels are repeated outside, answers are clamped to [0, 1]. Uses <see cref="PixelThreads"/>.
/// </summary>
public static unsafe class CurvedWarp
{
    private const int MinRowsPerChunk = 16;

    /// <summary>Fills the target from a photo.</summary>
    /// <param name="source">Any size.</param>
    /// <param name="targetToSource">For pictures of the target's size.</param>
    /// <param name="scale">Source pixels that a target pixel spans, by and large; more than 0.</param>
    /// <param name="target">3 channels.</param>
    public static void Warp(RgbImage source, CurvedMap targetToSource, float scale, PlanarImage target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        Vector2 size = new(source.Width, source.Height);
        Warp(size, targetToSource, scale, target, (region, into) => Resampler.Resize(source, region, into));
    }

    /// <summary>Fills the target from a planar image of as many channels, values in [0, 1].</summary>
    /// <param name="source">Any size; not the target.</param>
    /// <param name="targetToSource">For pictures of the target's size.</param>
    /// <param name="scale">Source pixels that a target pixel spans, by and large; more than 0.</param>
    /// <param name="target">As many channels as the source.</param>
    public static void Warp(PlanarImage source, CurvedMap targetToSource, float scale, PlanarImage target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        Vector2 size = new(source.Width, source.Height);
        Warp(size, targetToSource, scale, target, (region, into) => Resampler.Resize(source, region, into));
    }

    private static void Warp(
        Vector2 sourceSize, CurvedMap map, float scale, PlanarImage target, Action<RectF, PlanarImage> resize)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (!(scale > 0) || !float.IsFinite(scale))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "must be finite and more than 0");
        }

        if (map.Width != target.Width || map.Height != target.Height)
        {
            throw new ArgumentException("Needs the map's size.", nameof(target));
        }

        float step = MathF.Max(1, scale);
        RectF needed = NeededRegion(sourceSize, map.Bounds, new Vector2(step * LanczosInterpolator.Margin));
        using PlanarImage reduced = PlanarImage.Rent(
            (int)MathF.Ceiling(needed.Width / step), (int)MathF.Ceiling(needed.Height / step), target.Channels);
        resize(new RectF(needed.X, needed.Y, reduced.Width * step, reduced.Height * step), reduced);
        PixelThreads.ForRows(target.Height, MinRowsPerChunk, (from, end) =>
        {
            using PlanarImage row = PlanarImage.Rent(target.Width, 1, 2);
            for (int y = from; y < end; y++)
            {
                map.FillRow(y, new Vector2(needed.X, needed.Y), 1 / step, row.Row(0, 0), row.Row(1, 0));
                LanczosInterpolator.FillRow(reduced, row.Address(0, 0), row.Address(1, 0), target, y);
            }
        });
    }

    // What the target shows and the interpolation reads around it, as far as it is not mere repetition of the edge.
    private static RectF NeededRegion(Vector2 sourceSize, RectF shown, Vector2 margin)
    {
        Vector2 low = Vector2.Clamp(new Vector2(shown.X, shown.Y) - margin, -margin, sourceSize - Vector2.One);
        Vector2 high = Vector2.Clamp(new Vector2(shown.Right, shown.Bottom) + margin, Vector2.One, sourceSize + margin);
        return RectF.FromCorners(MathF.Floor(low.X), MathF.Floor(low.Y), high.X, high.Y);
    }
}
