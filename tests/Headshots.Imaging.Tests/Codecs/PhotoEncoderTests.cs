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
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Encode_ThenDecode_GivesThePictureBack(EncodeSettings settings, double tolerance)
    {
        using RgbImage picture = TestPictures.Smooth(201, 150);

        byte[] file = PhotoEncoder.Encode(picture, settings, TestPictures.Metadata);

        using DecodedPhoto decoded = PhotoDecoder.Decode(file).Value;
        Assert.InRange(MeanDifference.Between(picture, decoded.Pixels), 0, tolerance);
        Assert.True(decoded.Facts.HasProfile);
    }
}
