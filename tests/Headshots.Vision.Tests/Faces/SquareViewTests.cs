using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Faces;

namespace Headshots.Vision.Tests.Faces;

public sealed class SquareViewTests
{
    [Fact]
    public void Whole_LyingPicture_IsLetterboxedTopAndBottom()
    {
        Matrix3x2 toImage = SquareView.Whole(400, 200).ToImage(128);

        Near(new Vector2(0, -100), Vector2.Transform(Vector2.Zero, toImage));
        Near(new Vector2(400, 300), Vector2.Transform(new Vector2(128), toImage));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(45)]
    [InlineData(-90)]
    public void Whole_Turned_StillHoldsEveryCorner(float degrees)
    {
        Assert.True(Matrix3x2.Invert(SquareView.Whole(400, 200, degrees * MathF.PI / 180).ToImage(1), out Matrix3x2 toView));

        foreach (Vector2 corner in new Vector2[] { new(0, 0), new(400, 0), new(0, 200), new(400, 200) })
        {
            Vector2 seen = Vector2.Transform(corner, toView);
            Assert.InRange(seen.X, -1e-4f, 1.0001f);
            Assert.InRange(seen.Y, -1e-4f, 1.0001f);
        }
    }

    [Fact]
    public void AroundFace_LeaningClockwise_ShowsTheEyesLevel()
    {
        // The eye on the right is the lower one.
        Vector2[] keypoints = [new(100, 100), new(140, 140), new(110, 130), new(100, 150), new(80, 80), new(160, 160)];
        SquareView view = SquareView.AroundFace(new FaceDetection(new RectF(60, 60, 100, 80), 1, keypoints));

        Assert.Equal(45, view.Angle * 180 / MathF.PI, 3);
        Assert.Equal(150, view.Size, 3);
        Assert.True(Matrix3x2.Invert(view.ToImage(192), out Matrix3x2 toView));
        Vector2 left = Vector2.Transform(keypoints[0], toView);
        Vector2 right = Vector2.Transform(keypoints[1], toView);
        Assert.Equal(left.Y, right.Y, 3);
        Assert.True(left.X < right.X);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-75)]
    [InlineData(90)]
    public void AroundLandmarks_TurnedPoints_TurnTheViewWithThem(float degrees)
    {
        var upright = new Vector3[468];
        for (int i = 0; i < upright.Length; i++)
        {
            upright[i] = new Vector3(100 + (i % 20 * 3), 200 + (i / 20 * 4), 0);
        }

        upright[33] = new Vector3(110, 230, 0);
        upright[263] = new Vector3(150, 230, 0);
        SquareView straight = SquareView.AroundLandmarks(upright);
        Matrix3x2 turn = Matrix3x2.CreateRotation(degrees * MathF.PI / 180, new Vector2(50, 60));
        Vector3[] turned = [.. upright.Select(p => new Vector3(Vector2.Transform(new Vector2(p.X, p.Y), turn), p.Z))];

        SquareView view = SquareView.AroundLandmarks(turned);

        Assert.Equal(23 * 4 * 1.5f, straight.Size, 3);
        Assert.Equal(straight.Size, view.Size, 2);
        Assert.Equal(degrees, view.Angle * 180 / MathF.PI, 2);
        Near(Vector2.Transform(straight.Centre, turn), view.Centre, 0.01f);
    }

    private static void Near(Vector2 expected, Vector2 actual, float within = 1e-3f) =>
        Assert.True(Vector2.Distance(expected, actual) < within, $"{actual} instead of {expected}");
}
