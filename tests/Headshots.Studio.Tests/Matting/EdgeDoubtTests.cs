using Headshots.Imaging;
using Headshots.Studio.Matting;

namespace Headshots.Studio.Tests.Matting;

/// <summary>A dark head on the left of a light wall.</summary>
public sealed class EdgeDoubtTests
{
    private const int Side = 256;
    private const int Outline = 128;

    [Fact]
    public void Measure_AlphaWhereTheColoursAre_IsNextToNothing() => Assert.InRange(Doubt(_ => { }), 0, 1e-3);

    [Fact]
    public void Measure_ScrapOfTheWallKept_CountsItsArea()
    {
        const int Width = 4;
        double scrap = Doubt(alpha => Fill(alpha, Outline, Outline + Width, 1));

        // Solid pixels in the wall's colours: half sure that they are wrong.
        Assert.InRange(scrap, 0.3 * Width / Side, 0.6 * Width / Side);
    }

    [Fact]
    public void Measure_HairMissingAtTheOutline_IsSeen() =>
        Assert.True(Doubt(alpha => Fill(alpha, Outline - 4, Outline, 0)) > 1e-3);

    [Fact]
    public void Measure_EdgeHalfTransparent_CountsIt() =>
        Assert.True(Doubt(alpha => Fill(alpha, Outline - 4, Outline + 4, 0.5f)) > 0.45 * 8 / Side);

    private static double Doubt(Action<PlanarImage> spoil)
    {
        using PlanarImage picture = PlanarImage.Rent(Side, Side, 3);
        using PlanarImage rough = PlanarImage.Rent(Side, Side, 1);
        using PlanarImage alpha = PlanarImage.Rent(Side, Side, 1);
        Random random = new(3);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                for (int channel = 0; channel < 3; channel++)
                {
                    picture.Row(channel, y)[x] = (x < Outline ? 0.15f : 0.8f) + (0.02f * (random.NextSingle() - 0.5f));
                }
            }
        }

        rough.Plane(0).Clear();
        alpha.Plane(0).Clear();
        Fill(rough, 0, Outline, 1);
        Fill(alpha, 0, Outline, 1);
        spoil(alpha);
        using LayerColours layers = new(picture, rough);
        return EdgeDoubt.Measure(layers, alpha, space: null);
    }

    private static void Fill(PlanarImage image, int left, int right, float value)
    {
        for (int y = 0; y < Side; y++)
        {
            image.Row(0, y)[left..right].Fill(value);
        }
    }
}
