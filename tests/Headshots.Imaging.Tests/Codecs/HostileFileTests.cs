using Headshots.TestKit;

namespace Headshots.Imaging.Tests.Codecs;

/// <summary>Runs alone, so that the memory it sees is its own.</summary>
[CollectionDefinition(nameof(MeasuresMemory), DisableParallelization = true)]
public sealed class MeasuresMemory;

[Collection(nameof(MeasuresMemory))]
public sealed class HostileFileTests
{
    private const long MostMemory = 300L << 20;

    /// <summary>"ok": only odd, and decoded; the two were looked at.</summary>
    public static TheoryData<string, string> Files => new()
    {
        { "C_1byte.jpg", PhotoErrorCodes.UnsupportedFormat },
        { "C_1x1.png", PhotoErrorCodes.TooSmall },
        { "C_940x2.png", PhotoErrorCodes.TooSmall },
        { "C_bad_quant.jpg", "ok" },
        { "C_bomb.gif", PhotoErrorCodes.Truncated },
        { "C_bomb_16384.png", PhotoErrorCodes.TooManyPixels },
        { "C_bomb_9643x10328.jpg", PhotoErrorCodes.TooManyPixels },
        { "C_broken.png", PhotoErrorCodes.Truncated },
        { "C_corrupt_header.jpg", PhotoErrorCodes.Truncated },
        { "C_ext_ref.svg", PhotoErrorCodes.VectorImage },
        { "C_junk_header.jpg", "ok" },
        { "C_oom.tif", PhotoErrorCodes.Corrupt },
        { "C_png_text_dos.png", PhotoErrorCodes.TooSmall },
        { "C_truncated.jpg", PhotoErrorCodes.Truncated },
        { "C_truncated_pil.png", PhotoErrorCodes.Truncated },
        { "C_zero_width.gif", PhotoErrorCodes.Truncated },
        { "M_svg_extref.svg", PhotoErrorCodes.VectorImage },
        { "M_svg_named.jpg", PhotoErrorCodes.VectorImage },
    };

    [Fact]
    public void Files_OfTheFolder_AreAllExpected()
    {
        _ = SharedFiles.Require("photos/hostile");

        Assert.Equal(SharedFiles.Names("photos/hostile"), Files.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Decode_HostileFile_GivesItsAnswerQuicklyAndCheaply(string name, string expected)
    {
        byte[] file = File.ReadAllBytes(SharedFiles.Require($"photos/hostile/{name}"));
        DecodeRequest oneSecond = new() { Limits = new PhotoLimits { Timeout = TimeSpan.FromSeconds(1) } };

        long peak = PeakMemory.Of(() =>
        {
            Result<DecodedPhoto, PhotoError> result = PhotoDecoder.Decode(file, oneSecond);
            Assert.Equal(expected, result.Ok ? "ok" : result.Error.Code);
            if (result.Ok)
            {
                result.Value.Dispose();
            }
        });

        Assert.InRange(peak, 0, MostMemory);
    }

    /// <summary>The same measurement on something that does need memory: it must be able to fail.</summary>
    [Fact]
    public void PeakMemory_OfALargeArray_IsSeen()
    {
        long peak = PeakMemory.Of(() => new byte[400 << 20].AsSpan().Fill(1));

        Assert.True(peak > MostMemory, $"Saw {peak >> 20} MB.");
    }
}
