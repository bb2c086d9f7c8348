using Headshots.Imaging;
using Headshots.Studio.Matting;

namespace Headshots.Studio.Tests.Matting;

/// <summary>A dark head on the left of a light wall; the mask's outline runs at column 128.</summary>
public sealed class ColourEvidenceTests
{
    private const int Side = 256;
    private const int Outline = 128;

    [Fact]
    public void Apply_StrandThatTheMaskMissed_ComesBack()
    {
        using PlanarImage picture = Head(edge: Outline);
        using PlanarImage rough = Mask();
        using PlanarImage alpha = Mask();
        for (int x = Outline; x < Outline + 3; x++)
        {
            Paint(picture, x, 100, 0.15f, 0.10f, 0.08f);
        }

        using LayerColours layers = new(picture, rough);
        ColourEvidence.Apply(picture, layers, alpha);

        Assert.True(alpha.Row(0, 100)[Outline + 1] > 0.6f, $"the strand has alpha {alpha.Row(0, 100)[Outline + 1]}");
        Assert.True(alpha.Row(0, 120)[Outline + 1] < 0.1f, $"the wall beside it has alpha {alpha.Row(0, 120)[Outline + 1]}");
    }

    [Fact]
    public void Apply_ColourOfNeitherLayer_IsLeftToTheMask()
    {
        using PlanarImage picture = Head(edge: Outline);
        using PlanarImage rough = Mask();
        using PlanarImage alpha = Mask();
        Paint(picture, Outline - 1, 100, 0.9f, 0.1f, 0.2f);
        Paint(picture, Outline + 1, 100, 0.9f, 0.1f, 0.2f);

        using LayerColours layers = new(picture, rough);
        ColourEvidence.Apply(picture, layers, alpha);

        Assert.Equal(1, alpha.Row(0, 100)[Outline - 1], 1e-3f);
        Assert.Equal(0, alpha.Row(0, 100)[Outline + 1], 1e-3f);
    }

    [Fact]
    public void Apply_LayersOfOneColour_LeavesAlphaAlone()
    {
        using PlanarImage picture = Head(edge: Side);
        using PlanarImage rough = Mask();
        using PlanarImage alpha = Mask();

        using LayerColours layers = new(picture, rough);
        ColourEvidence.Apply(picture, layers, alpha);

        for (int x = 0; x < Side; x++)
        {
            Assert.Equal(x < Outline ? 1 : 0, alpha.Row(0, 100)[x], 0.05f);
        }
    }

    private static PlanarImage Head(int edge)
    {
        Random random = new(3);
        PlanarImage picture = PlanarImage.Rent(Side, Side, 3);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                float noise = 0.02f * (random.NextSingle() - 0.5f);
                if (x < edge)
                {
                    Paint(picture, x, y, 0.15f + noise, 0.10f + noise, 0.08f + noise);
                }
                else
                {
                    Paint(picture, x, y, 0.75f + noise, 0.78f + noise, 0.72f + noise);
                }
            }
        }

        return picture;
    }

    private static PlanarImage Mask()
    {
        PlanarImage mask = PlanarImage.Rent(Side, Side, 1);
        mask.Fill(0);
        for (int y = 0; y < Side; y++)
        {
            mask.Row(0, y)[..Outline].Fill(1);
        }

        return mask;
    }

    private static void Paint(PlanarImage picture, int x, int y, float red, float green, float blue)
    {
        picture.Row(0, y)[x] = red;
        picture.Row(1, y)[x] = green;
        picture.Row(2, y)[x] = blue;
    }
}
