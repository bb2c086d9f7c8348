using Headshots.Imaging;
using Headshots.Studio.Matting;

namespace Headshots.Studio.Tests.Matting;

/// <summary>A head of one colour on the left of a wall of another; the mask's outline is not where the head's is.</summary>
public sealed class BandSolveTests
{
    private const int Side = 512;
    private const int Outline = 256;

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public void Apply_MaskBesideTheOutline_GoesToTheOutline(int off)
    {
        using PlanarImage picture = Head(wall: 0.8f);
        using PlanarImage rough = Mask(off);
        using PlanarImage alpha = Mask(off);

        Solve(picture, rough, alpha);

        Assert.True(alpha.Row(0, 200)[Outline - 4] > 0.85f, $"inside it has alpha {alpha.Row(0, 200)[Outline - 4]}");
        Assert.True(alpha.Row(0, 200)[Outline + 4] < 0.15f, $"outside it has alpha {alpha.Row(0, 200)[Outline + 4]}");
    }

    [Fact]
    public void Apply_GapInTheHairThatTheMaskFilled_BeginsToOpen()
    {
        using PlanarImage picture = Head(wall: 0.8f);
        using PlanarImage rough = Mask(0);
        using PlanarImage alpha = Mask(0);

        // Hair encloses it but for a passage to the wall.
        Paint(picture, Outline - 16, Outline, 190, 198, 0.8f);

        Solve(picture, rough, alpha);

        Assert.True(alpha.Row(0, 194)[Outline - 6] < 0.8f, $"the gap has alpha {alpha.Row(0, 194)[Outline - 6]}");
        Assert.True(alpha.Row(0, 220)[Outline - 6] > 0.9f, $"the hair has alpha {alpha.Row(0, 220)[Outline - 6]}");
    }

    [Fact]
    public void Apply_LayersOfOneColour_KeepsTheMasksOutline()
    {
        using PlanarImage picture = Head(wall: 0.15f);
        using PlanarImage rough = Mask(0);
        using PlanarImage alpha = Mask(0);

        Solve(picture, rough, alpha);

        Assert.True(alpha.Row(0, 200)[Outline - 16] > 0.9f, $"inside it has alpha {alpha.Row(0, 200)[Outline - 16]}");
        Assert.True(alpha.Row(0, 200)[Outline + 16] < 0.1f, $"outside it has alpha {alpha.Row(0, 200)[Outline + 16]}");
    }

    private static void Solve(PlanarImage picture, PlanarImage rough, PlanarImage alpha)
    {
        // What colours say comes first: the solve carries it on.
        using LayerColours layers = new(picture, rough);
        ColourEvidence.Apply(picture, layers, alpha);
        BandSolve.Apply(picture, rough, layers, alpha);
    }

    private static PlanarImage Head(float wall)
    {
        PlanarImage picture = PlanarImage.Rent(Side, Side, 3);
        Paint(picture, 0, Outline, 0, Side, 0.15f);
        Paint(picture, Outline, Side, 0, Side, wall);
        Random random = new(3);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                float noise = 0.02f * (random.NextSingle() - 0.5f);
                for (int channel = 0; channel < 3; channel++)
                {
                    picture.Row(channel, y)[x] += noise;
                }
            }
        }

        return picture;
    }

    private static void Paint(PlanarImage picture, int left, int right, int top, int bottom, float value)
    {
        for (int channel = 0; channel < 3; channel++)
        {
            for (int y = top; y < bottom; y++)
            {
                picture.Row(channel, y)[left..right].Fill(value);
            }
        }
    }

    /// <summary>As soft as the network's when it is enlarged.</summary>
    private static PlanarImage Mask(int off)
    {
        PlanarImage mask = PlanarImage.Rent(Side, Side, 1);
        for (int y = 0; y < Side; y++)
        {
            Span<float> row = mask.Row(0, y);
            for (int x = 0; x < Side; x++)
            {
                row[x] = Math.Clamp(0.5f + ((Outline + off - x) / 12f), 0, 1);
            }
        }

        return mask;
    }
}
