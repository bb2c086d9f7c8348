using System.Numerics;

namespace Headshots.Vision.Faces;

/// <summary>
/// Turns BlazeFace's raw outputs into boxes in [0, 1] of its input (TensorsToDetectionsCalculator): sixteen numbers per
/// anchor, centre, size and six points, all in input pixels from the anchor; the score is the logit's sigmoid.
/// </summary>
internal sealed class DetectionDecoder(Vector2[] anchors, float inputSize, float minScore)
{
    private const int NumbersPerAnchor = 4 + (2 * Keypoints.Count);
    private const float LogitLimit = 100;

    private readonly float _minLogit = MathF.Log(minScore / (1 - minScore));

    public int AnchorCount => anchors.Length;

    /// <summary>Adds every box that scores at least the minimum.</summary>
    public void Decode(ReadOnlySpan<float> regressors, ReadOnlySpan<float> logits, List<FaceCandidate> found)
    {
        for (int i = 0; i < anchors.Length; i++)
        {
            // Written so that a NaN is no face.
            if (logits[i] >= _minLogit)
            {
                found.Add(DecodeOne(regressors.Slice(i * NumbersPerAnchor, NumbersPerAnchor), anchors[i], logits[i]));
            }
        }
    }

    private FaceCandidate DecodeOne(ReadOnlySpan<float> raw, Vector2 anchor, float logit)
    {
        var candidate = new FaceCandidate
        {
            Centre = (new Vector2(raw[0], raw[1]) / inputSize) + anchor,
            Size = new Vector2(raw[2], raw[3]) / inputSize,
            Score = 1 / (1 + MathF.Exp(-Math.Clamp(logit, -LogitLimit, LogitLimit))),
        };
        for (int k = 0; k < Keypoints.Count; k++)
        {
            candidate.Keypoints[k] = (new Vector2(raw[4 + (2 * k)], raw[5 + (2 * k)]) / inputSize) + anchor;
        }

        return candidate;
    }
}
