using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Perspective;
using Headshots.Studio.Tests.Sitters;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Tests.Perspective;

/// <summary>The map from a close camera's photo to the corrected one, for faces of which every point is known.</summary>
public sealed class StandpointTests(SitterStudio room)
{
    private const int Width = 96;
    private const int Height = 120;

    public static TheoryData<float, float, float, float> Poses
    {
        get
        {
            TheoryData<float, float, float, float> poses = [];
            foreach (float cm in (float[])[25, 38, 60, 85])
            {
                poses.Add(cm, 0, 0, 0);
                poses.Add(cm, 18, 8, -12);
                poses.Add(cm, -40, -18, 25);
            }

            return poses;
        }
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(45, 0)]
    [InlineData(60, 0)]
    [InlineData(30, 14)]
    [InlineData(45, -14)]
    [InlineData(60, 14)]
    public void Undo_CloseCamera_HalvesTheLandmarksErrorAtLeast(float cm, float yaw)
    {
        HeadPose pose = new(yaw, 3, 0);
        DrawnSitter close = room.Draw(Scene(pose, cm));
        DrawnSitter truth = room.Draw(Scene(pose, DollyZoom.PortraitCm));
        CameraDistance distance = CameraDistance.Estimate(close.Mesh, yaw, new(Width, Height), Focal(cm));

        Correction correction = DollyZoom.Undo(room.Engine.CanonicalFace, close.Mesh, pose.Rotation, distance, 1);

        Assert.Equal(cm, distance.Cm, 0.08f * cm);
        double before = Error(close, truth, Standpoint.AsShot);
        double after = Error(close, truth, correction.Standpoint);
        Assert.True(after <= 0.5 * before, $"{before:F2} % of the eyes' distance became {after:F2} %");
    }

    [Theory]
    [MemberData(nameof(Poses))]
    public void Undo_AnyPose_NeverFoldsAndCanBeUndone(float cm, float yaw, float pitch, float roll)
    {
        Standpoint standpoint = Close(cm, new HeadPose(yaw, pitch, roll)).Standpoint;

        Assert.False(standpoint.IsAsShot);
        for (float y = -0.5f * Height; y < 1.5f * Height; y += 1.3f)
        {
            for (float x = -0.5f * Width; x < 1.5f * Width; x += 1.3f)
            {
                Vector2 p = new(x, y);
                Vector2 there = standpoint.FromPhoto(p);
                Assert.InRange(Vector2.Distance(p, standpoint.ToPhoto(there)), 0, 0.02f);
                Vector2 right = standpoint.FromPhoto(p + new Vector2(0.2f, 0)) - there;
                Vector2 down = standpoint.FromPhoto(p + new Vector2(0, 0.2f)) - there;
                float area = ((right.X * down.Y) - (right.Y * down.X)) / 0.04f;
                Assert.InRange(area, 0.4f, 2.6f);
            }
        }
    }

    [Fact]
    public void FromPhoto_FarFromTheFace_IsASimilarity()
    {
        Standpoint standpoint = Close(30, default).Standpoint;

        Vector2[] far = [new(-300, -200), new(400, -250), new(350, 500), new(-280, 450)];
        Vector2[] moved = [.. far.Select(standpoint.FromPhoto)];

        Similarity fit = Assert.IsType<Similarity>(Similarity.Fit(far, moved));
        Assert.Equal(0, fit.Rotation, 1e-4f);
        Assert.True(fit.Scale > 1.05f, "what lies behind the face grows against it");
        Assert.All(far.Zip(moved), pair => Assert.InRange(Vector2.Distance(fit.Apply(pair.First), pair.Second), 0, 0.05f));
    }

    [Theory]
    [InlineData(105, 1)]
    [InlineData(200, 1)]
    [InlineData(30, 0)]
    public void Undo_FarCameraOrNotAsked_MovesNothing(float cm, float asked)
    {
        DrawnSitter drawn = room.Draw(Scene(default, 30));

        Correction correction = DollyZoom.Undo(
            room.Engine.CanonicalFace, drawn.Mesh, Quaternion.Identity, new CameraDistance(cm, 1, 5), asked);

        Assert.True(correction.Standpoint.IsAsShot);
        Assert.Equal(0, correction.Report.Corrected);
        Assert.Equal(new Vector2(3.1f, 4.7f), correction.Standpoint.ToPhoto(new Vector2(3.1f, 4.7f)));
    }

    [Fact]
    public void Undo_AskedForLess_MovesLess()
    {
        DrawnSitter drawn = room.Draw(Scene(default, 30));
        CameraDistance distance = CameraDistance.Estimate(drawn.Mesh, 0, new(Width, Height), Focal(30));

        double[] moved = [.. ((float[])[0.25f, 0.5f, 1]).Select(
            asked => DollyZoom.Undo(room.Engine.CanonicalFace, drawn.Mesh, Quaternion.Identity, distance, asked).Report.MovedPercent)];

        Assert.True(moved[0] > 0 && moved[0] < moved[1] && moved[1] < moved[2], string.Join(", ", moved));
    }

    [Fact]
    public void Estimate_LensUnknown_TrustsLittleAndACropLeast()
    {
        DrawnSitter drawn = room.Draw(Scene(default, 45));
        Vector2 whole = new(Width, Height);

        CameraDistance known = CameraDistance.Estimate(drawn.Mesh, 0, whole, Focal(45));
        CameraDistance guessed = CameraDistance.Estimate(drawn.Mesh, 0, whole, null);
        CameraDistance cropped = CameraDistance.Estimate(drawn.Mesh, 0, whole / 2, null);
        CameraDistance oddShape = CameraDistance.Estimate(drawn.Mesh, 0, whole * new Vector2(1, 0.9f), Focal(45));

        Assert.Equal(1, known.Trust);
        Assert.InRange(guessed.Trust, 0.2f, 0.5f);
        Assert.InRange(cropped.Trust, 0.01f, 0.2f);
        Assert.True(oddShape.Trust < 1, "a sensor has other proportions, so the noted focal length is not this photo's");
    }

    private Correction Close(float cm, HeadPose pose)
    {
        DrawnSitter drawn = room.Draw(Scene(pose, cm));
        return DollyZoom.Undo(
            room.Engine.CanonicalFace,
            drawn.Mesh,
            pose.Rotation,
            CameraDistance.Estimate(drawn.Mesh, pose.Yaw, new(Width, Height), Focal(cm)),
            1);
    }

    private static float Focal(float cm) => SitterCamera.FocalFor(0.13f, cm, Width, Height);

    private static SitterScene Scene(HeadPose pose, float cm) => Scenes.Plain with
    {
        Width = Width,
        Height = Height,
        Camera = new SitterCamera { DistanceCm = cm, FocalLength35 = Focal(cm), EyesAt = new Vector2(0.5f) },
        Pose = pose,
        Identity = new SitterIdentity { FaceWidth = 0.5f, NoseLength = 0.5f, ChinLength = -0.4f },
        Hair = new SitterHair { Style = HairStyle.Bald },
    };

    private static double Error(DrawnSitter drawn, DrawnSitter truth, Standpoint standpoint)
    {
        Vector2[] seen = [.. drawn.Landmarks.Select(p => standpoint.FromPhoto(new Vector2(p.X, p.Y)))];
        Vector2[] wanted = [.. truth.Landmarks.Select(p => new Vector2(p.X, p.Y))];
        Similarity fit = Assert.IsType<Similarity>(Similarity.Fit(seen, wanted));
        return 100 * seen.Zip(wanted, (a, b) => Vector2.Distance(fit.Apply(a), b)).Average() / truth.InterEyePixels;
    }
}
