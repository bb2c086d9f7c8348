using System.Text;
using Headshots.Imaging.Libvips;

namespace Headshots.Imaging.Tests.Codecs;

public sealed class PhotoFormatSnifferTests
{
    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("\uFEFF  \r\n<?xml version='1.0'?><svg/>")]
    [InlineData("<!-- a comment --><svg/>")]
    [InlineData("<!DOCTYPE svg><SVG/>")]
    [InlineData("%PDF-1.7")]
    [InlineData("%!PS-Adobe-3.0 EPSF-3.0")]
    public void Decode_DrawingOrDocument_IsRefused(string content) =>
        Assert.Equal(PhotoErrorCodes.VectorImage, PhotoDecoder.Decode(Encoding.UTF8.GetBytes(content)).Error?.Code);

    /// <summary>Formats that the library could read, and strangers must not reach.</summary>
    [Theory]
    [InlineData("P6 1 1 255 abc")]
    [InlineData("#?RADIANCE\n")]
    [InlineData("SIMPLE  =                    T")]
    [InlineData("BM\u0001\u0001\u0001")]
    [InlineData("8BPS\u0001")]
    [InlineData("1 1\n7\n")]
    [InlineData("text")]
    public void Decode_AnythingElse_IsRefused(string content) =>
        Assert.Equal(PhotoErrorCodes.UnsupportedFormat, PhotoDecoder.Decode(Encoding.Latin1.GetBytes(content)).Error?.Code);

    [Theory]
    [InlineData("avif", "mif1", "Avif")]
    [InlineData("mif1", "avif", "Avif")]
    [InlineData("heic", "mif1", "Heic")]
    [InlineData("mif1", "heic", "Heic")]
    [InlineData("isom", "mp42", "Unknown")]
    public void Sniff_IsoMediaFile_GoesByAllBrands(string major, string compatible, string expected)
    {
        byte[] file = [0, 0, 0, 24, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(major), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(compatible), .. "xxxx"u8];

        Assert.Equal(expected, PhotoFormatSniffer.Sniff(file).ToString());
    }

    [Fact]
    public void Loaders_OfTheLibrary_IncludeAllTrustedOnesAndNoOther()
    {
        Assert.Equal(["jpeg", "png", "webp", "avif", "tiff", "gif"], LibvipsInfo.Loaders);
        Assert.Equal(["jpeg", "png", "webp", "avif"], LibvipsInfo.Savers);
        Assert.StartsWith("8.", LibvipsInfo.Version, StringComparison.Ordinal);
        Assert.True(File.Exists(LibvipsInfo.LoadedFrom));
    }

    /// <summary>
    /// The second fence: even asked directly, the library refuses loaders that are not fit for strangers' files. Only
    /// drawings from memory are let through, for <see cref="ArtworkDecoder"/>, which checks them first.
    /// </summary>
    [Theory]
    [InlineData("svgload", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")]
    [InlineData("csvload", "1,2\n3,4\n")]
    public void UntrustedLoader_AskedDirectly_IsBlocked(string loader, string content)
    {
        LibvipsLibrary.EnsureStarted();
        string path = Path.Combine(AppContext.BaseDirectory, $"blocked-{loader}.txt");
        File.WriteAllText(path, content);
        try
        {
            VipsException refused = Assert.Throws<VipsException>(() =>
            {
                using VipsOperation load = new(loader);
                load.Set("filename", path).Run().Image().Dispose();
            });
            Assert.Contains("block", refused.Message, StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
