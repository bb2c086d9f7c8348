using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Matting;

namespace Headshots.Studio.Tests.Framing;

public sealed class FrameSolverTests
{
    private static readonly AskedFraming _asked = new(FaceHeight: 0.62f, EyeLine: 0.43f, CentreOffset: 0);

    [Fact]
    public void Solve_PhotoHasRoom_GivesExactlyWhatIsAsked()
    {
        using MaskRaster mask = Person(1000, 1000, left: 400, right: 600, top: 300, bottom: 1000);
        HeadGeometry head = Head(new Vector2(500, 400), 0);

        Frame frame = FrameSolver.Solve([head], _asked, 0.8f, mask, new RectF(0, 0, 1000, 1000));

        Assert.Equal(0.62f, frame.FaceHeight, 1e-4f);
        Assert.Equal(0.43f, frame.EyeLine, 1e-4f);
        Assert.Equal(0, frame.CentreOffset, 1e-4f);
        Assert.Equal(0.8f, frame.Area.Width / frame.Area.Height, 1e-4f);
    }

    [Fact]
    public void Solve_PhotoCutsChest_KeepsTheCutOutOfTheFrame()
    {
        using MaskRaster mask = Person(1000, 520, left: 300, right: 700, top: 300, bottom: 520);
        HeadGeometry head = Head(new Vector2(500, 400), 0);

        Frame frame = FrameSolver.Solve([head], _asked, 0.8f, mask, new RectF(0, 0, 1000, 520));

        float bottom = Vector2.Transform(new Vector2(0, frame.Area.Bottom), head.ToPhoto).Y;
        Assert.True(
            bottom <= 520 + (BodyContinuation.LowerLimit(head, new RectF(0, 0, 1000, 520)) * frame.Area.Height) + 1,
            $"the frame ends at {bottom}, the photo at 520");
        Assert.True(frame.Area.Y <= head.Crown, "the crown stays inside");
        Assert.True(frame.Area.Bottom >= head.Chin, "the chin stays inside");
    }

    [Theory]
    [InlineData("circle")]
    [InlineData("rounded")]
    public void Solve_WideHairInAGuide_IsSmallerUntilNothingIsCut(string guide)
    {
        // As wide as high: at the height asked for, the hair fills the frame from side to side.
        using MaskRaster mask = Person(1000, 1000, left: 390, right: 610, top: 300, bottom: 1000);
        HeadGeometry head = Head(new Vector2(500, 400), 0);
        RectF photo = new(0, 0, 1000, 1000);
        AskedFraming asked = _asked with { FaceHeight = 0.74f, EyeLine = 0.5f };

        Frame free = FrameSolver.Solve([head], asked, 0.8f, mask, photo);
        Frame guided = FrameSolver.Solve([head], asked with { Guide = guide }, 0.8f, mask, photo);

        Assert.Equal(0.74f, free.FaceHeight, 1e-4f);
        Assert.InRange(guided.FaceHeight, 0.88f * 0.74f - 1e-4f, 0.735f);
        HeadOutline outline = new(head, mask);
        Assert.True(outline.Overlap(guided.Area, guide) < outline.Overlap(free.Area, guide));
        Assert.Equal(guided.InsideGuide, outline.Overlap(guided.Area, guide) <= 0.002f);
    }

    [Fact]
    public void Solve_CircleWithRoom_IsAsAsked()
    {
        using MaskRaster mask = Person(1000, 1000, left: 430, right: 570, top: 300, bottom: 1000);

        Frame frame = FrameSolver.Solve(
            [Head(new Vector2(500, 400), 0)], _asked with { Guide = "circle" }, 1, mask, new RectF(0, 0, 1000, 1000));

        Assert.Equal(0.62f, frame.FaceHeight, 1e-4f);
        Assert.True(frame.InsideGuide);
    }

    [Fact]
    public void Solve_HairCutAtOneSide_StaysNearTheMiddle()
    {
        using MaskRaster mask = Person(1000, 1000, left: 0, right: 300, top: 300, bottom: 1000);

        Frame frame = FrameSolver.Solve([Head(new Vector2(140, 400), 0)], _asked, 1, mask, new RectF(0, 0, 1000, 1000));

        Assert.InRange(frame.CentreOffset, -0.1001f, 0.1001f);
        Assert.InRange(frame.FaceHeight, 0.65f, 0.9f);
    }

    [Fact]
    public void Solve_PhotoEndsBesidePersonWithoutCuttingIt_DoesNotStray()
    {
        using MaskRaster mask = Person(1000, 1000, left: 20, right: 180, top: 300, bottom: 1000);
        HeadGeometry head = Head(new Vector2(100, 400), 0);

        Frame frame = FrameSolver.Solve([head], _asked, 0.8f, mask, new RectF(0, 0, 1000, 1000));

        Assert.Equal(0.62f, frame.FaceHeight, 1e-4f);
    }

    [Fact]
    public void PictureToPhoto_AnyFrame_PutsEyesOnTheEyeLine() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(
            Gen.Choose(-80, 80).ToArbitrary(),
            Gen.Choose(100, 900).ToArbitrary(),
            Gen.Choose(40, 80).ToArbitrary(),
            (angle, x, face) =>
            {
                using MaskRaster mask = Person(1000, 1000, left: 400, right: 600, top: 300, bottom: 700);
                HeadGeometry head = Head(new Vector2(x, 450), angle * MathF.PI / 180);
                AskedFraming asked = _asked with { FaceHeight = face / 100f, EyeLine = 0.45f };

                Frame frame = FrameSolver.Solve([head], asked, 0.8f, mask, new RectF(0, 0, 1000, 1000));

                Assert.True(Matrix3x2.Invert(frame.PictureToPhoto(800, 1000), out Matrix3x2 toPicture));
                Vector2 eyes = Vector2.Transform(head.Origin, toPicture);
                Assert.Equal(frame.EyeLine * 1000, eyes.Y, 0.05f);
                Assert.Equal((0.5f + frame.CentreOffset) * 800, eyes.X, 0.05f);
            }));

    private static HeadGeometry Head(Vector2 eyes, float angle) =>
        new(eyes, angle, Crown: -100, Chin: 100, CentreX: 0, InterEye: 60, CrownSeen: true);

    private static MaskRaster Person(int width, int height, int left, int right, int top, int bottom)
    {
        PlanarImage samples = PlanarImage.Rent(width, height, 1);
        samples.Fill(0);
        for (int y = top; y < bottom; y++)
        {
            samples.Row(0, y)[left..right].Fill(1);
        }

        return new MaskRaster(samples, new RectF(0, 0, width, height));
    }
}
