using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Vision.Tests.Faces;

public sealed class DetectionDecoderTests
{
    private static readonly Vector2[] _anchors = [new(0.25f, 0.5f), new(0.75f, 0.5f)];

    [Fact]
    public void Decode_OneBoxAboveTheMinimum_IsMeasuredFromItsAnchor()
    {
        var decoder = new DetectionDecoder(_anchors, 128, 0.5f);
        float[] raw = new float[32];
        raw[16] = 12.8f;
        raw[17] = -6.4f;
        raw[18] = 64;
        raw[19] = 32;
        raw[20] = 1.28f;
        raw[31] = -12.8f;
        List<FaceCandidate> found = [];

        decoder.Decode(raw, [-1, 2], found);

        FaceCandidate face = Assert.Single(found);
        Near(new Vector2(0.85f, 0.45f), face.Centre);
        Near(new Vector2(0.5f, 0.25f), face.Size);
        Near(new Vector2(0.76f, 0.5f), face.Keypoints[0]);
        Near(new Vector2(0.75f, 0.4f), face.Keypoints[5]);
        Assert.Equal(1 / (1 + MathF.Exp(-2)), face.Score, 5);
    }

    [Theory]
    [InlineData(0.41f, 1)]
    [InlineData(0.40f, 0)]
    [InlineData(float.NaN, 0)]
    [InlineData(1e9f, 1)]
    public void Decode_ScoreAroundTheMinimum_KeepsFromSixTenthsUp(float logit, int expected)
    {
        var decoder = new DetectionDecoder([new(0.5f)], 192, 0.6f);
        List<FaceCandidate> found = [];

        decoder.Decode(new float[16], [logit], found);

        Assert.Equal(expected, found.Count);
        Assert.All(found, f => Assert.InRange(f.Score, 0.6f, 1));
    }

    private static void Near(Vector2 expected, Vector2 actual) =>
        Assert.True(Vector2.Distance(expected, actual) < 1e-5f, $"{actual} instead of {expected}");
}
