namespace Headshots.Imaging.Tests.Codecs;

public sealed class ExifFactsTests
{
    private static readonly PhotoFacts Nothing = new()
    {
        Format = "jpeg",
        Width = 1,
        Height = 1,
        Orientation = 1,
        Frames = 1,
        HasAlpha = false,
        ColourSpace = "rgb",
        HasProfile = false,
    };

    /// <summary>Little-endian: Make, Model and a pointer in the first directory; focal length 69/10 and 24 in the second.</summary>
    private static readonly byte[] Phone =
    [
        .. "II*\0"u8, 8, 0, 0, 0,
        3, 0,
        0x0F, 0x01, 2, 0, 4, 0, 0, 0, .. "Abc\0"u8,
        0x10, 0x01, 2, 0, 6, 0, 0, 0, 88, 0, 0, 0,
        0x69, 0x87, 4, 0, 1, 0, 0, 0, 50, 0, 0, 0,
        0, 0, 0, 0,
        2, 0,
        0x0A, 0x92, 5, 0, 1, 0, 0, 0, 80, 0, 0, 0,
        0x05, 0xA4, 3, 0, 1, 0, 0, 0, 24, 0, 0, 0,
        0, 0, 0, 0,
        69, 0, 0, 0, 10, 0, 0, 0,
        .. "Pro 9\0"u8,
    ];

    [Fact]
    public void AddTo_PhoneBlock_ReadsEveryField()
    {
        PhotoFacts facts = ExifFacts.AddTo(Nothing, Phone);

        Assert.Equal(Nothing with { CameraMake = "Abc", CameraModel = "Pro 9", FocalLengthMm = 6.9, FocalLength35mm = 24 }, facts);
        Assert.Equal(facts, ExifFacts.AddTo(Nothing, [.. "Exif\0\0"u8, .. Phone]));
    }

    [Fact]
    public void AddTo_CutOrChangedAnywhere_NeverFails()
    {
        for (int length = 0; length < Phone.Length; length++)
        {
            _ = ExifFacts.AddTo(Nothing, Phone.AsSpan(0, length));
        }

        Random random = new(4);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] changed = [.. Phone];
            for (int n = random.Next(1, 6); n > 0; n--)
            {
                changed[random.Next(4, changed.Length)] = (byte)(random.Next(3) == 0 ? 255 : random.Next(256));
            }

            PhotoFacts facts = ExifFacts.AddTo(Nothing, changed);
            Assert.True(facts.FocalLength35mm is null or > 0);
        }
    }

    [Fact]
    public void AddTo_NoBlock_LeavesTheFactsAlone() => Assert.Equal(Nothing, ExifFacts.AddTo(Nothing, default));
}
