using System.Numerics;

namespace Headshots.Imaging;

/// <summary>
/// Samples an image through an affine map at print quality: levelled crops, aligned faces. Where the map shrinks, the
/// source is first reduced to the target's scale (<see cref="Resampler"/>, Lanczos-3, nothing aliases); the rest,
/// at unit scale or enlarging, is a 6 × 6 Lanczos-3 interpolation. A map without rotation is one resize.
/// Works on sRGB-encoded values; answers are clamped to [0, 1]. Uses <see cref="PixelThreads"/>.
/// </summary>
public static class AffineWarp
{
    // Of the target's longer side, in target pixels: a rotation or shear that moves no pixel by more is none.
    private const double NoRotation = 1.0 / 256;

    /// <summary>Fills the target from an 8-bit photo; a fourth target channel becomes the photo's coverage.</summary>
    /// <param name="source">Any size.</param>
    /// <param name="targetToSource">Continuous target to continuous source coordinates, row vectors; invertible.</param>
    /// <param name="target">3 or 4 channels.</param>
    /// <param name="border"><see cref="Border.Zero"/> fades to zero over one target pixel at the source's edge.</param>
    public static void Warp(RgbImage source, Matrix3x2 targetToSource, PlanarImage target, Border border)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        Warp(
            new Vector2(source.Width, source.Height),
            targetToSource,
            target,
            border,
            (region, into) => Resampler.Resize(source, region, into));
    }

    /// <summary>Fills the target from a planar image of as many channels, values in [0, 1].</summary>
    /// <param name="source">Any size; not the target.</param>
    /// <param name="targetToSource">Continuous target to continuous source coordinates, row vectors; invertible.</param>
    /// <param name="target">As many channels as the source.</param>
    /// <param name="border"><see cref="Border.Zero"/> fades to zero over one target pixel at the source's edge.</param>
    public static void Warp(PlanarImage source, Matrix3x2 targetToSource, PlanarImage target, Border border)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        Warp(
            new Vector2(source.Width, source.Height),
            targetToSource,
            target,
            border,
            (region, into) => Resampler.Resize(source, region, into));
    }

    private static void Warp(
        Vector2 sourceSize, Matrix3x2 map, PlanarImage target, Border border, Action<RectF, PlanarImage> resize)
    {
        if (!float.IsFinite(map.M11 + map.M12 + map.M21 + map.M22 + map.M31 + map.M32) || map.GetDeterminant() == 0)
        {
            throw new ArgumentException("The map must be finite and invertible.", nameof(map));
        }

        double drift = Math.Max(Math.Abs(map.M12) * target.Width, Math.Abs(map.M21) * target.Height);
        if (map.M11 > 0 && map.M22 > 0 && drift <= NoRotation * Math.Min(map.M11, map.M22))
        {
            // The drift is shared out around the centre.
            float x = map.M31 + (map.M21 * target.Height / 2);
            float y = map.M32 + (map.M12 * target.Width / 2);
            resize(new RectF(x, y, map.M11 * target.Width, map.M22 * target.Height), target);
        }
        else
        {
            WarpRotated(sourceSize, map, target, resize);
        }

        if (border == Border.Zero)
        {
            BorderFade.Apply(sourceSize, map, target);
        }
    }

    private static void WarpRotated(
        Vector2 sourceSize, Matrix3x2 map, PlanarImage target, Action<RectF, PlanarImage> resize)
    {
        var step = new Vector2(
            MathF.Max(1, MathF.Sqrt((map.M11 * map.M11) + (map.M21 * map.M21))),
            MathF.Max(1, MathF.Sqrt((map.M12 * map.M12) + (map.M22 * map.M22))));
        RectF needed = NeededRegion(sourceSize, map, target, step);
        using PlanarImage reduced = PlanarImage.Rent(
            (int)MathF.Ceiling(needed.Width / step.X), (int)MathF.Ceiling(needed.Height / step.Y), target.Channels);
        resize(new RectF(needed.X, needed.Y, reduced.Width * step.X, reduced.Height * step.Y), reduced);
        Matrix3x2 toReduced = map
            * Matrix3x2.CreateTranslation(-needed.X, -needed.Y)
            * Matrix3x2.CreateScale(1 / step.X, 1 / step.Y);
        LanczosInterpolator.Fill(reduced, toReduced, target);
    }

    // What the target shows and the interpolation reads around it, as far as it is not mere repetition of the edge.
    private static RectF NeededRegion(Vector2 sourceSize, Matrix3x2 map, PlanarImage target, Vector2 step)
    {
        Vector2 a = Vector2.Transform(Vector2.Zero, map);
        Vector2 b = Vector2.Transform(new Vector2(target.Width, 0), map);
        Vector2 c = Vector2.Transform(new Vector2(0, target.Height), map);
        Vector2 d = Vector2.Transform(new Vector2(target.Width, target.Height), map);
        Vector2 margin = step * LanczosInterpolator.Margin;
        Vector2 low = Vector2.Min(Vector2.Min(a, b), Vector2.Min(c, d)) - margin;
        Vector2 high = Vector2.Max(Vector2.Max(a, b), Vector2.Max(c, d)) + margin;
        low = Vector2.Clamp(low, -margin, sourceSize - Vector2.One);
        high = Vector2.Clamp(high, Vector2.One, sourceSize + margin);
        low = Floor(low);
        return RectF.FromCorners(low.X, low.Y, high.X, high.Y);
    }

    private static Vector2 Floor(Vector2 v) => new(MathF.Floor(v.X), MathF.Floor(v.Y));
}
