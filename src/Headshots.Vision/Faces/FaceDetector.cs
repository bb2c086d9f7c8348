using Headshots.Imaging;

namespace Headshots.Vision.Faces;

/// <summary>
/// Finds the faces of a picture. The two networks see faces of middling size that lean little; what they miss is shown
/// to them again smaller, turned, or in pieces, and only then, so that the usual picture costs one look of each.
/// </summary>
internal sealed class FaceDetector(DetectorNetwork shortRange, DetectorNetwork fullRange, FaceMesher mesher) : IDisposable
{
    /// <summary>Intersection over union from which boxes of two views are one face.</summary>
    private const float SameFace = 0.3f;

    /// <summary>Share of a box that lies in another from which both are one face.</summary>
    private const float MostlyInside = 0.6f;

    /// <summary>From this score on a face needs no second opinion.</summary>
    private const float Clear = 0.85f;

    /// <summary>How much surer the full-range network must be to have its box taken.</summary>
    private const float Handicap = 0.05f;

    /// <summary>Faces narrower than this share of the long side may have neighbours too small for one look at the whole.</summary>
    private const float Small = 0.1f;

    /// <summary>How much smaller a picture is shown for a face that fills it: the networks know faces with some air around.</summary>
    private const float Shrunk = 1.8f;

    // Both networks still see most faces that lean by 60 degrees, with less and less confidence: two more leans reach 90.
    private static readonly float[] _leans = [MathF.PI / 3, -MathF.PI / 3];

    private readonly FaceCloseUp _closeUp = new(shortRange);

    /// <summary>Best first.</summary>
    public IReadOnlyList<FaceDetection> Detect(RgbImage image)
    {
        List<FaceCandidate> faces = Confirm(image, LookAtWhole(image), (i, f) => _closeUp.Straighten(i, f));
        if (faces.Count == 0)
        {
            faces = Confirm(image, LookAgain(image), _closeUp.Settle);
        }

        float longSide = Math.Max(image.Width, image.Height);
        if (faces.TrueForAll(f => f.Size.X < Small * longSide))
        {
            faces = Join([.. faces, .. Confirm(image, LookCloser(image, 0), _closeUp.Settle)]);
        }

        for (int i = 0; faces.Count == 0 && i < _leans.Length; i++)
        {
            faces = Confirm(image, LookCloser(image, _leans[i]), _closeUp.Settle);
        }

        return [.. faces.Select(f => f.ToDetection())];
    }

    private List<FaceCandidate> LookAtWhole(RgbImage image)
    {
        var whole = SquareView.Whole(image.Width, image.Height);
        List<FaceCandidate> near = shortRange.Look(image, whole);
        List<FaceCandidate> far = fullRange.Look(image, whole);

        // Where both see a face well, the short-range network's box is the one that the mesh was made for.
        far.RemoveAll(f => near.Exists(n => n.Overlap(f) > SameFace && n.Score > f.Score - Handicap));
        return [.. near, .. far];
    }

    // Smaller, and turned: for faces that fill the frame or lean.
    private List<FaceCandidate> LookAgain(RgbImage image)
    {
        List<FaceCandidate> found = shortRange.Look(image, SquareView.Whole(image.Width, image.Height, 0, Shrunk));
        foreach (float lean in _leans)
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
        foreach (SquareView tile in Tiles.Over(image.Width, image.Height, lean))
        {
            found.AddRange(fullRange.Look(image, tile));
        }

        return found;
    }

    // One box per face, measured again; a doubtful one must also look like a face to the mesh network.
    private List<FaceCandidate> Confirm(
        RgbImage image, List<FaceCandidate> candidates, Func<RgbImage, FaceCandidate, FaceCandidate?> measure)
    {
        List<FaceCandidate> faces = [];
        foreach (FaceCandidate candidate in Join(candidates))
        {
            if (measure(image, candidate) is { } face
                && (face.Score >= Clear || mesher.Fit(image, face.ToDetection()) is not null))
            {
                faces.Add(face);
            }
        }

        // Measured again, boxes may have moved onto each other.
        return Join(faces);
    }

    private static List<FaceCandidate> Join(List<FaceCandidate> candidates) =>
        Suppression.KeepFirst(candidates.OrderByDescending(f => f.Score), SameFace, MostlyInside);

    public void Dispose()
    {
        shortRange.Dispose();
        fullRange.Dispose();
    }
}
