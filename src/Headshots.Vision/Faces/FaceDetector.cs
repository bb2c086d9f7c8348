using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Vision.Faces;

/// <summary>
/// Finds the faces of a picture. The two networks see upright faces of middling size; what they miss is shown to them
/// again smaller, turned, or in pieces, and only then, so that the usual picture costs one look of each.
/// </summary>
internal sealed class FaceDetector(DetectorNetwork shortRange, DetectorNetwork fullRange, FaceMesher mesher) : IDisposable
{
    /// <summary>Intersection over union from which boxes of two views are one face.</summary>
    private const float SameFace = 0.3f;

    /// <summary>Share of a box that lies in another from which both are one face.</summary>
    private const float MostlyInside = 0.6f;

    /// <summary>From this score on a face that was seen upright needs no second opinion.</summary>
    private const float Clear = 0.85f;

    /// <summary>Faces narrower than this share of the long side may have neighbours too small for one look at the whole.</summary>
    private const float Small = 0.1f;

    /// <summary>How much smaller a picture is shown for a face that fills it: the networks know faces with some air around.</summary>
    private const float Shrunk = 1.8f;

    /// <summary>How much surer the full-range network must be to have its box taken.</summary>
    private const float Handicap = 0.1f;

    /// <summary>Lean in radians from which a face is looked at once more, turned upright.</summary>
    private const float FarLean = MathF.PI / 4;

    private const int MaxStraightenings = 2;

    /// <summary>Side of a view of one face in sides of its box: where the short-range network is at its best.</summary>
    private const float ViewOverFace = 3;

    private const float TileSide = 0.4f;
    private const float TileStep = 0.3f;

    // Both networks still see most faces that lean by 60 degrees, with less and less confidence: two more leans reach 90.
    private static readonly float[] s_leans = [MathF.PI / 3, -MathF.PI / 3];

    /// <summary>Best first.</summary>
    public IReadOnlyList<FaceDetection> Detect(RgbImage image)
    {
        var whole = SquareView.Whole(image.Width, image.Height);
        List<FaceCandidate> near = shortRange.Look(image, whole);
        List<FaceCandidate> far = fullRange.Look(image, whole);

        // Where both see a face well, the short-range network's box is the one that the mesh was made for.
        far.RemoveAll(f => near.Exists(n => n.Overlap(f) > SameFace && n.Score > f.Score - Handicap));
        List<FaceCandidate> faces = Confirm(image, [.. near, .. far]);
        if (faces.Count == 0)
        {
            faces = Confirm(image, LookAgain(image));
        }

        float longSide = Math.Max(image.Width, image.Height);
        if (faces.Count == 0 || faces.TrueForAll(f => f.Size.X < Small * longSide))
        {
            faces = Confirm(image, [.. faces, .. LookCloser(image, 0)]);
        }

        for (int i = 0; faces.Count == 0 && i < s_leans.Length; i++)
        {
            faces = Confirm(image, LookCloser(image, s_leans[i]));
        }

        return [.. faces.Select(f => f.ToDetection())];
    }

    // Smaller, and turned: for faces that fill the frame or lean.
    private List<FaceCandidate> LookAgain(RgbImage image)
    {
        List<FaceCandidate> found = shortRange.Look(image, SquareView.Whole(image.Width, image.Height, 0, Shrunk));
        foreach (float lean in s_leans)
        {
            var turned = SquareView.Whole(image.Width, image.Height, lean);
            found.AddRange(shortRange.Look(image, turned));
            found.AddRange(fullRange.Look(image, turned));
        }

        return found;
    }

    // In overlapping pieces: for small faces.
    private List<FaceCandidate> LookCloser(RgbImage image, float lean)
    {
        List<FaceCandidate> found = [];
        foreach (Vector2 centre in TileCentres(image.Width, image.Height))
        {
            found.AddRange(fullRange.Look(image, new SquareView(centre, TileSide * Math.Max(image.Width, image.Height), lean)));
        }

        return found;
    }

    /// <summary>Centres of the squares that cover a picture with a quarter of their side shared by neighbours.</summary>
    internal static IEnumerable<Vector2> TileCentres(int width, int height)
    {
        float longSide = Math.Max(width, height);
        float side = TileSide * longSide;
        int columns = Count(width);
        int rows = Count(height);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                yield return new Vector2(Place(column, columns, width), Place(row, rows, height));
            }
        }

        int Count(float extent) => extent <= side ? 1 : 1 + (int)MathF.Ceiling((extent - side) / (TileStep * longSide) - 1e-4f);

        float Place(int index, int count, float extent) =>
            count == 1 ? extent / 2 : (side / 2) + (index * (extent - side) / (count - 1));
    }

    // One box per face, the surest; a doubtful one must also look like a face to the mesh network.
    private List<FaceCandidate> Confirm(RgbImage image, List<FaceCandidate> candidates)
    {
        candidates.Sort(static (a, b) => b.Score.CompareTo(a.Score));
        List<FaceCandidate> faces = Suppression.KeepFirst(candidates, SameFace, MostlyInside);
        for (int i = 0; i < faces.Count; i++)
        {
            faces[i] = Straighten(image, faces[i]);
        }

        faces.RemoveAll(f => f.Score < Clear && mesher.Fit(image, f.ToDetection()) is null);
        return faces;
    }

    // Of a face that leans far the networks answer the lean too small and the points loosely. Turned by the lean they
    // did answer, and large, it stands nearly upright and is measured well.
    private FaceCandidate Straighten(RgbImage image, FaceCandidate face)
    {
        float shownAt = 0;
        for (int round = 0; round < MaxStraightenings && MathF.Abs(MathF.IEEERemainder(face.Lean - shownAt, MathF.Tau)) > FarLean; round++)
        {
            shownAt = face.Lean;
            var view = new SquareView(face.Centre, ViewOverFace * MathF.Max(face.Size.X, face.Size.Y), shownAt);
            FaceCandidate seen = shortRange.Look(image, view).Find(f => f.Overlap(face) > SameFace);
            if (seen.Score <= 0)
            {
                break;
            }

            face = seen;
        }

        return face;
    }

    public void Dispose()
    {
        shortRange.Dispose();
        fullRange.Dispose();
    }
}
