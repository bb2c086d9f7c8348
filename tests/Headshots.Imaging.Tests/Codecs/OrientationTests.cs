using Headshots.TestKit;

namespace Headshots.Imaging.Tests.Codecs;

public sealed class OrientationTests
{
    private const int Width = 45;
    private const int Height = 71;

    public static TheoryData<byte> All => [1, 2, 3, 4, 5, 6, 7, 8];

    /// <summary>EXIF 2.32, tag 0x0112: where the stored first row and first column are shown.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Decode_LosslessFileOfAnyOrientation_PutsEveryPixelWhereExifSays(byte orientation)
    {
        using RgbImage stored = TestPictures.Noise(Width, Height, seed: 5);
        byte[] file = TestFiles.Save(stored, "pngsave_buffer", TestFiles.Attach("exif-data", TestFiles.ExifOrientation(orientation)));

        using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;

        Assert.Equal(orientation, photo.Facts.Orientation);
        Assert.Equal(orientation >= 5 ? (Height, Width) : (Width, Height), (photo.Pixels.Width, photo.Pixels.Height));
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                (int shownX, int shownY) = Shown(x, y, orientation);
                Assert.True(
                    stored.Row(y).Slice(x * 3, 3).SequenceEqual(photo.Pixels.Row(shownY).Slice(shownX * 3, 3)),
                    $"Stored pixel ({x}, {y}) is not shown at ({shownX}, {shownY}).");
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Decode_RealFileOfAnyOrientation_LooksLikeTheUprightOne(int orientation)
    {
        byte[] upright = File.ReadAllBytes(SharedFiles.Require("photos/formats/C_hopper.jpg"));
        byte[] turned = File.ReadAllBytes(SharedFiles.Require($"photos/formats/C_hopper_ori{orientation}.jpg"));

        using DecodedPhoto expected = PhotoDecoder.Decode(upright).Value;
        using DecodedPhoto actual = PhotoDecoder.Decode(turned).Value;

        // The variants were compressed anew, which leaves about 4.7 steps; the picture mirrored is tens of steps away.
        Assert.InRange(MeanDifference.Between(expected.Pixels, actual.Pixels), 0, 6);
        Mirror(actual.Pixels);
        Assert.True(MeanDifference.Between(expected.Pixels, actual.Pixels) > 20);
    }

    /// <summary>
    /// Orientation is EXIF's to say. XMP in a PNG repeats what some earlier file had: this one is upright as stored and
    /// claims to be upside down. Browsers ignore it too.
    /// </summary>
    [Fact]
    public void Decode_PngWithOrientationInXmpOnly_ShowsItAsStored()
    {
        byte[] file = File.ReadAllBytes(SharedFiles.Require("photos/formats/C_xmp_orient.png"));

        using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;

        Assert.Equal(1, photo.Facts.Orientation);
        Assert.True(Mean(photo.Pixels, 0) > Mean(photo.Pixels, 267) + 20, "The dark edge of the table is the last row.");
    }

    [Fact]
    public void Decode_TurnedJpegWithShrink_IsUprightAndSmall()
    {
        using RgbImage stored = TestPictures.Smooth(320, 200);
        byte[] file = TestFiles.Save(stored, "jpegsave_buffer", TestFiles.Attach("exif-data", TestFiles.ExifOrientation(6)));

        using DecodedPhoto photo = PhotoDecoder.Decode(file, new DecodeRequest { MinShortSide = 100 }).Value;

        Assert.Equal(2, photo.ShrunkBy);
        Assert.Equal((100, 160), (photo.Pixels.Width, photo.Pixels.Height));
        Assert.Equal((200, 320), (photo.Facts.Width, photo.Facts.Height));

        // Red grew to the right as stored, so it grows downwards as shown.
        Assert.True(photo.Pixels.Row(150)[150] > photo.Pixels.Row(10)[150] + 150);
    }

    private static (int X, int Y) Shown(int x, int y, int orientation) => orientation switch
    {
        1 => (x, y),
        2 => (Width - 1 - x, y),
        3 => (Width - 1 - x, Height - 1 - y),
        4 => (x, Height - 1 - y),
        5 => (y, x),
        6 => (Height - 1 - y, x),
        7 => (Height - 1 - y, Width - 1 - x),
        8 => (y, Width - 1 - x),
        _ => throw new ArgumentOutOfRangeException(nameof(orientation)),
    };

    private static void Mirror(RgbImage image)
    {
        for (int y = 0; y < image.Height; y++)
        {
            Span<byte> row = image.Row(y);
            row.Reverse();
            for (int i = 0; i < row.Length; i += 3)
            {
                (row[i], row[i + 2]) = (row[i + 2], row[i]);
            }
        }
    }

    private static double Mean(RgbImage image, int y)
    {
        double sum = 0;
        foreach (byte value in image.Row(y))
        {
            sum += value;
        }

        return sum / image.Stride;
    }
}
