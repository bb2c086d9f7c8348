using Headshots.Imaging.Libvips;
using Headshots.TestKit;

namespace Headshots.Imaging.Tests.Codecs;

public sealed class ColourTests
{
    private const string ProfileField = "icc-profile-data";

    /// <summary>Display P3 to sRGB in linear light (CSS Color 4, sample code of section 18), for colours that sRGB has.</summary>
    private static readonly double[,] FromP3 =
    {
        { 1.2249402, -0.2249402, 0 },
        { -0.0420570, 1.0420570, 0 },
        { -0.0196376, -0.0786361, 1.0982736 },
    };

    public static TheoryData<byte, byte, byte> Colours => new()
    {
        { 200, 150, 120 },
        { 90, 60, 50 },
        { 128, 128, 128 },
        { 255, 255, 255 },
        { 0, 0, 0 },
        { 60, 90, 140 },
        { 20, 22, 18 },
    };

    [Theory]
    [MemberData(nameof(Colours))]
    public void Decode_DisplayP3_ShowsTheSameColourInSrgb(byte red, byte green, byte blue)
    {
        using RgbImage stored = TestPictures.Flat(16, 16, red, green, blue);
        byte[] file = TestFiles.Save(stored, "pngsave_buffer", TestFiles.Attach(ProfileField, TestFiles.Profile("p3")));

        AssertColour(file, InSrgb(red, green, blue), tolerance: 1);
    }

    /// <summary>The hand-written conversion against lcms inside libvips, over many colours, also such as sRGB lacks.</summary>
    [Fact]
    public void Decode_DisplayP3_AgreesWithAFullColourEngine()
    {
        using RgbImage stored = TestPictures.Noise(64, 64, seed: 3);
        byte[] profile = TestFiles.Profile("p3");
        byte[] file = TestFiles.Save(stored, "pngsave_buffer", TestFiles.Attach(ProfileField, profile));
        byte[] byEngine = TestFiles.Save(stored, "pngsave_buffer", TestFiles.Attach(ProfileField, profile), ToSrgbByEngine);

        using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;
        using DecodedPhoto expected = PhotoDecoder.Decode(byEngine).Value;

        for (int i = 0; i < stored.Pixels.Length; i++)
        {
            Assert.InRange(photo.Pixels.Pixels[i], expected.Pixels.Pixels[i] - 2, expected.Pixels.Pixels[i] + 2);
        }
    }

    [Theory]
    [MemberData(nameof(Colours))]
    public void Decode_SixteenBitDisplayP3_ShowsTheSameColourInSrgb(byte red, byte green, byte blue)
    {
        using RgbImage stored = TestPictures.Flat(16, 16, red, green, blue);
        byte[] file = TestFiles.Save(
            stored,
            "pngsave_buffer",
            TestFiles.ToColourSpace(VipsInterpretation.Rgb16),
            TestFiles.Attach(ProfileField, TestFiles.Profile("p3")));

        AssertColour(file, InSrgb(red, green, blue), tolerance: 1);
    }

    [Theory]
    [MemberData(nameof(Colours))]
    public void Decode_SrgbProfile_LeavesEveryByteAlone(byte red, byte green, byte blue)
    {
        using RgbImage stored = TestPictures.Flat(16, 16, red, green, blue);
        byte[] file = TestFiles.Save(stored, "pngsave_buffer", TestFiles.Attach(ProfileField, TestFiles.Profile("srgb")));

        AssertColour(file, (red, green, blue), tolerance: 0);
    }

    /// <summary>
    /// Colours that printing has survive the way there and back. The press profile inside libvips is coarse: lcms itself
    /// gives grey 128 back as 119, hence the tolerance.
    /// </summary>
    [Theory]
    [InlineData(200, 150, 120)]
    [InlineData(90, 60, 50)]
    [InlineData(128, 128, 128)]
    [InlineData(255, 255, 255)]
    [InlineData(90, 110, 140)]
    public void Decode_Cmyk_ShowsTheColourItWasMadeFrom(byte red, byte green, byte blue)
    {
        using RgbImage stored = TestPictures.Flat(16, 16, red, green, blue);
        foreach (string saver in (string[])["jpegsave_buffer", "tiffsave_buffer"])
        {
            byte[] file = TestFiles.Save(stored, saver, TestFiles.ConvertTo("cmyk"));

            Assert.Equal("cmyk", PhotoDecoder.ReadFacts(file).Value.ColourSpace);
            AssertColour(file, (red, green, blue), tolerance: 10);
        }
    }

    [Fact]
    public void Decode_CmykPhotoWithoutProfile_LooksLikeItsRgbTwin()
    {
        byte[] cmyk = File.ReadAllBytes(SharedFiles.Require("photos/formats/C_cmyk_ori6_portrait.jpg"));
        byte[] twin = File.ReadAllBytes(SharedFiles.Require("photos/people/A08_giunchedi_beard_dark.jpg"));

        using DecodedPhoto photo = PhotoDecoder.Decode(cmyk).Value;
        using DecodedPhoto expected = PhotoDecoder.Decode(twin).Value;

        // The file says that it is to be turned a quarter clockwise (its maker turned an upright photo for a test).
        Assert.Equal((533, 800), (photo.Pixels.Width, photo.Pixels.Height));
        double sum = 0;
        for (int y = 0; y < 533; y++)
        {
            for (int x = 0; x < 800 * 3; x++)
            {
                sum += Math.Abs(expected.Pixels.Row(y)[x] - photo.Pixels.Row(x / 3)[((532 - y) * 3) + (x % 3)]);
            }
        }

        Assert.InRange(sum / (533 * 800 * 3), 0, 12);
    }

    [Fact]
    public void Decode_Grey_HasThreeEqualChannels()
    {
        byte[] file = TestFiles.Save(Enumerable.Range(0, 256).Select(i => (byte)i).ToArray(), 16, 16, 1, "pngsave_buffer");

        using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;

        Assert.Equal("grey", photo.Facts.ColourSpace);
        for (int i = 0; i < 256 * 3; i++)
        {
            Assert.Equal(i / 3, photo.Pixels.Pixels[i]);
        }
    }

    /// <summary>Photos made grey by an editor often keep their RGB profile, and some profiles are garbage.</summary>
    [Fact]
    public void Decode_ProfileThatCannotBelong_IsIgnored()
    {
        byte[] grey = TestFiles.Save(
            new byte[256].Select(_ => (byte)90).ToArray(), 16, 16, 1, "jpegsave_buffer", TestFiles.Attach(ProfileField, TestFiles.Profile("srgb")));
        AssertColour(grey, (90, 90, 90), tolerance: 0);

        using RgbImage stored = TestPictures.Flat(16, 16, 90, 60, 50);
        byte[] garbage = new byte[600];
        new Random(1).NextBytes(garbage);
        byte[] file = TestFiles.Save(stored, "tiffsave_buffer", TestFiles.Attach(ProfileField, garbage));
        AssertColour(file, (90, 60, 50), tolerance: 0);
    }

    [Fact]
    public void Decode_SixteenBit_KeepsTheUpperByte()
    {
        using RgbImage stored = TestPictures.Noise(40, 30, seed: 9);
        byte[] file = TestFiles.Save(stored, "pngsave_buffer", TestFiles.ToColourSpace(VipsInterpretation.Rgb16));

        using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;

        Assert.Equal(0, MeanDifference.Between(stored, photo.Pixels));
    }

    [Theory]
    [InlineData(0, 255)]
    [InlineData(255, 40)]
    [InlineData(51, 212)]
    public void Decode_TransparentParts_LieOnWhite(byte alpha, byte expected)
    {
        byte[] pixels = [.. Enumerable.Range(0, 256).SelectMany(_ => (byte[])[40, 40, 40, alpha])];
        foreach (string saver in (string[])["pngsave_buffer", "tiffsave_buffer"])
        {
            AssertColour(TestFiles.Save(pixels, 16, 16, 4, saver), (expected, expected, expected), tolerance: 1);
            byte[] deep = TestFiles.Save(
                pixels, 16, 16, 4, saver, TestFiles.ToColourSpace(VipsInterpretation.Rgb16), TestFiles.Attach(ProfileField, TestFiles.Profile("p3")));
            AssertColour(deep, (expected, expected, expected), tolerance: 1);
        }
    }

    private static VipsImage ToSrgbByEngine(VipsImage image)
    {
        using VipsOperation transform = new("icc_transform");
        return transform.Set("in", image).Set("embedded", true).Set("output-profile", "srgb").Set("intent", 1).Run().Image();
    }

    private static void AssertColour(byte[] file, (int Red, int Green, int Blue) expected, int tolerance)
    {
        using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;
        Span<byte> pixel = photo.Pixels.Row(8).Slice(8 * 3, 3);
        Assert.InRange(pixel[0], expected.Red - tolerance, expected.Red + tolerance);
        Assert.InRange(pixel[1], expected.Green - tolerance, expected.Green + tolerance);
        Assert.InRange(pixel[2], expected.Blue - tolerance, expected.Blue + tolerance);
    }

    private static (int Red, int Green, int Blue) InSrgb(params byte[] p3)
    {
        double[] linear = [.. p3.Select(v => v / 255.0).Select(v => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4))];
        int[] encoded = new int[3];
        for (int c = 0; c < 3; c++)
        {
            double v = Math.Clamp((FromP3[c, 0] * linear[0]) + (FromP3[c, 1] * linear[1]) + (FromP3[c, 2] * linear[2]), 0, 1);
            encoded[c] = (int)Math.Round(255 * (v <= 0.0031308 ? 12.92 * v : (1.055 * Math.Pow(v, 1 / 2.4)) - 0.055));
        }

        return (encoded[0], encoded[1], encoded[2]);
    }
}
