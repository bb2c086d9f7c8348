using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;

namespace Headshots.Studio.Tests.Framing;

/// <summary>A photo of 400 × 400 pixels that a frame of 500 × 500 shows in its middle.</summary>
public sealed class BodyContinuationTests
{
    private const int Side = 500;
    private const int Margin = 50;

    private static readonly RectF _photo = new(0, 0, 400, 400);

    /// <summary>A shoulder falls through both sides of the photo; beyond them its line goes on, bent down a little.</summary>
    [Fact]
    public void Apply_ShoulderCutAtTheSides_GoesOnAlongItsSlope()
    {
        using PlanarImage alpha = Drawn((x, y) => y > 250 + (0.4f * Math.Abs(x - 200)));
        using PlanarImage picture = Texture();

        BodyContinuation.Apply(picture, alpha, Space());

        for (int beyond = 5; beyond <= 45; beyond += 10)
        {
            float line = 330 + (0.4f * beyond);
            foreach (float x in (float[])[-beyond, 400 + beyond])
            {
                Assert.Equal(0, At(alpha, x, line - 8), 0.05f);
                Assert.Equal(1, At(alpha, x, line + 14), 0.05f);
                Assert.Equal(1, At(alpha, x, 430), 0.05f);
            }
        }
    }

    [Fact]
    public void Apply_ChestCutBelow_FillsTheFrameDownToItsEdge()
    {
        using PlanarImage alpha = Drawn((x, y) => Math.Abs(x - 200) < 60 + Math.Max(0, (y - 250) / 2));
        using PlanarImage picture = Texture();

        BodyContinuation.Apply(picture, alpha, Space());

        // 135 wide on either side where the photo ends, widening by half a pixel for each one down.
        foreach (float y in (float[])[405, 420, 445])
        {
            float half = 135 + ((y - 400) / 2);
            Assert.Equal(1, At(alpha, 200, y), 0.02f);
            Assert.Equal(1, At(alpha, 200 - half + 5, y), 0.05f);
            Assert.Equal(1, At(alpha, 200 + half - 5, y), 0.05f);
            Assert.Equal(0, At(alpha, 200 - half - 5, y), 0.05f);
        }
    }

    [Fact]
    public void Apply_HairCutAtTheSide_ClosesWithoutAStraightEdge()
    {
        using PlanarImage alpha = Drawn((x, y) => Vector2.Distance(new Vector2(x, y), new Vector2(320, 150)) < 100);
        using PlanarImage picture = Texture();

        BodyContinuation.Apply(picture, alpha, Space());

        float[] reach = [.. Enumerable.Range(0, 100).Select(i => Reach(alpha, 100 + i))];
        Assert.InRange(reach.Max(), 4, 30);
        Assert.True(reach[10] < reach[50] - 3 && reach[90] < reach[50] - 3, "the arc is deepest in the middle");
        Assert.Equal(0, At(alpha, 440, 150), 0.01f);
    }

    /// <summary>Repeated pixels would be the same all along a row or a column.</summary>
    [Fact]
    public void Apply_BeyondThePhoto_HasTheTextureOfTheClothes()
    {
        using PlanarImage alpha = Drawn((_, y) => y > 250);
        using PlanarImage picture = Texture();

        BodyContinuation.Apply(picture, alpha, Space());

        float inside = Roughness(picture, 340);
        Assert.InRange(Roughness(picture, 405), 0.5f * inside, 2 * inside);
    }

    [Fact]
    public void Mirror_BeyondThePhoto_ShowsItsMirrorImage()
    {
        using PlanarImage picture = Texture();
        PhotoEdge.Mirror(picture, Space());

        Assert.Equal(At(picture, 10 + 3, 200.5f), At(picture, -10, 200.5f), 0.08f);
        Assert.Equal(At(picture, 200.5f, 390 - 3), At(picture, 200.5f, 410), 0.08f);
    }

    private static FrameSpace Space()
    {
        HeadGeometry head = new(new Vector2(200, 120), 0, Crown: -90, Chin: 90, CentreX: 0, InterEye: 50, CrownSeen: true);
        Frame frame = new(head, new RectF(-200 - Margin, -120 - Margin, Side, Side));
        return FrameSpace.Of(frame, _photo, Side, Side);
    }

    private static PlanarImage Drawn(Func<float, float, bool> person)
    {
        PlanarImage alpha = PlanarImage.Rent(Side, Side, 1);
        Fill(alpha, (x, y) => _photo.X < x && x < _photo.Right && _photo.Y < y && y < _photo.Bottom && person(x, y) ? 1 : 0);
        return alpha;
    }

    private static PlanarImage Texture()
    {
        PlanarImage picture = PlanarImage.Rent(Side, Side, 3);
        Fill(picture, (x, y) => 0.5f + (0.2f * MathF.Sin(x / 3)) + (0.2f * MathF.Cos(y / 4)));
        return picture;
    }

    private static void Fill(PlanarImage image, Func<float, float, float> value)
    {
        for (int channel = 0; channel < image.Channels; channel++)
        {
            for (int y = 0; y < Side; y++)
            {
                for (int x = 0; x < Side; x++)
                {
                    image.Row(channel, y)[x] = value(x + 0.5f - Margin, y + 0.5f - Margin);
                }
            }
        }
    }

    private static float At(PlanarImage image, float x, float y) => FrameSpace.Sample(image, 0, new Vector2(x + Margin, y + Margin));

    private static float Reach(PlanarImage alpha, float y)
    {
        float x = 395;
        while (At(alpha, x, y) > 0.5f)
        {
            x++;
        }

        return x - 400;
    }

    private static float Roughness(PlanarImage picture, float y)
    {
        float sum = 0;
        for (float x = 50; x < 350; x++)
        {
            sum += Math.Abs(At(picture, x + 1, y) - At(picture, x, y)) + Math.Abs(At(picture, x, y + 1) - At(picture, x, y));
        }

        return sum / 300;
    }
}
