using Headshots.TestKit;

namespace Headshots.Imaging.Tests.Codecs;

public sealed class PhotoDecoderTests
{
    public static TheoryData<string> People => [.. SharedFiles.Names("photos/people")];

    [Theory]
    [MemberData(nameof(People))]
    public void Decode_PersonPhoto_HasTheSizeOfTheHeader(string name)
    {
        byte[] file = File.ReadAllBytes(SharedFiles.Require($"photos/people/{name}"));

        PhotoFacts facts = PhotoDecoder.ReadFacts(file).Value;
        using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;

        Assert.Equal(facts, photo.Facts);
        Assert.Equal((facts.Width, facts.Height), (photo.Pixels.Width, photo.Pixels.Height));
        Assert.Equal(1, photo.ShrunkBy);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(200, 2)]
    [InlineData(201, 1)]
    [InlineData(100, 4)]
    [InlineData(30, 8)]
    [InlineData(5000, 1)]
    public void Decode_WithMinShortSide_ShrinksAsFarAsAllowed(int? minShortSide, int shrink)
    {
        using RgbImage picture = TestPictures.Smooth(800, 400);
        foreach (EncodeSettings format in (EncodeSettings[])[new JpegSettings(), new WebpSettings()])
        {
            byte[] file = PhotoEncoder.Encode(picture, format, TestPictures.Metadata);

            using DecodedPhoto photo = PhotoDecoder.Decode(file, new DecodeRequest { MinShortSide = minShortSide }).Value;

            Assert.Equal(shrink, photo.ShrunkBy);
            Assert.Equal((800 / shrink, 400 / shrink), (photo.Pixels.Width, photo.Pixels.Height));
            Assert.Equal((800, 400), (photo.Facts.Width, photo.Facts.Height));
        }
    }

    [Fact]
    public void Decode_Shrunk_IsTheAverageOfTheFullOne()
    {
        using RgbImage picture = TestPictures.Smooth(256, 256);
        byte[] file = PhotoEncoder.Encode(picture, new JpegSettings(), TestPictures.Metadata);

        using DecodedPhoto photo = PhotoDecoder.Decode(file, new DecodeRequest { MinShortSide = 64 }).Value;

        for (int y = 0; y < 64; y++)
        {
            for (int x = 0; x < 64; x++)
            {
                int sum = 0;
                for (int i = 0; i < 16; i++)
                {
                    sum += picture.Row((y * 4) + (i / 4))[((x * 4) + (i % 4)) * 3];
                }

                Assert.InRange(photo.Pixels.Row(y)[x * 3], (sum / 16.0) - 4, (sum / 16.0) + 4);
            }
        }
    }

    [Fact]
    public void Decode_Nothing_SaysEmpty() => Assert.Equal(PhotoErrorCodes.Empty, PhotoDecoder.Decode(default).Error?.Code);

    [Fact]
    public void Decode_TooManyBytes_SaysSo() => AssertRefused(PhotoErrorCodes.TooManyBytes, new PhotoLimits { MaxBytes = 100 });

    [Fact]
    public void Decode_TooManyPixels_SaysSo() => AssertRefused(PhotoErrorCodes.TooManyPixels, new PhotoLimits { MaxPixels = 3_999 });

    [Fact]
    public void Decode_TooLongASide_SaysTooManyPixels() =>
        AssertRefused(PhotoErrorCodes.TooManyPixels, new PhotoLimits { MaxDimension = 79 });

    [Fact]
    public void Decode_TooShortASide_SaysTooSmall() => AssertRefused(PhotoErrorCodes.TooSmall, new PhotoLimits { MinDimension = 51 });

    [Fact]
    public void Decode_TooManyPixelsForAFormatThatDecodesAtOnce_SaysSo()
    {
        using RgbImage picture = TestPictures.Smooth(80, 50);
        PhotoLimits limits = new() { MaxPixelsAtOnce = 3_999 };
        foreach (EncodeSettings atOnce in (EncodeSettings[])[new WebpSettings(), new AvifSettings()])
        {
            byte[] file = PhotoEncoder.Encode(picture, atOnce, TestPictures.Metadata);
            Assert.Equal(PhotoErrorCodes.TooManyPixels, PhotoDecoder.ReadFacts(file, limits).Error?.Code);
        }

        foreach (EncodeSettings streamed in (EncodeSettings[])[new JpegSettings(), new JpegSettings { Progressive = true }, new PngSettings()])
        {
            Assert.True(PhotoDecoder.ReadFacts(PhotoEncoder.Encode(picture, streamed, TestPictures.Metadata), limits).Ok);
        }
    }

    /// <summary>80 million pixels is the limit for progressive JPEG too, and decoding it smaller keeps the peak down.</summary>
    [Fact]
    public void Decode_ProgressiveJpegOf80MegapixelsMadeSmaller_Works()
    {
        byte[] file;
        using (RgbImage picture = TestPictures.Flat(8000, 10_000, 90, 120, 150))
        {
            file = PhotoEncoder.Encode(picture, new JpegSettings { Progressive = true, FullChroma = false }, TestPictures.Metadata);
        }

        using DecodedPhoto photo = PhotoDecoder.Decode(file, new DecodeRequest { MinShortSide = 1000 }).Value;

        Assert.Equal((8, 1000, 1250), (photo.ShrunkBy, photo.Pixels.Width, photo.Pixels.Height));
    }

    [Fact]
    public void Decode_OnManyThreads_GivesTheSamePixels()
    {
        using RgbImage picture = TestPictures.Smooth(160, 120);
        byte[] good = PhotoEncoder.Encode(picture, new PngSettings(), TestPictures.Metadata);
        byte[] cut = good[..(good.Length / 2)];

        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            Result<DecodedPhoto, PhotoError> result = PhotoDecoder.Decode(i % 3 == 0 ? cut : good);
            Assert.Equal(i % 3 == 0 ? PhotoErrorCodes.Truncated : null, result.Error?.Code);
            if (result.Ok)
            {
                Assert.Equal(0, MeanDifference.Between(picture, result.Value.Pixels));
                result.Value.Dispose();
            }
        });
    }

    [Fact]
    public void Decode_NoTimeLeft_SaysTimedOut()
    {
        using RgbImage picture = TestPictures.Smooth(80, 50);
        byte[] file = PhotoEncoder.Encode(picture, new PngSettings(), TestPictures.Metadata);
        DecodeRequest request = new() { Limits = new PhotoLimits { Timeout = TimeSpan.Zero } };

        Assert.Equal(PhotoErrorCodes.TimedOut, PhotoDecoder.Decode(file, request).Error?.Code);
    }

    [Fact]
    public void Decode_CancelledToken_Throws()
    {
        using RgbImage picture = TestPictures.Smooth(80, 50);
        byte[] file = PhotoEncoder.Encode(picture, new PngSettings(), TestPictures.Metadata);

        Assert.Throws<OperationCanceledException>(() => PhotoDecoder.Decode(file, ct: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void ReadFacts_CameraPhoto_KnowsTheLens()
    {
        PhotoFacts facts = PhotoDecoder.ReadFacts(
            File.ReadAllBytes(SharedFiles.Require("photos/people/A02_biden_official_7mpx.jpg"))).Value;

        Assert.Equal(("SONY", "ILCE-9M2", 85.0, 85.0), (facts.CameraMake, facts.CameraModel, facts.FocalLengthMm, facts.FocalLength35mm));
    }

    private static void AssertRefused(string code, PhotoLimits limits)
    {
        using RgbImage picture = TestPictures.Smooth(80, 50);
        byte[] file = PhotoEncoder.Encode(picture, new PngSettings(), TestPictures.Metadata);

        Assert.Equal(code, PhotoDecoder.ReadFacts(file, limits).Error?.Code);
        Assert.Equal(code, PhotoDecoder.Decode(file, new DecodeRequest { Limits = limits }).Error?.Code);
        Assert.True(PhotoDecoder.ReadFacts(file).Ok);
    }
}
