using System.Numerics;
using Headshots.Imaging.Tests.Pixels;

namespace Headshots.Imaging.Tests.Colour;

public sealed class BradfordTests
{
    [Fact]
    public void BetweenXyz_D65ToD50_IsThePublishedMatrix()
    {
        // Lindbloom's table; his D65 differs from sRGB's in the fifth digit.
        ColourMatrix m = Bradford.BetweenXyz(new Vector3(0.95047f, 1, 1.08883f), Xyz.D50);
        Near(new Vector3(1.0478112f, 0.0228866f, -0.0501270f), m.Row1, 1e-5f);
        Near(new Vector3(0.0295424f, 0.9904844f, -0.0170491f), m.Row2, 1e-5f);
        Near(new Vector3(-0.0092345f, 0.0150436f, 0.7521316f), m.Row3, 1e-5f);
    }

    [Fact]
    public void BetweenXyz_ThereAndBack_IsIdentity()
    {
        ColourMatrix round = Bradford.BetweenXyz(Xyz.D65, Xyz.D50).Then(Bradford.BetweenXyz(Xyz.D50, Xyz.D65));
        var colour = new Vector3(0.3f, 0.5f, 0.2f);
        Near(colour, round.Transform(colour), 1e-6f);
    }

    [Fact]
    public void BetweenLinear_AnyWhites_TakesOneToTheOther()
    {
        var warm = new Vector3(1, 0.8f, 0.5f);
        ColourMatrix m = Bradford.BetweenLinear(Xyz.FromLinear(warm), Xyz.D65);
        Near(Vector3.One, m.Transform(warm), 1e-5f);
        using PlanarImage image = Drawn.Planes(19, 3, 3, (c, _, _) => warm[c]);
        m.Apply(image);
        Assert.Equal(1, image.Row(0, 2)[18], 1e-5f);
        Assert.Equal(1, image.Row(2, 0)[0], 1e-5f);
    }

    [Fact]
    public void BetweenXyz_FromBlack_Throws() =>
        Assert.Throws<ArgumentException>(() => Bradford.BetweenXyz(Vector3.Zero, Xyz.D65));

    [Fact]
    public void Inverse_OfSingular_Throws() =>
        Assert.Throws<InvalidOperationException>(() => ColourMatrix.Diagonal(new Vector3(1, 0, 1)).Inverse());

    private static void Near(Vector3 expected, Vector3 actual, float tolerance) =>
        Assert.True(Vector3.Distance(expected, actual) <= tolerance, $"{expected} is not {actual}");
}
