namespace Headshots.Vision.Faces;

/// <summary>Makes one face of the many boxes that a detector puts on it.</summary>
internal static class Suppression
{
    /// <summary>
    /// Blended suppression as BlazeFace's paper has it (arXiv 1907.05047, NonMaxSuppressionCalculator's WEIGHTED): the best
    /// box takes in all that overlap it, box and points become the score-weighted mean, the best score stays.
    /// </summary>
    /// <param name="candidates">Boxes of one view; consumed.</param>
    /// <param name="overlap">Intersection over union from which two boxes are one face.</param>
    /// <returns>Best first.</returns>
    public static List<FaceCandidate> Weighted(List<FaceCandidate> candidates, float overlap)
    {
        List<FaceCandidate> faces = [];
        candidates.Sort(static (a, b) => b.Score.CompareTo(a.Score));
        while (candidates.Count > 0)
        {
            FaceCandidate best = candidates[0];
            faces.Add(Mean(candidates, best, overlap));

            // A box without area overlaps nothing, not even itself: it still has to go.
            candidates.RemoveAt(0);
            candidates.RemoveAll(c => c.Overlap(best) > overlap);
        }

        return faces;
    }

    private static FaceCandidate Mean(List<FaceCandidate> candidates, in FaceCandidate best, float overlap)
    {
        var mean = new FaceCandidate { Score = best.Score };
        float total = 0;
        foreach (FaceCandidate candidate in candidates)
        {
            if (candidate.Overlap(best) <= overlap)
            {
                continue;
            }

            total += candidate.Score;
            mean.Centre += candidate.Centre * candidate.Score;
            mean.Size += candidate.Size * candidate.Score;
            for (int k = 0; k < Keypoints.Count; k++)
            {
                mean.Keypoints[k] += candidate.Keypoints[k] * candidate.Score;
            }
        }

        if (total <= 0)
        {
            return best;
        }

        mean.Centre /= total;
        mean.Size /= total;
        for (int k = 0; k < Keypoints.Count; k++)
        {
            mean.Keypoints[k] /= total;
        }

        return mean;
    }

    /// <summary>
    /// Joins what several views found: of boxes that overlap, or of which one lies mostly inside the other, the earlier
    /// stays. Boxes of different views differ in how well they were seen, so their mean would be worse than the better one.
    /// </summary>
    public static List<FaceCandidate> KeepFirst(IEnumerable<FaceCandidate> ordered, float overlap, float inside)
    {
        List<FaceCandidate> kept = [];
        foreach (FaceCandidate candidate in ordered)
        {
            if (!kept.Exists(k => k.Overlap(candidate) > overlap || Inside(k, candidate) > inside))
            {
                kept.Add(candidate);
            }
        }

        return kept;
    }

    // Share of the smaller box that the other covers.
    private static float Inside(in FaceCandidate a, in FaceCandidate b)
    {
        float least = MathF.Min(a.Box.Area, b.Box.Area);
        return least > 0 ? a.Box.Intersect(b.Box).Area / least : 1;
    }
}
