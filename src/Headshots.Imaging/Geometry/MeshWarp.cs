using System.Numerics;

namespace Headshots.Imaging;

/// <summary>
/// Moves a picture with a triangle mesh: each triangle carries its pixels affinely. Done in two steps, so that a map
/// can be smoothed or continued beyond the mesh in between.
/// </summary>
public static unsafe class MeshWarp
{
    private const int MinRowsPerChunk = 16;

    /// <summary>
    /// For every pixel whose centre a target triangle covers, where the source shows the same point. Of triangles that
    /// overlap, the later wins. Pixels that none covers keep what the map held: <see cref="float.NaN"/> there makes
    /// <see cref="Apply"/> leave them alone, an identity map lets them stay in place.
    /// </summary>
    /// <param name="targetVertices">Continuous target coordinates.</param>
    /// <param name="sourceVertices">Of the same vertices in continuous source coordinates.</param>
    /// <param name="triangles">Three vertex indices each; orientation does not matter.</param>
    /// <param name="map">2 channels, x and y; as large as the target.</param>
    public static void Rasterise(
        ReadOnlySpan<Vector2> targetVertices, ReadOnlySpan<Vector2> sourceVertices, ReadOnlySpan<int> triangles, PlanarImage map)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfNotEqual(map.Channels, 2, nameof(map));
        ArgumentOutOfRangeException.ThrowIfNotEqual(sourceVertices.Length, targetVertices.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(triangles.Length % 3, 0, nameof(triangles));
        for (int t = 0; t < triangles.Length; t += 3)
        {
            int a = triangles[t], b = triangles[t + 1], c = triangles[t + 2];
            ReadOnlySpan<Vector2> corners = [targetVertices[a], targetVertices[b], targetVertices[c]];
            if (AffineFit.LeastSquares(corners, [sourceVertices[a], sourceVertices[b], sourceVertices[c]]) is { } affine)
            {
                Fill(corners, affine, map);
            }
        }
    }

    /// <summary>Makes a map stay in place everywhere.</summary>
    public static void FillIdentity(PlanarImage map)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfNotEqual(map.Channels, 2, nameof(map));
        for (int y = 0; y < map.Height; y++)
        {
            FillRow(map, Matrix3x2.Identity, y, 0, map.Width);
        }
    }

    /// <summary>
    /// Fills the target with what the source shows where the map points: Lanczos-3 interpolation, edge pixels repeated
    /// outside, clamped to [0, 1]. There is no anti-aliasing: for maps that shrink by little. Uses
    /// <see cref="PixelThreads"/>.
    /// </summary>
    /// <param name="source">Any size; not the target.</param>
    /// <param name="map">2 channels, continuous source coordinates; NaN leaves the target's pixel as it is.</param>
    /// <param name="target">As large as the map, as many channels as the source.</param>
    public static void Apply(PlanarImage source, PlanarImage map, PlanarImage target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfNotEqual(map.Channels, 2, nameof(map));
        if (target.Width != map.Width || target.Height != map.Height || target.Channels != source.Channels)
        {
            throw new ArgumentException("Needs the map's size and the source's channels.", nameof(target));
        }

        PixelThreads.ForRows(target.Height, MinRowsPerChunk, (from, end) =>
        {
            for (int y = from; y < end; y++)
            {
                float* u = map.Address(0, y);
                float* v = map.Address(1, y);
                for (int x = 0; x < target.Width; x++)
                {
                    if (float.IsFinite(u[x]) && float.IsFinite(v[x]))
                    {
                        LanczosInterpolator.Sample(source, u[x], v[x], target, x, y);
                    }
                }
            }
        });
    }

    // Rows of pixel centres between the crossings of the triangle's edges. A crossing is computed from the edge's upper
    // end whichever triangle asks, so that neighbours leave no gap and no pixel is filled twice.
    private static void Fill(ReadOnlySpan<Vector2> corners, Matrix3x2 affine, PlanarImage map)
    {
        float top = MathF.Min(corners[0].Y, MathF.Min(corners[1].Y, corners[2].Y));
        float bottom = MathF.Max(corners[0].Y, MathF.Max(corners[1].Y, corners[2].Y));
        int first = (int)Math.Clamp(MathF.Ceiling(top - 0.5f), 0, map.Height);
        int end = (int)Math.Clamp(MathF.Ceiling(bottom - 0.5f), 0, map.Height);
        for (int y = first; y < end; y++)
        {
            float left = float.PositiveInfinity;
            float right = float.NegativeInfinity;
            for (int k = 0; k < 3; k++)
            {
                if (Crossing(corners[k], corners[(k + 1) % 3], y + 0.5f) is { } x)
                {
                    left = MathF.Min(left, x);
                    right = MathF.Max(right, x);
                }
            }

            int from = (int)Math.Clamp(MathF.Ceiling(left - 0.5f), 0, map.Width);
            FillRow(map, affine, y, from, (int)Math.Clamp(MathF.Ceiling(right - 0.5f), 0, map.Width));
        }
    }

    private static float? Crossing(Vector2 a, Vector2 b, float y)
    {
        (Vector2 upper, Vector2 lower) = a.Y < b.Y || (a.Y == b.Y && a.X < b.X) ? (a, b) : (b, a);
        return upper.Y <= y && y < lower.Y
            ? upper.X + ((lower.X - upper.X) * ((y - upper.Y) / (lower.Y - upper.Y)))
            : null;
    }

    private static void FillRow(PlanarImage map, Matrix3x2 affine, int y, int from, int end)
    {
        float* u = map.Address(0, y);
        float* v = map.Address(1, y);
        double u0 = ((y + 0.5) * affine.M21) + affine.M31;
        double v0 = ((y + 0.5) * affine.M22) + affine.M32;
        for (int x = from; x < end; x++)
        {
            u[x] = (float)(u0 + ((x + 0.5) * affine.M11));
            v[x] = (float)(v0 + ((x + 0.5) * affine.M12));
        }
    }
}
