using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Light;
using Headshots.Studio.Renditions;
using Headshots.Studio.Reports;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Comparing;

/// <summary>Two faces, laid on each other by the best similarity of their points, measured.</summary>
internal static class FaceComparison
{
    /// <summary>Pixels of a headshot whose detail is enough to compare faces by.</summary>
    public const int LookedAt = 640;

    /// <summary>Side in pixels of the square that both faces are brought to.</summary>
    private const int Side = 320;

    /// <summary>How much more than the points' own box the square shows.</summary>
    private const float Around = 1.15f;

    /// <summary>Window in which a change of tone may differ from the next window's, in pixels to each side.</summary>
    private const int ToneRadius = 10;

    /// <summary>How far a pixel may lie from what the tone makes of the other, on the encoded scale.</summary>
    private const float Changed = 0.06f;

    /// <summary>Both have a face.</summary>
    public static LikenessReport Of(Examination one, Examination other)
    {
        FaceMesh a = one.Mesh!;
        FaceMesh b = other.Mesh!;
        Vector2[] from = [.. a.Points.Select(p => new Vector2(p.X, p.Y))];
        Vector2[] to = [.. b.Points.Select(p => new Vector2(p.X, p.Y))];
        Similarity laid = Similarity.Fit(from, to) ?? Similarity.Identity;
        Matrix3x2 toOne = Square(from);
        Matrix3x2 toOther = toOne * laid.ToMatrix();
        using PlanarImage first = Sample(one, toOne);
        using PlanarImage second = Sample(other, toOther);
        FaceMesh face = InSquare(a, toOne);
        (double ita, double hue) = Tones(first, face, second, InSquare(b, toOther));
        return new LikenessReport(
            Math.Round(100 * Drift(from, to, laid) / Vector2.Distance(a.LeftSeenIris, a.RightSeenIris), 2),
            Math.Round(ita, 2),
            Math.Round(hue, 2),
            Math.Round(ChangedShare(first, second, face), 4),
            CastCorrected: false);
    }

    /// <summary>Mean distance of the points in the first photo's pixels.</summary>
    private static double Drift(Vector2[] from, Vector2[] to, Similarity laid)
    {
        Similarity back = laid.Inverse();
        return from.Zip(to, (p, q) => (double)Vector2.Distance(p, back.Apply(q))).Average();
    }

    private static Matrix3x2 Square(Vector2[] points)
    {
        Vector2 low = points.Aggregate(Vector2.Min);
        Vector2 high = points.Aggregate(Vector2.Max);
        float side = Around * Math.Max(high.X - low.X, high.Y - low.Y);
        Vector2 corner = ((low + high) / 2) - new Vector2(side / 2);
        return Matrix3x2.CreateScale(side / Side) * Matrix3x2.CreateTranslation(corner);
    }

    private static PlanarImage Sample(Examination seen, Matrix3x2 toPhoto)
    {
        PlanarImage square = PlanarImage.Rent(Side, Side, 3);
        AffineWarp.Warp(seen.Photo, toPhoto, square, Border.Replicate);
        return square;
    }

    private static FaceMesh InSquare(FaceMesh mesh, Matrix3x2 toPhoto)
    {
        if (!Matrix3x2.Invert(toPhoto, out Matrix3x2 toSquare))
        {
            throw new InvalidOperationException("A similarity can always be undone.");
        }

        float scale = MathF.Sqrt(Math.Abs(toSquare.GetDeterminant()));
        return mesh with
        {
            Points = [.. mesh.Points.Select(p => new Vector3(Vector2.Transform(new Vector2(p.X, p.Y), toSquare), p.Z * scale))],
        };
    }

    /// <summary>By how many degrees the second's skin is lighter, and turned in hue; 0 where no skin is seen.</summary>
    private static (double Ita, double Hue) Tones(PlanarImage first, FaceMesh one, PlanarImage second, FaceMesh other)
    {
        using SkinRegion skin = SkinRegion.Of(first, one);
        using SkinRegion otherSkin = SkinRegion.Of(second, other);
        if (skin.Tone(first) is not { } a || otherSkin.Tone(second) is not { } b)
        {
            return (0, 0);
        }

        return (b.Ita - a.Ita, Math.IEEERemainder(b.Hue - a.Hue, 360));
    }

    /// <summary>Share of the face's pixels that no change of contrast and brightness around them explains.</summary>
    private static double ChangedShare(PlanarImage first, PlanarImage second, FaceMesh face)
    {
        using PlanarImage a = Luma.Of(first);
        using PlanarImage b = Luma.Of(second);
        using PlanarImage means = Moments(a, b);
        bool[] inside = Inside(face);
        int all = 0;
        int changed = 0;
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                if (!inside[(y * Side) + x])
                {
                    continue;
                }

                float mean = means.Row(0, y)[x];
                float variance = Math.Max(0, means.Row(2, y)[x] - (mean * mean));
                float covariance = means.Row(3, y)[x] - (mean * means.Row(1, y)[x]);
                float slope = Math.Clamp(covariance / (variance + 1e-4f), 0, 3);
                float expected = means.Row(1, y)[x] + (slope * (a.Row(0, y)[x] - mean));
                all++;
                changed += Math.Abs(b.Row(0, y)[x] - expected) > Changed ? 1 : 0;
            }
        }

        return all == 0 ? 0 : (double)changed / all;
    }

    private static PlanarImage Moments(PlanarImage a, PlanarImage b)
    {
        using PlanarImage moments = PlanarImage.Rent(Side, Side, 4);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                (float p, float q) = (a.Row(0, y)[x], b.Row(0, y)[x]);
                moments.Row(0, y)[x] = p;
                moments.Row(1, y)[x] = q;
                moments.Row(2, y)[x] = p * p;
                moments.Row(3, y)[x] = p * q;
            }
        }

        PlanarImage means = PlanarImage.Rent(Side, Side, 4);
        BoxFilter.Mean(moments, means, ToneRadius);
        return means;
    }

    /// <summary>Which pixels lie within the oval of the face (even-odd rule along each row).</summary>
    private static bool[] Inside(FaceMesh face)
    {
        bool[] inside = new bool[Side * Side];
        Vector2[] oval = [.. Framing.HeadGeometry.Oval.Select(face.Flat)];
        for (int y = 0; y < Side; y++)
        {
            float level = y + 0.5f;
            List<float> crossings = [];
            for (int i = 0; i < oval.Length; i++)
            {
                (Vector2 p, Vector2 q) = (oval[i], oval[(i + 1) % oval.Length]);
                if ((p.Y <= level) != (q.Y <= level))
                {
                    crossings.Add(p.X + ((level - p.Y) / (q.Y - p.Y) * (q.X - p.X)));
                }
            }

            crossings.Sort();
            for (int i = 0; i + 1 < crossings.Count; i += 2)
            {
                int first = (int)Math.Clamp(MathF.Ceiling(crossings[i] - 0.5f), 0, Side);
                int end = (int)Math.Clamp(MathF.Ceiling(crossings[i + 1] - 0.5f), first, Side);
                inside.AsSpan((y * Side) + first, end - first).Fill(true);
            }
        }

        return inside;
    }
}
