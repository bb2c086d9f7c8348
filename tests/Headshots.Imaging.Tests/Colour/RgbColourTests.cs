using System.Numerics;

namespace Headshots.Imaging.Tests.Colour;

public sealed class RgbColourTests
{
    [Theory]
    [InlineData("#1A2b3C", 0x1A, 0x2B, 0x3C)]
    [InlineData("#000000", 0, 0, 0)]
    [InlineData("#FFFFFF", 255, 255, 255)]
    public void Parse_SixDigits_IsTheColourAndFormatsBack(string text, byte r, byte g, byte b)
    {
        RgbColour colour = RgbColour.Parse(text);
        Assert.Equal(new RgbColour(r, g, b), colour);
        Assert.Equal(text.ToUpperInvariant(), colour.ToString());
        Assert.Equal(colour, RgbColour.FromEncoded(colour.Encoded));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1A2B3C")]
    [InlineData("#1A2B3")]
    [InlineData("#1A2B3C4D")]
    [InlineData("# 1A2B3")]
    [InlineData("#-A2B3C")]
    [InlineData("#GGGGGG")]
    public void TryParse_AnythingElse_IsFalse(string? text) => Assert.False(RgbColour.TryParse(text, out _));

    [Fact]
    public void ContrastWith_BlackAndWhite_IsTwentyOne()
    {
        Assert.Equal(21, new RgbColour(0, 0, 0).ContrastWith(new RgbColour(255, 255, 255)), 1e-4f);
        Assert.Equal(1, new RgbColour(9, 9, 9).ContrastWith(new RgbColour(9, 9, 9)), 1e-6f);
    }

    [Fact]
    public void Luminance_Primaries_AreTheWeights()
    {
        Assert.Equal(0.2126f, new RgbColour(255, 0, 0).Luminance, 1e-4f);
        Assert.Equal(0.7152f, new RgbColour(0, 255, 0).Luminance, 1e-4f);
        Assert.Equal(0.0722f, new RgbColour(0, 0, 255).Luminance, 1e-4f);
    }

    [Fact]
    public void FromEncoded_OutsideTheRange_Clamps() =>
        Assert.Equal(new RgbColour(0, 255, 128), RgbColour.FromEncoded(new Vector3(-0.2f, 1.5f, 0.5f)));
}
