using Headshots.Imaging;
using Headshots.Vision.People;

namespace Headshots.Vision.Tests.People;

public sealed class PersonMaskTests
{
    private static readonly RectF _picture = new(0, 0, 1000, 800);

    [Fact]
    public void Render_BothLooksAgree_IsThatEverywhere()
    {
        using PersonMask mask = Make(0.7f, 0.7f, new RectF(300, 200, 400, 400));
        using PlanarImage rendered = mask.Render(_picture, 50, 40);

        Assert.All(Samples(rendered), v => Assert.Equal(0.7f, v, 5));
    }

    [Fact]
    public void Render_CloseLookSurer_CountsMoreInsideAndNothingOutside()
    {
        using PersonMask mask = Make(0.4f, 1, new RectF(300, 200, 400, 400));
        using PlanarImage rendered = mask.Render(_picture, 1000, 800);

        Assert.InRange(rendered.Row(0, 400)[500], 0.85f, 0.95f);
        Assert.Equal(0.4f, rendered.Row(0, 400)[250]);
        Assert.Equal(0.4f, rendered.Row(0, 150)[500]);
    }

    [Fact]
    public void Render_LooksContradict_MeetInTheMiddleWithoutAStep()
    {
        using PersonMask mask = Make(0, 1, new RectF(300, 200, 400, 400));
        using PlanarImage rendered = mask.Render(_picture, 1000, 800);

        Assert.Equal(0.5f, rendered.Row(0, 400)[500], 4);
        for (int x = 1; x < 1000; x++)
        {
            Assert.InRange(MathF.Abs(rendered.Row(0, 400)[x] - rendered.Row(0, 400)[x - 1]), 0, 0.06f);
        }
    }

    [Fact]
    public void Render_CloseLookAtThePicturesEdge_CountsFullyThere()
    {
        using PersonMask mask = Make(0.5f, 1, new RectF(300, 400, 400, 400));
        using PlanarImage rendered = mask.Render(_picture, 1000, 800);

        Assert.InRange(rendered.Row(0, 799)[500], 0.95f, 1);
        Assert.Equal(0.5f, rendered.Row(0, 399)[500], 4);
    }

    [Fact]
    public void Render_WideLookOnly_IsItself()
    {
        using var mask = new PersonMask(new MaskLook(Plain(0.3f), _picture), null);
        using PlanarImage rendered = mask.Render(_picture, 20, 20);

        Assert.All(Samples(rendered), v => Assert.Equal(0.3f, v, 5));
    }

    [Fact]
    public void Render_Ramp_LiesWhereThePictureHasIt()
    {
        var wide = PlanarImage.Rent(256, 256, 1);
        for (int y = 0; y < 256; y++)
        {
            for (int x = 0; x < 256; x++)
            {
                wide.Row(0, y)[x] = (x + 0.5f) / 256;
            }
        }

        var close = PlanarImage.Rent(256, 256, 1);
        for (int y = 0; y < 256; y++)
        {
            for (int x = 0; x < 256; x++)
            {
                close.Row(0, y)[x] = 0.3f + (0.4f * (x + 0.5f) / 256);
            }
        }

        using var mask = new PersonMask(new MaskLook(wide, _picture), new MaskLook(close, new RectF(300, 200, 400, 400)));
        using PlanarImage rendered = mask.Render(new RectF(100, 100, 800, 600), 80, 60);

        for (int y = 0; y < 60; y++)
        {
            for (int x = 0; x < 80; x++)
            {
                Assert.Equal((100 + ((x + 0.5f) * 10)) / 1000, rendered.Row(0, y)[x], 0.003f);
            }
        }
    }

    private static PersonMask Make(float wide, float close, RectF region) =>
        new(new MaskLook(Plain(wide), _picture), new MaskLook(Plain(close), region));

    private static PlanarImage Plain(float value)
    {
        var mask = PlanarImage.Rent(256, 256, 1);
        mask.Fill(value);
        return mask;
    }

    private static IEnumerable<float> Samples(PlanarImage image)
    {
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                yield return image.Row(0, y)[x];
            }
        }
    }
}
