using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Vision.Tests.Faces;

public sealed class SuppressionTests
{
    [Fact]
    public void Weighted_OverlappingBoxes_BecomeTheirScoreWeightedMean()
    {
        List<FaceCandidate> candidates = [Box(0.50f, 0.5f, 0.2f, 0.6f), Box(0.54f, 0.5f, 0.2f, 0.9f)];

        FaceCandidate face = Assert.Single(Suppression.Weighted(candidates, 0.3f));

        Assert.Equal(0.9f, face.Score);
        Assert.Equal(((0.50f * 0.6f) + (0.54f * 0.9f)) / 1.5f, face.Centre.X, 5);
        Assert.Equal(((0.50f * 0.6f) + (0.54f * 0.9f)) / 1.5f, face.Keypoints[3].X, 5);
        Assert.Equal(0.2f, face.Size.Y, 5);
    }

    [Fact]
    public void Weighted_SeparateBoxes_StayApartBestFirst()
    {
        List<FaceCandidate> candidates = [Box(0.2f, 0.5f, 0.2f, 0.6f), Box(0.8f, 0.5f, 0.2f, 0.9f)];

        List<FaceCandidate> faces = Suppression.Weighted(candidates, 0.3f);

        Assert.Equal([0.9f, 0.6f], faces.Select(f => f.Score));
    }

    [Fact]
    public void Weighted_BoxWithoutArea_EndsAndKeepsIt()
    {
        Assert.Single(Suppression.Weighted([Box(0.5f, 0.5f, 0, 0.7f)], 0.3f));
    }

    [Theory]
    [InlineData(0.1f, 1f / 3)]
    [InlineData(0.2f, 0)]
    [InlineData(0, 1)]
    public void Overlap_ShiftedSquares_IsSharedOverCovered(float shift, float expected)
    {
        Assert.Equal(expected, Box(0.5f, 0.5f, 0.2f, 1).Overlap(Box(0.5f + shift, 0.5f, 0.2f, 1)), 4);
    }

    [Fact]
    public void KeepFirst_SmallBoxInsideABigOne_IsTheSameFace()
    {
        FaceCandidate[] ordered = [Box(0.5f, 0.5f, 0.6f, 0.9f), Box(0.5f, 0.5f, 0.2f, 0.8f), Box(0.9f, 0.1f, 0.1f, 0.7f)];

        List<FaceCandidate> kept = Suppression.KeepFirst(ordered, 0.3f, 0.6f);

        Assert.Equal([0.9f, 0.7f], kept.Select(f => f.Score));
    }

    [Fact]
    public void Through_TurnedAndScaled_KeepsTheBoxAroundItsPoints()
    {
        FaceCandidate face = Box(0.5f, 0.25f, 0.2f, 0.9f);
        Matrix3x2 quarterTurnTimesHundred = Matrix3x2.CreateScale(100) * Matrix3x2.CreateRotation(MathF.PI / 2);

        FaceCandidate mapped = face.Through(quarterTurnTimesHundred);

        Assert.True(Vector2.Distance(new Vector2(-25, 50), mapped.Centre) < 1e-3f);
        Assert.True(Vector2.Distance(mapped.Centre, mapped.Keypoints[2]) < 1e-3f);
        Assert.Equal(20, mapped.Size.X, 3);
    }

    private static FaceCandidate Box(float x, float y, float size, float score)
    {
        var box = new FaceCandidate { Centre = new Vector2(x, y), Size = new Vector2(size), Score = score };
        for (int k = 0; k < Keypoints.Count; k++)
        {
            box.Keypoints[k] = box.Centre;
        }

        return box;
    }
}
