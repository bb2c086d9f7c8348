using Headshots.TestKit;

namespace Headshots.Imaging.Tests.Codecs;

public sealed class FormatTests
{
    public static TheoryData<string, string, int> Files => new()
    {
        { "C_16bit.png", "png", 1 },
        { "C_animated.gif", "gif", 30 },
        { "C_animated.webp", "webp", 9 },
        { "C_cmyk_ori6_portrait.jpg", "jpeg", 1 },
        { "C_exif_gps.jpg", "jpeg", 1 },
        { "C_gray_portrait.jpg", "jpeg", 1 },
        { "C_hopper.avif", "avif", 1 },
        { "C_iptc.jpg", "jpeg", 1 },
        { "C_ultrahdr_gainmap.jpg", "jpeg", 1 },
        { "C_wrongext_png.jpg", "png", 1 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Decode_EveryFormat_KnowsWhatItIsAndItsFirstFrame(string name, string format, int frames)
    {
        byte[] file = File.ReadAllBytes(SharedFiles.Require($"photos/formats/{name}"));

        using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;

        Assert.Equal((format, frames), (photo.Facts.Format, photo.Facts.Frames));
        Assert.Equal((photo.Facts.Width, photo.Facts.Height), (photo.Pixels.Width, photo.Pixels.Height));
    }

    [Fact]
    public void Decode_Avif_LooksLikeTheJpegOfTheSamePicture()
    {
        using DecodedPhoto avif = PhotoDecoder.Decode(File.ReadAllBytes(SharedFiles.Require("photos/formats/C_hopper.avif"))).Value;
        using DecodedPhoto jpeg = PhotoDecoder.Decode(File.ReadAllBytes(SharedFiles.Require("photos/formats/C_hopper.jpg"))).Value;

        Assert.InRange(MeanDifference.Between(avif.Pixels, jpeg.Pixels), 0, 8);
    }

    [Fact]
    public void Decode_GreyPhoto_LooksLikeItsColourTwin()
    {
        using DecodedPhoto grey = PhotoDecoder.Decode(File.ReadAllBytes(SharedFiles.Require("photos/formats/C_gray_portrait.jpg"))).Value;
        using DecodedPhoto colour = PhotoDecoder.Decode(
            File.ReadAllBytes(SharedFiles.Require("photos/people/A08_giunchedi_beard_dark.jpg"))).Value;

        Assert.InRange(MeanDifference.Between(grey.Pixels, colour.Pixels), 0, 20);
    }

    /// <summary>The gain map is a second, smaller picture behind the first; the first is the photo.</summary>
    [Fact]
    public void Decode_UltraHdr_GivesTheBasePicture()
    {
        byte[] file = File.ReadAllBytes(SharedFiles.Require("photos/formats/C_ultrahdr_gainmap.jpg"));

        using DecodedPhoto photo = PhotoDecoder.Decode(file, new DecodeRequest { MinShortSide = 270 }).Value;

        Assert.Equal((3840, 2160), (photo.Facts.Width, photo.Facts.Height));
        Assert.Equal(8, photo.ShrunkBy);

        // The rocket's flame is nearly white, the left edge nearly black; a gain map would show them the other way round.
        Assert.True(photo.Pixels.Row(214)[247 * 3] > 225);
        Assert.True(photo.Pixels.Row(130)[5 * 3] < 40);
    }

    [Fact]
    public void Decode_HeicWithoutDecoder_SaysWhatToDo()
    {
        byte[] file = File.ReadAllBytes(SharedFiles.Require("photos/formats/C_heic_small.heic"));

        PhotoError? fromHeader = PhotoDecoder.ReadFacts(file).Error;
        PhotoError? fromPixels = PhotoDecoder.Decode(file).Error;

        // The library that comes with the program has no HEVC; one that has (HEADSHOTS_LIBVIPS) decodes the file.
        if (fromPixels is not null)
        {
            Assert.Equal(PhotoErrorCodes.HeicUnsupported, fromPixels.Code);
            Assert.Contains("Most Compatible", fromPixels.Advice, StringComparison.Ordinal);
        }

        Assert.Equal(fromPixels, fromHeader);
    }

    [Fact]
    public void Decode_Animation_GivesTheFirstFrame()
    {
        // Two frames of 16 × 16 as one tall strip: libvips cuts it at "page-height".
        using RgbImage first = TestPictures.Flat(16, 16, 200, 30, 30);
        byte[] file = GifSeed.TwoFrames();

        using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;

        Assert.Equal(2, photo.Facts.Frames);
        Assert.Equal((16, 16), (photo.Pixels.Width, photo.Pixels.Height));
        Assert.Equal(0, MeanDifference.Between(first, photo.Pixels));
        Assert.Equal(PhotoErrorCodes.TooManyFrames, PhotoDecoder.ReadFacts(file, new PhotoLimits { MaxFrames = 1 }).Error?.Code);
    }
}
