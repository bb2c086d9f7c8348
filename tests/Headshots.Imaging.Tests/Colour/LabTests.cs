using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Headshots.Imaging.Tests.Pixels;

namespace Headshots.Imaging.Tests.Colour;

public sealed class LabTests
{
    [Fact]
    public void FromSrgb_ThereAndBack_IsTheColour() =>
        Prop.ForAll(Gen.Choose(0, 1000).ArrayOf(3).ToArbitrary(), n =>
        {
            var colour = new Vector3(n[0], n[1], n[2]) / 1000;
            Vector3 back = Lab.FromSrgb(colour).ToSrgb();
            Assert.InRange(Vector3.Distance(colour, back), 0, 2e-5f);
        }).QuickCheckThrowOnFailure();

    // Reference values: Lindbloom's calculator, sRGB, D65, no adaptation.
    [Theory]
    [InlineData("#FF0000", 53.24, 80.09, 67.20)]
    [InlineData("#00FF00", 87.73, -86.18, 83.18)]
    [InlineData("#0000FF", 32.30, 79.19, -107.86)]
    [InlineData("#FFFFFF", 100, 0, 0)]
    [InlineData("#000000", 0, 0, 0)]
    [InlineData("#777777", 50.03, 0, 0)]
    public void FromSrgb_KnownColours_AreThePublishedOnes(string hex, double l, double a, double b)
    {
        Lab lab = Lab.FromSrgb(RgbColour.Parse(hex).Encoded);
        Assert.Equal(l, lab.L, 0.02);
        Assert.Equal(a, lab.A, 0.02);
        Assert.Equal(b, lab.B, 0.02);
    }

    [Theory]
    [InlineData(70, 10, 15, 53.13)]
    [InlineData(50, 10, 15, 0)]
    [InlineData(35, 10, 15, -45)]
    [InlineData(70, 0, -20, 135)]
    public void Ita_KnownValues_AreTheFormulas(double l, double a, double b, double degrees) =>
        Assert.Equal(degrees, new Lab(l, a, b).Ita, 0.01);

    [Theory]
    [InlineData(55.1, SkinTone.VeryLight)]
    [InlineData(55, SkinTone.Light)]
    [InlineData(41, SkinTone.Intermediate)]
    [InlineData(28, SkinTone.Tan)]
    [InlineData(10, SkinTone.Brown)]
    [InlineData(-29.9, SkinTone.Brown)]
    [InlineData(-30, SkinTone.Dark)]
    public void Of_Thresholds_BelongToTheDarkerClass(double ita, SkinTone tone) => Assert.Equal(tone, SkinTones.Of(ita));

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 90)]
    [InlineData(-1, 0, 180)]
    [InlineData(0, -1, 270)]
    public void Hue_Axes_AreQuarters(double a, double b, double degrees) => Assert.Equal(degrees, new Lab(50, a, b).Hue, 1e-9);

    [Fact]
    public void PlanarToLab_Noise_EqualsTheExactFormula()
    {
        using PlanarImage source = Drawn.NoisePlanes(67, 41, 3, 1);
        using PlanarImage lab = PlanarImage.Rent(67, 41, 3);
        source.Row(0, 0)[0] = source.Row(1, 0)[0] = source.Row(2, 0)[0] = 0;
        source.Row(0, 0)[1] = source.Row(1, 0)[1] = source.Row(2, 0)[1] = 1;
        PlanarColour.ToLab(source, lab);
        for (int y = 0; y < 41; y++)
        {
            for (int x = 0; x < 67; x++)
            {
                Lab exact = Lab.FromSrgb(new Vector3(source.Row(0, y)[x], source.Row(1, y)[x], source.Row(2, y)[x]));
                Assert.Equal(exact.L, lab.Row(0, y)[x], 1e-3);
                Assert.Equal(exact.A, lab.Row(1, y)[x], 1e-3);
                Assert.Equal(exact.B, lab.Row(2, y)[x], 1e-3);
            }
        }

        using PlanarImage back = PlanarImage.Rent(67, 41, 3);
        PlanarColour.FromLab(lab, back);
        Assert.InRange(Drawn.MaxDifference(source, back), 0, 5e-5f);
    }

    [Fact]
    public void PlanarDecodeAndEncode_FourChannels_LeaveAlpha()
    {
        using PlanarImage source = Drawn.NoisePlanes(37, 11, 4, 2);
        using PlanarImage work = Drawn.NoisePlanes(37, 11, 4, 2);
        PlanarColour.Decode(work, work);
        Assert.Equal(SrgbCurve.ToLinear(source.Row(2, 7)[36]), work.Row(2, 7)[36], 1e-6);
        using PlanarImage luminance = PlanarImage.Rent(37, 11, 1);
        PlanarColour.Luminance(work, luminance);
        float expected = Xyz.Luminance(new Vector3(work.Row(0, 5)[36], work.Row(1, 5)[36], work.Row(2, 5)[36]));
        Assert.Equal(expected, luminance.Row(0, 5)[36], 1e-6f);
        PlanarColour.Encode(work, work);
        Assert.InRange(Drawn.MaxDifference(source, work), 0, 2e-5f);
        Assert.Equal(source.Row(3, 3), work.Row(3, 3));
    }
}
