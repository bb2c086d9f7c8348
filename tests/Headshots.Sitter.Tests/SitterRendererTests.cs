using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter.Drawing;
using Headshots.Vision.Faces;

namespace Headshots.Sitter.Tests;

public sealed class SitterRendererTests
{
    private static readonly SitterRenderer Renderer = new();

    private static readonly SitterScene Small = new() { Width = 240, Height = 300 };

    [Fact]
    public void Draw_SameSceneTwice_GivesTheSameBytes()
    {
        SitterScene scene = SitterScene.FromSeed(3) with { Width = 200, Height = 240 };
        using DrawnSitter first = Renderer.Draw(scene), second = Renderer.Draw(scene);

        Assert.True(first.Image.Pixels.SequenceEqual(second.Image.Pixels));
        Assert.Equal(first.Landmarks, second.Landmarks);
        Assert.Equal(Samples(first.Alpha), Samples(second.Alpha));
    }

    [Fact]
    public void Draw_OnOneThread_GivesTheSameBytesAsOnAll()
    {
        SitterScene scene = SitterScene.FromSeed(2) with { Width = 200, Height = 240 };
        using DrawnSitter all = Renderer.Draw(scene);
        using PixelThreads.Scope scope = PixelThreads.Limit(1);
        using DrawnSitter one = Renderer.Draw(scene);

        Assert.True(all.Image.Pixels.SequenceEqual(one.Image.Pixels));
        Assert.Equal(Samples(all.Alpha), Samples(one.Alpha));
    }

    [Fact]
    public void Draw_OtherSeed_GivesOtherBytes()
    {
        using DrawnSitter first = Renderer.Draw(SitterScene.FromSeed(1) with { Width = 100, Height = 120 });
        using DrawnSitter second = Renderer.Draw(SitterScene.FromSeed(2) with { Width = 100, Height = 120 });

        Assert.False(first.Image.Pixels.SequenceEqual(second.Image.Pixels));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(2, 9)]
    public void Draw_WithoutNoise_IsTheCompositeOfItsParts(float defocus, float motion)
    {
        SitterScene scene = Small with { Sensor = new SitterSensor { Noise = 0, Defocus = defocus, Motion = motion } };
        using DrawnSitter drawn = Renderer.Draw(scene);
        for (int y = 0; y < scene.Height; y++)
        {
            for (int x = 0; x < scene.Width; x++)
            {
                float alpha = drawn.Alpha.Row(0, y)[x];
                for (int c = 0; c < 3; c++)
                {
                    float linear = (alpha * drawn.Foreground.Row(c, y)[x]) + ((1 - alpha) * drawn.Background.Row(c, y)[x]);
                    float expected = 255 * Colour.ToSrgb(Math.Clamp(linear, 0, 1));
                    Assert.InRange(drawn.Image.Row(y)[(x * 3) + c], expected - 0.6f, expected + 0.6f);
                }
            }
        }
    }

    [Fact]
    public void Draw_Alpha_IsACoverageWithFractionsAtTheHair()
    {
        using DrawnSitter drawn = Renderer.Draw(Small with { Hair = new SitterHair { Style = HairStyle.Curly } });
        float[] alpha = Samples(drawn.Alpha);

        Assert.All(alpha, a => Assert.InRange(a, 0, 1));
        Assert.True(alpha.Count(a => a == 1) > alpha.Length / 5, "a person fills part of the picture");
        Assert.True(alpha.Count(a => a == 0) > alpha.Length / 5, "and a place the rest");
        Assert.True(alpha.Count(a => a is > 0.05f and < 0.95f) > alpha.Length / 60, "curls are partly transparent");
        Assert.True(alpha.Distinct().Count() > 12, "in fine steps");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(46)]
    [InlineData(33)]
    [InlineData(18)]
    [InlineData(-10)]
    [InlineData(-45)]
    public void Draw_NeutralLight_ShowsTheAskedTypologyAngle(float ita)
    {
        using DrawnSitter drawn = Renderer.Draw(Small with
        {
            Width = 400,
            Height = 500,
            Light = SitterLight.Neutral,
            Skin = new SitterSkin { ItaDegrees = ita, Moles = 0 },
            Sensor = new SitterSensor { Noise = 0 },
        });
        foreach (int landmark in new[] { 151, 50, 280 }) // forehead and both cheeks
        {
            Vector3 mean = MeanAround(drawn, drawn.Mesh.Flat(landmark), 4);

            Assert.InRange(Colour.Ita(mean), ita - 2, ita + 2);
        }
    }

    [Fact]
    public void Draw_PerspectiveAtSelfieDistance_EnlargesTheNoseAgainstTheEars()
    {
        static float NoseOverFace(float distance)
        {
            using DrawnSitter drawn = Renderer.Draw(Small with
            {
                Camera = new SitterCamera { DistanceCm = distance, FocalLength35 = SitterCamera.FocalFor(0.16f, distance, 240, 300) },
            });
            FaceMesh mesh = drawn.Mesh;
            return Vector2.Distance(mesh.Flat(48), mesh.Flat(278)) / Vector2.Distance(mesh.Flat(234), mesh.Flat(454));
        }

        // Wings of the nose lie 3.3 cm before the eyes' plane, the face's sides 4.9 cm behind: (30+4.9)/(30−3.3) over the same at 150.
        float expected = (34.9f / 26.7f) / (154.9f / 146.7f);

        Assert.Equal(expected, NoseOverFace(30) / NoseOverFace(150), 0.04f);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(80)]
    [InlineData(150)]
    public void Draw_KnownCamera_ProjectsIrisesAsAPinholeDoes(float distance)
    {
        SitterScene scene = Small with { Camera = new SitterCamera { DistanceCm = distance, FocalLength35 = 26, EyesAt = new Vector2(0.4f, 0.35f) } };
        using DrawnSitter drawn = Renderer.Draw(scene);
        float focal = 26 * MathF.Sqrt((240f * 240) + (300f * 300)) / 43.27f;
        float iris = Vector2.Distance(drawn.Mesh.Flat(469), drawn.Mesh.Flat(471));

        // The iris lies about 1.2 cm before the centre of the eyeball, which is what the distance is measured to.
        Assert.InRange(iris / (focal * 1.17f / distance), 0.99f, 1.06f);
        Assert.Equal(0.4f * 240, (drawn.Mesh.LeftSeenIris.X + drawn.Mesh.RightSeenIris.X) / 2, 2f);
        Assert.Equal(0.35f * 300, (drawn.Mesh.LeftSeenIris.Y + drawn.Mesh.RightSeenIris.Y) / 2, 3f);
    }

    [Theory]
    [InlineData(180)]
    [InlineData(90)]
    [InlineData(-35)]
    public void Draw_RolledCamera_TurnsLandmarksClockwise(float roll)
    {
        SitterScene upright = Small with { Width = 260, Height = 260, Camera = new SitterCamera { EyesAt = new Vector2(0.5f) } };
        using DrawnSitter before = Renderer.Draw(upright);
        using DrawnSitter after = Renderer.Draw(upright with { Camera = upright.Camera with { Roll = roll } });
        float angle = roll * MathF.PI / 180;
        Matrix3x2 turn = Matrix3x2.CreateRotation(angle, new Vector2(130));
        for (int i = 0; i < FaceMesh.PointCount; i += 7)
        {
            Assert.True(Vector2.Distance(Vector2.Transform(before.Mesh.Flat(i), turn), after.Mesh.Flat(i)) < 0.05f);
        }

        Assert.Equal(MathF.IEEERemainder(roll, 360), after.Pose.Roll, 3);
    }

    [Theory]
    [InlineData(20, 0, 0)]
    [InlineData(0, 15, 0)]
    [InlineData(0, 0, 20)]
    public void Draw_TurnedHead_TurnsTheWayTheSignSays(float yaw, float pitch, float roll)
    {
        using DrawnSitter drawn = Renderer.Draw(Small with { Pose = new HeadPose(yaw, pitch, roll) });
        FaceMesh mesh = drawn.Mesh;
        Vector2 eyes = (mesh.Flat(33) + mesh.Flat(263)) / 2, between = mesh.Flat(168);
        using DrawnSitter straight = Renderer.Draw(Small);

        Assert.True(yaw == 0 || mesh.Flat(4).X > between.X + 3, "the nose points to the right of the picture");
        Assert.True(pitch == 0 || mesh.Flat(4).Y - eyes.Y < straight.Mesh.Flat(4).Y - ((straight.Mesh.Flat(33) + straight.Mesh.Flat(263)) / 2).Y - 2, "the nose points up");
        Assert.True(roll == 0 || mesh.Flat(263).Y > mesh.Flat(33).Y + 5, "the eye on the right is lower");
    }

    [Fact]
    public void Draw_ClosedEyes_ClosesTheLids()
    {
        using DrawnSitter open = Renderer.Draw(Small);
        using DrawnSitter closed = Renderer.Draw(Small with { Expression = new SitterExpression { EyeOpening = 0 } });

        static float Opening(DrawnSitter d) => Vector2.Distance(d.Mesh.Flat(159), d.Mesh.Flat(145)) / d.InterEyePixels;

        Assert.InRange(Opening(open), 0.11f, 0.2f);
        Assert.True(Opening(closed) < 0.25f * Opening(open));
    }

    [Fact]
    public void Draw_OpenMouth_PartsTheLips()
    {
        using DrawnSitter closed = Renderer.Draw(Small);
        using DrawnSitter open = Renderer.Draw(Small with { Expression = new SitterExpression { MouthOpening = 0.7f } });

        static float Gap(DrawnSitter d) => Vector2.Distance(d.Mesh.Flat(13), d.Mesh.Flat(14)) / d.InterEyePixels;

        Assert.True(Gap(closed) < 0.04f);
        Assert.True(Gap(open) > 0.15f);
    }

    [Fact]
    public void Draw_CrownAndChin_SpanTheHead()
    {
        using DrawnSitter drawn = Renderer.Draw(Small with { Hair = new SitterHair { Style = HairStyle.Bald } });

        Assert.Equal(drawn.Crown.Y, drawn.HairTop, 2f);
        Assert.True(drawn.Chin.Y > drawn.Landmarks[17].Y);
        Assert.InRange((drawn.Chin.Y - drawn.Crown.Y) / drawn.InterEyePixels, 3.2f, 4.1f);
    }

    [Fact]
    public void Draw_OutsideTheRange_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Renderer.Draw(Small with { Camera = new SitterCamera { DistanceCm = 5 } }));

    private static float[] Samples(PlanarImage image)
    {
        List<float> all = [];
        for (int y = 0; y < image.Height; y++)
        {
            all.AddRange(image.Row(0, y));
        }

        return [.. all];
    }

    private static Vector3 MeanAround(DrawnSitter drawn, Vector2 at, int radius)
    {
        Vector3 sum = default;
        int count = 0;
        for (int y = (int)at.Y - radius; y <= (int)at.Y + radius; y++)
        {
            for (int x = (int)at.X - radius; x <= (int)at.X + radius; x++, count++)
            {
                Span<byte> row = drawn.Image.Row(y);
                sum += Colour.ToLinear(new Vector3(row[x * 3], row[(x * 3) + 1], row[(x * 3) + 2]) / 255);
            }
        }

        return sum / count;
    }
}
