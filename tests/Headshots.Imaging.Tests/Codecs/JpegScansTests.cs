namespace Headshots.Imaging.Tests.Codecs;

public sealed class JpegScansTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Refusal_OrdinaryFile_IsNone(bool progressive)
    {
        using RgbImage picture = TestPictures.Smooth(64, 48);

        Assert.Null(JpegScans.Refusal(PhotoEncoder.Encode(picture, new JpegSettings { Progressive = progressive }, TestPictures.Metadata)));
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

    /// <summary>
    /// Lossless, hierarchical and arithmetic frames. An arithmetic progressive file is as small as its markers: this one
    /// has a thousand scans without data over 40 million pixels, and kept libjpeg busy for ten seconds.
    /// </summary>
    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xC5)]
    [InlineData(0xC6)]
    [InlineData(0xC7)]
    [InlineData(0xC9)]
    [InlineData(0xCA)]
    [InlineData(0xCB)]
    [InlineData(0xCD)]
    [InlineData(0xCE)]
    [InlineData(0xCF)]
    public void Decode_FrameThatNoCameraWrites_IsRefusedUnread(byte frame)
    {
        byte[] side = [6300 >> 8, 6300 & 0xFF];
        byte[] table = [0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)16, 64)];
        byte[] header = [0xFF, frame, 0, 11, 8, .. side, .. side, 1, 1, 0x11, 0];
        byte[] first = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0];
        byte[] next = [0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 63, 0];
        byte[] file = [0xFF, 0xD8, .. table, .. header, .. first, .. Enumerable.Repeat(next, 1000).SelectMany(s => s), 0xFF, 0xD9];

        Assert.Equal(PhotoErrors.UnusualJpeg, PhotoDecoder.ReadFacts(file).Error);
        Assert.Equal(PhotoErrors.UnusualJpeg, PhotoDecoder.Decode(file).Error);
    }

    [Fact]
    public void Refusal_BytesThatEndAnywhere_IsNone()
    {
        using RgbImage picture = TestPictures.Smooth(24, 16);
        byte[] file = PhotoEncoder.Encode(picture, new JpegSettings { Progressive = true }, TestPictures.Metadata);
        for (int length = 3; length < file.Length; length++)
        {
            Assert.Null(JpegScans.Refusal(file.AsSpan(0, length)));
        }
    }
}
