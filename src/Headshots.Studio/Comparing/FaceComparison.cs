using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Light;
using Headshots.Studio.Reports;
using Headshots.Studio.Scoring;
using Headshots.Vision;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Comparing;

/// <summary>
/// Two faces, laid on each other by the best similarity of their points and then measured like a headshot against its
/// photo (<see cref="LikenessMeter"/>).
/// </summary>
internal static class FaceComparison
{
    /// <summary>Pixels of a headshot whose detail is enough to compare faces by.</summary>
    public const int LookedAt = 640;

    /// <summary>How much more than the points' own box is shown: the mesh network looks at one and a half times their width.</summary>
    private const float Around = 1.7f;

    /// <summary>Steps to lay the pictures on each other: each leaves about a tenth of what it found.</summary>
    private const int Steps = 3;

    /// <summary>Eye distances by which the points of two looks may be off; where pictures are led farther apart, they are of no one face.</summary>
    private const float Nudge = 0.04f;

    /// <summary>Standard deviation in pixels that makes two samplings and two files' compression equally sharp.</summary>
    private const float Alike = 0.8f;

    /// <summary>Both have a face.</summary>
    public static LikenessReport Of(VisionEngine engine, Examination one, Examination other)
    {
        FaceMesh a = one.Mesh!;
        FaceMesh b = other.Mesh!;
        Vector2[] from = [.. Enumerable.Range(0, FaceMesh.PointCount).Select(a.Flat)];
        Vector2[] to = [.. Enumerable.Range(0, FaceMesh.PointCount).Select(b.Flat)];
        Similarity laid = Similarity.Fit(from, to) ?? Similarity.Identity;
        (Matrix3x2 toOne, int side) = Square(from, a.InterEye);
        using PlanarImage first = Sample(one, toOne, side);
        FaceMesh face = InSquare(a, toOne);
        Matrix3x2 toOther = Settled(first, face, other, toOne * laid.ToMatrix());
        using PlanarImage second = Sample(other, toOther, side);

        // Each on its own skin: of two photos, glasses or hair lie on different parts of it.
        using SkinRegion skin = SkinRegion.Of(first, face);
        using SkinRegion otherSkin = SkinRegion.Of(second, InSquare(b, toOther));
        return LikenessMeter.Measure(engine, first, second, face, skin.ToneAsFound, otherSkin.ToneAsFound);
    }

    /// <summary>The map to the other photo with which its face lies on the first one's; as it was where that cannot be had.</summary>
    private static Matrix3x2 Settled(PlanarImage first, FaceMesh face, Examination other, Matrix3x2 rough)
    {
        using FaceRegistration registration = FaceRegistration.On(first, face);
        Matrix3x2 move = Matrix3x2.Identity;
        for (int step = 0; step < Steps; step++)
        {
            using PlanarImage second = Sample(other, move * rough, first.Width);
            move = registration.Step(second) * move;
        }

        bool near = new[] { face.LeftSeenIris, face.RightSeenIris, face.Flat(152) }
            .All(p => Vector2.Distance(Vector2.Transform(p, move), p) < Nudge * LikenessMeter.InterEye);
        return near ? move * rough : rough;
    }

    /// <summary>A square around the points in which the eyes are as far apart as the measures want them, and its side in pixels.</summary>
    private static (Matrix3x2 ToPhoto, int Side) Square(Vector2[] points, float interEye)
    {
        Vector2 low = points.Aggregate(Vector2.Min);
        Vector2 high = points.Aggregate(Vector2.Max);
        float extent = Around * Math.Max(high.X - low.X, high.Y - low.Y);
        float scale = Math.Max(interEye, 1) / LikenessMeter.InterEye;
        Vector2 corner = ((low + high) / 2) - new Vector2(extent / 2);
        return (Matrix3x2.CreateScale(scale) * Matrix3x2.CreateTranslation(corner), (int)MathF.Ceiling(extent / scale));
    }

    private static PlanarImage Sample(Examination seen, Matrix3x2 toPhoto, int side)
    {
        PlanarImage square = PlanarImage.Rent(side, side, 3);
        try
        {
            using PlanarImage sharp = PlanarImage.Rent(side, side, 3);
            AffineWarp.Warp(seen.Photo, toPhoto, sharp, Border.Replicate);
            GaussianBlur.Apply(sharp, square, Alike);
            return square;
        }
        catch
        {
            square.Dispose();
            throw;
        }
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
}
