namespace Headshots.Imaging.Tests.Codecs;

public sealed class JpegScansTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TooMany_OrdinaryFile_IsFalse(bool progressive)
    {
        using RgbImage picture = TestPictures.Smooth(64, 48);

        Assert.False(JpegScans.TooMany(PhotoEncoder.Encode(picture, new JpegSettings { Progressive = progressive }, TestPictures.Metadata)));
    }

    /// <summary>The last scan, said again and again: small in bytes, as long as wished in the decoder.</summary>
    [Fact]
    public void Decode_ProgressiveFileOfManyScans_IsRefusedUnread()
    {
        using RgbImage picture = TestPictures.Smooth(64, 48);
        byte[] file = PhotoEncoder.Encode(picture, new JpegSettings { Progressive = true }, TestPictures.Metadata);
        int last = file.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        byte[] scan = file[last..^2];

        byte[] bomb = [.. file[..^2], .. Enumerable.Repeat(scan, JpegScans.Most).SelectMany(s => s), 0xFF, 0xD9];

        Assert.Equal(PhotoErrorCodes.TimedOut, PhotoDecoder.ReadFacts(bomb).Error?.Code);
        Assert.Equal(PhotoErrorCodes.TimedOut, PhotoDecoder.Decode(bomb).Error?.Code);
    }

    [Fact]
    public void TooMany_BytesThatEndAnywhere_IsFalse()
    {
        using RgbImage picture = TestPictures.Smooth(24, 16);
        byte[] file = PhotoEncoder.Encode(picture, new JpegSettings { Progressive = true }, TestPictures.Metadata);
        for (int length = 3; length < file.Length; length++)
        {
            Assert.False(JpegScans.TooMany(file.AsSpan(0, length)));
        }
    }
}
