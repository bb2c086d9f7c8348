using System.Numerics;
using Headshots.Imaging;

namespace Headshots.TestKit;

/// <summary>
/// Paints onto a photo what hides a face: masks and glasses, lit as the face below them is. Points are MediaPipe's, in
/// pixels of the photo.
/// </summary>
public static class FaceCovers
{
    private static readonly int[] _mask =
    [
        197, 119, 117, 123, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 352, 346, 348,
    ];

    /// <summary>From the lip under the nose to the chin.</summary>
    private static readonly int[] _lowMask =
    [
        164, 167, 165, 206, 207, 187, 147, 177, 58, 172, 136, 150, 149, 176, 148, 152,
        377, 400, 378, 379, 365, 397, 288, 401, 376, 411, 427, 426, 391, 393,
    ];

    private static readonly int[] _oval =
    [
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
        152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
    ];

    /// <summary>A surgical mask with folds; the pattern, if any, is of spots in the second colour.</summary>
    /// <param name="photo">The photo.</param>
    /// <param name="mesh">The face's points in it.</param>
    /// <param name="colour">Of the cloth, linear light.</param>
    /// <param name="spots">Of the pattern.</param>
    /// <param name="underNose">Worn so that the nose shows.</param>
    public static RgbImage Mask(
        RgbImage photo, IReadOnlyList<Vector3> mesh, Vector3 colour, Vector3? spots = null, bool underNose = false) =>
        Paint(photo, mesh, underNose ? _lowMask : _mask, p =>
        {
            float eye = EyeDistance(mesh);
            float fold = 0.94f + (0.06f * MathF.Sin(14 * p.Y / eye));
            bool spot = spots is not null && MathF.Sin(18 * p.X / eye) * MathF.Sin(18 * p.Y / eye) > 0.25f;
            return fold * (spot ? spots!.Value : colour);
        });

    /// <summary>Sunglasses with lenses from brow to cheek: dark, or mirroring a sky above a darker ground.</summary>
    public static RgbImage Sunglasses(RgbImage photo, IReadOnlyList<Vector3> mesh, bool mirrored)
    {
        Vector2 left = Flat(mesh[468]);
        Vector2 right = Flat(mesh[473]);
        Vector2 along = Vector2.Normalize(right - left);
        Vector2 down = new(-along.Y, along.X);
        float eye = EyeDistance(mesh);
        RgbImage result = Copy(photo);
        foreach (Vector2 centre in (ReadOnlySpan<Vector2>)[left, right])
        {
            Vector2 middle = centre + (0.06f * eye * down);
            Blend(result, photo, mesh, (p, _) =>
            {
                Vector2 q = p - middle;
                float x = Vector2.Dot(q, along) / (0.45f * eye);
                float y = Vector2.Dot(q, down) / (0.34f * eye);
                float level = ((x * x * x * x) + (y * y * y * y)) - 1;
                Vector3 sky = y < 0.2f ? Vector3.Lerp(new(0.35f, 0.55f, 0.9f), new(0.75f, 0.85f, 0.95f), (y + 1) / 1.2f) : new(0.18f, 0.17f, 0.16f);
                return (Math.Clamp(-level * 6, 0, 1), mirrored ? sky : new Vector3(0.012f, 0.012f, 0.014f));
            }, lit: false);
        }

        return result;
    }

    private static RgbImage Paint(RgbImage photo, IReadOnlyList<Vector3> mesh, int[] outline, Func<Vector2, Vector3> albedo)
    {
        Vector2[] points = [.. outline.Select(i => Flat(mesh[i]))];
        RgbImage result = Copy(photo);
        Blend(result, photo, mesh, (p, _) => (Inside(points, p) ? 1 : 0, albedo(p)), lit: true);
        return result;
    }

    /// <summary>Linear light; lit paint follows the mean light on a face's forehead and cheeks.</summary>
    private static void Blend(
        RgbImage result, RgbImage photo, IReadOnlyList<Vector3> mesh, Func<Vector2, float, (float Cover, Vector3 Colour)> paint, bool lit)
    {
        Vector2[] oval = [.. _oval.Select(i => Flat(mesh[i]))];
        int left = Math.Max(0, (int)oval.Min(p => p.X) - 40);
        int right = Math.Min(photo.Width, (int)oval.Max(p => p.X) + 40);
        int top = Math.Max(0, (int)oval.Min(p => p.Y) - 20);
        int bottom = Math.Min(photo.Height, (int)oval.Max(p => p.Y) + 20);
        (float l, float r) = (Light(photo, mesh, [50, 117]), Light(photo, mesh, [280, 346]));
        float middle = (mesh[50].X + mesh[280].X) / 2;
        float half = Math.Max(1, Math.Abs(mesh[280].X - mesh[50].X) / 2);
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                (float cover, Vector3 colour) = paint(new Vector2(x + 0.5f, y + 0.5f), 0);
                if (cover <= 0)
                {
                    continue;
                }

                // Cloth reflects about as much as light cheeks do; the light falls off from one cheek to the other.
                float light = lit ? 1.1f * float.Lerp(l, r, Math.Clamp((((x - middle) / half) + 1) / 2, 0, 1)) : 1;
                Span<byte> pixel = result.Row(y).Slice(3 * x, 3);
                for (int c = 0; c < 3; c++)
                {
                    double under = SrgbCurve.ToLinear(pixel[c] / 255.0);
                    double over = Math.Min(1, colour[c] * light);
                    pixel[c] = (byte)Math.Round(255 * SrgbCurve.ToEncoded((under * (1 - cover)) + (over * cover)));
                }
            }
        }
    }

    /// <summary>What light falls there, taking skin to reflect what its own colour says of a tone in the middle.</summary>
    private static float Light(RgbImage photo, IReadOnlyList<Vector3> mesh, ReadOnlySpan<int> points)
    {
        double sum = 0;
        foreach (int i in points)
        {
            int x = Math.Clamp((int)mesh[i].X, 0, photo.Width - 1);
            int y = Math.Clamp((int)mesh[i].Y, 0, photo.Height - 1);
            sum += SrgbCurve.ToLinear(photo.Row(y)[(3 * x) + 1] / 255.0);
        }

        return (float)Math.Clamp(sum / points.Length / 0.35, 0.25, 1);
    }

    private static float EyeDistance(IReadOnlyList<Vector3> mesh) => Vector2.Distance(Flat(mesh[468]), Flat(mesh[473]));

    private static Vector2 Flat(Vector3 p) => new(p.X, p.Y);

    private static RgbImage Copy(RgbImage photo)
    {
        RgbImage copy = RgbImage.Rent(photo.Width, photo.Height);
        photo.Pixels.CopyTo(copy.Pixels);
        return copy;
    }

    private static bool Inside(Vector2[] points, Vector2 p)
    {
        bool inside = false;
        for (int i = 0, j = points.Length - 1; i < points.Length; j = i++)
        {
            (Vector2 a, Vector2 b) = (points[i], points[j]);
            if ((a.Y > p.Y) != (b.Y > p.Y) && p.X < a.X + ((b.X - a.X) * (p.Y - a.Y) / (b.Y - a.Y)))
            {
                inside = !inside;
            }
        }

        return inside;
    }
}
