using System.Text;
using Headshots.TestKit;

namespace Headshots.Imaging.Tests.Codecs;

public sealed class PhotoEncoderTests
{
    public static TheoryData<EncodeSettings, double> Formats => new()
    {
        { new JpegSettings(), 2 },
        { new JpegSettings { FullChroma = false, Progressive = true }, 3 },
        { new PngSettings(), 0 },
        { new WebpSettings(), 3 },
        { new WebpSettings { Lossless = true }, 0 },
        { new AvifSettings(), 3 },
        { new AvifSettings { FullChroma = false, Effort = 0 }, 4 },
    };

    public static TheoryData<EncodeSettings> FormatsOnly => [.. Formats.Select(row => row.Data.Item1)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Encode_ThenDecode_GivesThePictureBack(EncodeSettings settings, double tolerance)
    {
        using RgbImage picture = TestPictures.Smooth(201, 150);

        byte[] file = PhotoEncoder.Encode(picture, settings, TestPictures.Metadata);

        using DecodedPhoto decoded = PhotoDecoder.Decode(file).Value;
        Assert.InRange(MeanDifference.Between(picture, decoded.Pixels), 0, tolerance);
    }

    [Theory]
    [MemberData(nameof(FormatsOnly))]
    public void Encode_AnyFormat_CarriesSrgbAndItsOrigin(EncodeSettings settings)
    {
        using RgbImage picture = TestPictures.Smooth(64, 48);

        byte[] file = PhotoEncoder.Encode(
            picture, settings, new OutputMetadata(DigitalSourceTypes.CompositeWithTrainedAlgorithmicMedia, "Headshots \"<1>\" & ü"));

        using WrittenFile written = WrittenFile.Open(file);
        Assert.True(MatrixProfile.Read(written.Blob("icc-profile-data"))?.IsSrgb());
        XmpReading xmp = XmpReading.Of(written.Blob("xmp-data"));
        Assert.Equal(DigitalSourceTypes.CompositeWithTrainedAlgorithmicMedia, xmp.DigitalSourceType);
        Assert.Equal("Headshots \"<1>\" & ü", xmp.CreatorTool);
    }

    /// <summary>A photo that says where it was taken; whatever is written from it says nothing of the kind.</summary>
    [Theory]
    [MemberData(nameof(FormatsOnly))]
    public void Encode_PhotoWithGps_KeepsNothingOfIt(EncodeSettings settings)
    {
        byte[] file = File.ReadAllBytes(SharedFiles.Require("photos/formats/C_exif_gps.jpg"));
        using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;
        Assert.Equal("XXX-XXX", photo.Facts.CameraModel);

        byte[] written = PhotoEncoder.Encode(photo.Pixels, settings, TestPictures.Metadata);

        foreach (string trace in (string[])["Exif\0\0", "GPS", "XXX-XXX", "Photoshop", "eXIf", "EXIF"])
        {
            Assert.Equal(-1, written.AsSpan().IndexOf(Encoding.ASCII.GetBytes(trace)));
        }

        Assert.Null(PhotoDecoder.ReadFacts(written).Value.CameraModel);
    }

    [Theory]
    [InlineData(648, 100 * 1024)]
    [InlineData(96, 10 * 1024)]
    public void Encode_PhotoToAByteBudget_FitsAndUsesIt(int side, int maxBytes)
    {
        byte[] source = File.ReadAllBytes(SharedFiles.Require("photos/people/A02_biden_official_7mpx.jpg"));
        using DecodedPhoto photo = PhotoDecoder.Decode(source, new DecodeRequest { MinShortSide = side }).Value;
        using RgbImage crop = TestPictures.Crop(photo.Pixels, side);

        byte[] file = PhotoEncoder.Encode(crop, new JpegSettings { Quality = 95, MaxBytes = maxBytes }, TestPictures.Metadata);

        Assert.InRange(file.Length, maxBytes / 3, maxBytes);
        using DecodedPhoto written = PhotoDecoder.Decode(file).Value;
        Assert.InRange(MeanDifference.Between(crop, written.Pixels), 0, 4);
    }

    [Theory]
    [InlineData(648, 100 * 1024)]
    [InlineData(96, 10 * 1024)]
    public void Encode_NoiseToAByteBudget_FitsByGivingUpChroma(int side, int maxBytes)
    {
        using RgbImage noise = TestPictures.Noise(side, side, seed: 2);

        byte[] file = PhotoEncoder.Encode(noise, new JpegSettings { MaxBytes = maxBytes }, TestPictures.Metadata);

        Assert.InRange(file.Length, maxBytes / 2, maxBytes);
    }

    [Fact]
    public void Encode_BudgetWithRoom_KeepsTheQualityAsked()
    {
        using RgbImage picture = TestPictures.Smooth(96, 96);

        byte[] free = PhotoEncoder.Encode(picture, new JpegSettings { Quality = 80 }, TestPictures.Metadata);
        byte[] bounded = PhotoEncoder.Encode(picture, new JpegSettings { Quality = 80, MaxBytes = 1 << 20 }, TestPictures.Metadata);

        Assert.Equal(free, bounded);
    }

    [Fact]
    public void Encode_ImpossibleBudget_SaysHowSmallItGets()
    {
        using RgbImage noise = TestPictures.Noise(96, 96, seed: 2);

        ByteBudgetException failure = Assert.Throws<ByteBudgetException>(
            () => PhotoEncoder.Encode(noise, new JpegSettings { MaxBytes = 900 }, TestPictures.Metadata));

        Assert.Equal(900, failure.MaxBytes);
        byte[] smallest = PhotoEncoder.Encode(noise, new JpegSettings { MaxBytes = failure.Smallest }, TestPictures.Metadata);
        Assert.Equal(failure.Smallest, smallest.Length);
    }

    [Fact]
    public void Encode_PlanarColour_RoundsAndClamps()
    {
        using PlanarImage image = PlanarImage.Rent(21, 9, 3);
        image.Fill(float.NaN);
        float[] samples = [-0.5f, 0, 0.4f / 255, 0.6f / 255, 127.4f / 255, 127.6f / 255, 1, 7, float.NaN];
        byte[] expected = [0, 0, 0, 1, 127, 128, 255, 255, 0];
        for (int y = 0; y < 9; y++)
        {
            for (int c = 0; c < 3; c++)
            {
                image.Row(c, y).Fill(samples[(y + c) % 9]);
            }
        }

        byte[] file = PhotoEncoder.Encode(image, new PngSettings(), TestPictures.Metadata);

        using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;
        for (int y = 0; y < 9; y++)
        {
            Assert.Equal([expected[y], expected[(y + 1) % 9], expected[(y + 2) % 9]], photo.Pixels.Row(y)[(20 * 3)..].ToArray());
        }
    }

    [Fact]
    public void Encode_PlanarWithAlpha_KeepsItStraight()
    {
        using PlanarImage image = PlanarImage.Rent(16, 16, 4);
        image.Fill(0.2f);

        foreach (EncodeSettings settings in (EncodeSettings[])[new PngSettings(), new WebpSettings { Lossless = true }])
        {
            byte[] file = PhotoEncoder.Encode(image, settings, TestPictures.Metadata);

            using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;
            Assert.True(photo.Facts.HasAlpha);

            // 51 with an alpha of 51, on white: 51 × 0.2 + 255 × 0.8.
            Assert.InRange(photo.Pixels.Pixels[0], 214, 215);
        }

        Assert.Throws<ArgumentException>(() => PhotoEncoder.Encode(image, new JpegSettings(), TestPictures.Metadata));
    }

    [Fact]
    public void Encode_PlanarGrey_IsAGreyFile()
    {
        using PlanarImage image = PlanarImage.Rent(16, 16, 1);
        image.Fill(1f / 3);

        foreach (EncodeSettings settings in (EncodeSettings[])[new PngSettings(), new JpegSettings()])
        {
            using DecodedPhoto photo = PhotoDecoder.Decode(PhotoEncoder.Encode(image, settings, TestPictures.Metadata)).Value;

            Assert.Equal("grey", photo.Facts.ColourSpace);
            Assert.Equal(85, photo.Pixels.Pixels[100]);
        }
    }

    [Fact]
    public void Encode_LongerThanTheFormatHolds_IsAnError()
    {
        using RgbImage line = TestPictures.Flat(16_384, 1, 1, 2, 3);

        Assert.Throws<ArgumentException>(() => PhotoEncoder.Encode(line, new WebpSettings(), TestPictures.Metadata));
        Assert.NotEmpty(PhotoEncoder.Encode(line, new JpegSettings(), TestPictures.Metadata));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void JpegSettings_QualityOutOfRange_IsAnError(int quality) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new JpegSettings { Quality = quality });
}
