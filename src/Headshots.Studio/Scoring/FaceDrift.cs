using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Light;
using Headshots.Vision;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Scoring;

/// <summary>
/// Whether the face still has its shape: the mesh network looks at it before and after, in two pictures that lie on each
/// other and from the same place, because two looks from different places differ by a percent though nothing changed.
/// Levelling, perspective and crop come before the first of the two and therefore do not count.
/// </summary>
internal static class FaceDrift
{
    /// <summary>Mean distance of the points after the best similarity, in percent of the distance between the eyes.</summary>
    /// <param name="engine">Fits the mesh.</param>
    /// <param name="before">The face as it was, some 90 pixels between the eyes: 3 channels, sRGB-encoded.</param>
    /// <param name="after">The face as it became, at the same place.</param>
    /// <param name="mesh">About where it is, in pixels of both.</param>
    /// <returns>Null when the network sees no face any more.</returns>
    public static double? Measure(VisionEngine engine, PlanarImage before, PlanarImage after, FaceMesh mesh)
    {
        FaceDetection place = Place(mesh);
        return Look(engine, before, place) is { } expected && Look(engine, after, place) is { } seen
            ? Distance(expected, seen)
            : null;
    }

    /// <summary>
    /// The part of a picture that the network looks at: a square around the face half as large again as its points,
    /// level with the eyes, and a little more, since the face may not be where it must be.
    /// </summary>
    /// <param name="mesh">The face, in pixels of the picture.</param>
    /// <param name="block">Pixels to the side of a block.</param>
    /// <param name="picture">The picture.</param>
    public static BlockArea Watched(FaceMesh mesh, int block, PlanarImage picture)
    {
        FaceDetection place = Place(mesh);
        Vector2 eyes = Vector2.Normalize(mesh.RightSeenIris - mesh.LeftSeenIris);
        float reach = 0.8f * place.Box.Width * (Math.Abs(eyes.X) + Math.Abs(eyes.Y));
        Vector2 centre = place.Box.Centre;
        (int left, int right) = Blocks(centre.X, picture.Width);
        (int top, int bottom) = Blocks(centre.Y, picture.Height);
        return new BlockArea(left, top, right - left, bottom - top);

        (int From, int End) Blocks(float middle, int length)
        {
            int all = BlockMeans.Count(length, block);
            int from = Math.Clamp((int)MathF.Floor((middle - reach) / block), 0, all - 1);
            return (from, Math.Clamp((int)MathF.Ceiling((middle + reach) / block), from + 1, all));
        }
    }

    private static FaceMesh? Look(VisionEngine engine, PlanarImage picture, FaceDetection place)
    {
        using RgbImage bytes = Quantised(picture);
        return engine.FitMesh(bytes, place);
    }

    private static double Distance(FaceMesh expected, FaceMesh seen)
    {
        Vector2[] from = [.. Enumerable.Range(0, FaceMesh.PointCount).Select(seen.Flat)];
        Vector2[] to = [.. Enumerable.Range(0, FaceMesh.PointCount).Select(expected.Flat)];
        if (Similarity.Fit(from, to) is not { } fit)
        {
            return 100;
        }

        double sum = 0;
        for (int i = 0; i < from.Length; i++)
        {
            sum += Vector2.Distance(fit.Apply(from[i]), to[i]);
        }

        return 100 * sum / from.Length / Math.Max(expected.InterEye, 1e-3f);
    }

    /// <summary>Where the network is to look: around the points, level with the eyes.</summary>
    private static FaceDetection Place(FaceMesh mesh)
    {
        Vector2 eyes = mesh.RightSeenIris - mesh.LeftSeenIris;
        Matrix3x2 level = Matrix3x2.CreateRotation(-MathF.Atan2(eyes.Y, eyes.X));
        Vector2 low = new(float.MaxValue);
        Vector2 high = new(float.MinValue);
        for (int i = 0; i < CanonicalFace.VertexCount; i++)
        {
            Vector2 p = Vector2.Transform(mesh.Flat(i), level);
            low = Vector2.Min(low, p);
            high = Vector2.Max(high, p);
        }

        Matrix3x2.Invert(level, out Matrix3x2 back);
        Vector2 centre = Vector2.Transform((low + high) / 2, back);
        float side = Math.Max(high.X - low.X, high.Y - low.Y);
        return new FaceDetection(
            new RectF(centre.X - (side / 2), centre.Y - (side / 2), side, side),
            1,
            [mesh.LeftSeenIris, mesh.RightSeenIris, mesh.Flat(1), mesh.Flat(13), mesh.Flat(234), mesh.Flat(454)]);
    }

    private static RgbImage Quantised(PlanarImage picture)
    {
        RgbImage bytes = RgbImage.Rent(picture.Width, picture.Height);
        for (int y = 0; y < picture.Height; y++)
        {
            Span<byte> row = bytes.Row(y);
            for (int channel = 0; channel < 3; channel++)
            {
                ReadOnlySpan<float> values = picture.Row(channel, y);
                for (int x = 0; x < values.Length; x++)
                {
                    row[(3 * x) + channel] = (byte)((Math.Clamp(values[x], 0, 1) * 255) + 0.5f);
                }
            }
        }

        return bytes;
    }
}
