using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Light;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Light;

public sealed class FinisherTests(SitterStudio room)
{
    private static readonly LightSpec _all = new() { Clarity = 1, Sharpness = 1 };

    public static TheoryData<float> Skins => Scenes.SixSkins;

    [Fact]
    public void Finish_Background_StaysAsItWas()
    {
        using LitSitter sitter = Finished(Scenes.Plain, _all);
        Composition c = sitter.Composition;
        int looked = 0;
        for (int y = 8; y < c.Height - 8; y++)
        {
            for (int x = 8; x < c.Width - 8; x++)
            {
                if (!PersonNear(c.Alpha, x, y))
                {
                    looked++;
                    Assert.Equal(c.AsShot.Row(1, y)[x], c.Picture.Row(1, y)[x]);
                }
            }
        }

        Assert.InRange(looked, 10_000, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Skins))]
    public void Finish_AnySkin_KeepsItsTone(float ita)
    {
        using LitSitter sitter = Finished(Scenes.Skin(ita), _all);

        Assert.InRange(sitter.DeltaIta, -ToneGuard.Ita, ToneGuard.Ita);
        Assert.InRange(sitter.DeltaHue, -ToneGuard.Hue, ToneGuard.Hue);
    }

    [Fact]
    public void Finish_Eyes_BecomeCrisper()
    {
        using LitSitter sitter = Finished(Scenes.Plain, new LightSpec { Clarity = 0, Sharpness = 1 });

        double gain = Eyes(sitter.Composition.Picture, sitter) / Eyes(sitter.Composition.AsShot, sitter);
        Assert.InRange(gain, 1.08, 3);
    }

    [Fact]
    public void Finish_NoisyPhoto_IsNotSharpenedIntoGrit()
    {
        using LitSitter sitter = Finished(
            Scenes.Plain with { Sensor = new SitterSensor { Noise = 9 } }, new LightSpec { Clarity = 0, Sharpness = 1 });

        double gain = SkinTexture.Energy(sitter.Composition.Picture, sitter.Skin)
            / SkinTexture.Energy(sitter.Composition.AsShot, sitter.Skin);
        Assert.InRange(gain, 0.98, 1.12);
    }

    [Fact]
    public void Finish_AnyEdge_DoesNotRing()
    {
        using LitSitter sitter = Finished(Scenes.Plain, new LightSpec { Clarity = 0, Sharpness = 1 });
        Composition c = sitter.Composition;
        for (int y = 1; y < c.Height - 1; y++)
        {
            for (int x = 1; x < c.Width - 1; x++)
            {
                (float least, float most) = Around(c.AsShot, x, y);
                Assert.InRange(Luma(c.Picture, x, y), least - 0.02f, most + 0.02f);
            }
        }
    }

    private LitSitter Finished(SitterScene scene, LightSpec spec)
    {
        LitSitter sitter = new(room.Draw(scene));
        Finisher.Finish(sitter.Composition, spec);
        return sitter;
    }

    private static bool PersonNear(PlanarImage alpha, int x, int y)
    {
        for (int dy = -8; dy <= 8; dy++)
        {
            foreach (float a in alpha.Row(0, y + dy).Slice(x - 8, 17))
            {
                if (a > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static double Eyes(PlanarImage picture, LitSitter sitter)
    {
        double energy = 0;
        foreach (Vector2 iris in (Vector2[])[sitter.Composition.Mesh.LeftSeenIris, sitter.Composition.Mesh.RightSeenIris])
        {
            for (int y = (int)iris.Y - 8; y <= (int)iris.Y + 8; y++)
            {
                for (int x = (int)iris.X - 16; x <= (int)iris.X + 16; x++)
                {
                    double step = Luma(picture, x + 1, y) - Luma(picture, x, y);
                    energy += step * step;
                }
            }
        }

        return energy;
    }

    private static (float Least, float Most) Around(PlanarImage picture, int x, int y)
    {
        (float least, float most) = (float.MaxValue, float.MinValue);
        for (int dy = -1; dy <= 1; dy++)
        {
            for (int dx = -1; dx <= 1; dx++)
            {
                float luma = Luma(picture, x + dx, y + dy);
                (least, most) = (Math.Min(least, luma), Math.Max(most, luma));
            }
        }

        return (least, most);
    }

    private static float Luma(PlanarImage picture, int x, int y) =>
        (0.2126f * picture.Row(0, y)[x]) + (0.7152f * picture.Row(1, y)[x]) + (0.0722f * picture.Row(2, y)[x]);
}
