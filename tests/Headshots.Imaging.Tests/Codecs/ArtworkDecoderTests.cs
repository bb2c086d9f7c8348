using System.Text;
using Headshots.TestKit;

namespace Headshots.Imaging.Tests.Codecs;

public sealed class ArtworkDecoderTests
{
    private const string Start = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"64\" height=\"32\">";

    [Fact]
    public void Decode_Svg_IsDrawnAtTheWidthWithStraightAlpha()
    {
        Result<PlanarImage, PhotoError> result = Decode("<rect width=\"32\" height=\"32\" fill=\"#FF8000\" fill-opacity=\"0.5\"/>", 256);

        using PlanarImage drawn = result.Value;
        Assert.Equal((256, 128, 4), (drawn.Width, drawn.Height, drawn.Channels));
        Assert.Equal(0.5f, drawn.Row(3, 64)[64], 0.01f);
        Assert.Equal(1f, drawn.Row(0, 64)[64], 0.01f);
        Assert.Equal(128 / 255f, drawn.Row(1, 64)[64], 0.01f);
        Assert.Equal(0f, drawn.Row(3, 64)[192]);
    }

    [Theory]
    [InlineData("<image xlink:href=\"http://127.0.0.1:9/a.png\" width=\"9\" height=\"9\"/>")]
    [InlineData("<image href=\"data:image/png;base64,AAAA\" width=\"9\" height=\"9\"/>")]
    [InlineData("<use xlink:href=\"file:///etc/hostname#x\"/>")]
    [InlineData("<rect width=\"9\" height=\"9\" fill=\"url(http://127.0.0.1:9/a.svg#p)\"/>")]
    [InlineData("<rect width=\"9\" height=\"9\" style=\"fill:url( 'file:///a#p' )\"/>")]
    [InlineData("<style>@import 'http://127.0.0.1:9/a.css';</style>")]
    [InlineData("<style>rect{fill:u\\72l(http://127.0.0.1:9/a)}</style>")]
    [InlineData("<script>1</script>")]
    [InlineData("<rect width=\"9\" height=\"9\" onload=\"a()\"/>")]
    [InlineData("<filter id=\"f\"><feImage href=\"#a\"/></filter>")]
    [InlineData("<filter id=\"f\"><feMorphology radius=\"9999\"/></filter>")]
    [InlineData("<filter id=\"f\"><feTurbulence numOctaves=\"99\"/></filter>")]
    [InlineData("<g id=\"a\"><use href=\"#a\"/></g>")]
    [InlineData("<mask id=\"m\"><rect width=\"9\" height=\"9\" mask=\"url(#m)\"/></mask>")]
    [InlineData("<clipPath id=\"c\" clip-path=\"url(#c)\"><rect width=\"9\" height=\"9\"/></clipPath>")]
    [InlineData("<rect")]
    public void Decode_HostileSvg_IsRefused(string body)
    {
        Result<PlanarImage, PhotoError> result = Decode(body, 64);

        Assert.False(result.Ok);
        Assert.Equal(PhotoErrorCodes.VectorImage, result.Error?.Code);
    }

    [Fact]
    public void Decode_SvgWithAnEntity_IsRefused()
    {
        byte[] file = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + Start + "<text>&a;</text></svg>");

        Assert.Equal(PhotoErrorCodes.VectorImage, ArtworkDecoder.Decode(file, 64).Error?.Code);
    }

    [Fact]
    public void Decode_SvgThatUnfoldsToMillions_IsRefusedAtOnce()
    {
        StringBuilder body = new("<g id=\"a0\"><rect width=\"1\" height=\"1\"/></g>");
        for (int i = 1; i < 9; i++)
        {
            body.Append(System.Globalization.CultureInfo.InvariantCulture, $"<g id=\"a{i}\">");
            for (int k = 0; k < 10; k++)
            {
                body.Append(System.Globalization.CultureInfo.InvariantCulture, $"<use href=\"#a{i - 1}\"/>");
            }

            body.Append("</g>");
        }

        Assert.Equal(PhotoErrorCodes.VectorImage, Decode(body.ToString(), 64).Error?.Code);
    }

    [Theory]
    [InlineData("<rect class=\"p{0}\" width=\"9\" height=\"9\"/>", ".p{0}{{fill:url(#p{0})}}")]
    [InlineData("<rect class=\"p{0}\" width=\"9\" height=\"9\"/>", "/* */ rect.p{0} {{ fill: url( '#p{0}' ) }}")]
    [InlineData("<rect fill=\"url(#p{0})\" width=\"9\" height=\"9\"/>", "")]
    [InlineData("<rect style=\"stroke:url(#p{0})\" width=\"9\" height=\"9\"/>", "")]
    public void Decode_SvgOfPatternsInPatterns_IsRefusedAtOnce(string painted, string rule)
    {
        StringBuilder body = new("<pattern id=\"p0\" width=\"2\" height=\"2\"><rect width=\"1\" height=\"1\"/></pattern>");
        StringBuilder sheet = new();
        for (int i = 1; i < 9; i++)
        {
            string inside = string.Concat(Enumerable.Repeat(string.Format(System.Globalization.CultureInfo.InvariantCulture, painted, i - 1), 10));
            body.Append(System.Globalization.CultureInfo.InvariantCulture, $"<pattern id=\"p{i}\" width=\"9\" height=\"9\">{inside}</pattern>");
            sheet.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, rule, i - 1);
        }

        Assert.Equal(PhotoErrorCodes.VectorImage, Decode($"<style>{sheet}</style>{body}<rect width=\"9\" height=\"9\" fill=\"url(#p8)\"/>", 64).Error?.Code);
    }

    [Fact]
    public void Decode_SvgWhosePaintIsInheritedByMany_IsRefusedAtOnce()
    {
        string many = string.Concat(Enumerable.Repeat("<rect width=\"9\" height=\"9\"/>", 300));
        string body = $"<pattern id=\"a\" width=\"9\" height=\"9\">{many}</pattern>"
            + $"<pattern id=\"b\" width=\"9\" height=\"9\"><g fill=\"url(#a)\">{many}</g></pattern><g fill=\"url(#b)\">{many}</g>";

        Assert.Equal(PhotoErrorCodes.VectorImage, Decode(body, 64).Error?.Code);
    }

    [Fact]
    public void Decode_SvgThatFiltersEachOfManyShapes_IsRefusedAtOnce()
    {
        string filter = $"<filter id=\"f\">{string.Concat(Enumerable.Repeat("<feGaussianBlur stdDeviation=\"9\"/>", 50))}</filter>";
        string shapes = string.Concat(Enumerable.Repeat("<rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>", 800));

        Assert.Equal(PhotoErrorCodes.VectorImage, Decode(filter + shapes, 64).Error?.Code);
    }

    [Fact]
    public void Decode_SvgWithClassesAsDrawingProgramsWriteThem_IsDrawn()
    {
        string shapes = string.Concat(Enumerable.Repeat("<rect class=\"cls-1 cls-3\" width=\"32\" height=\"32\"/>", 400));
        Result<PlanarImage, PhotoError> result = Decode(
            "<defs><style>.cls-1 { fill: url(#linear-gradient); } .cls-2 { clip-path: url(#clip-path); } .cls-1, .cls-3 { opacity: 1; }</style>"
            + "<linearGradient id=\"linear-gradient\"><stop offset=\"0\" stop-color=\"#f00\"/><stop offset=\"1\" stop-color=\"#f00\"/></linearGradient>"
            + "<clipPath id=\"clip-path\"><rect class=\"cls-3\" width=\"32\" height=\"32\"/></clipPath></defs>"
            + $"<g class=\"cls-2\">{shapes}</g>",
            64);

        using PlanarImage drawn = result.Value;
        Assert.Equal(1f, drawn.Row(0, 10)[10], 0.01f);
    }

    [Fact]
    public void Decode_SvgNestedDeeply_IsRefused()
    {
        string body = string.Concat(Enumerable.Repeat("<g>", 5000)) + string.Concat(Enumerable.Repeat("</g>", 5000));

        Assert.Equal(PhotoErrorCodes.VectorImage, Decode(body, 64).Error?.Code);
    }

    [Fact]
    public void Decode_SvgOfExtremeShape_IsRefused()
    {
        byte[] file = Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"9000\"><rect width=\"1\" height=\"1\"/></svg>");

        Assert.Equal(PhotoErrorCodes.TooManyPixels, ArtworkDecoder.Decode(file, 64).Error?.Code);
    }

    [Theory]
    [InlineData("C_ext_ref.svg", PhotoErrorCodes.VectorImage)]
    [InlineData("M_svg_extref.svg", PhotoErrorCodes.VectorImage)]
    [InlineData("C_bomb_16384.png", PhotoErrorCodes.TooManyPixels)]
    [InlineData("C_truncated_pil.png", PhotoErrorCodes.Corrupt)]
    [InlineData("C_bad_quant.jpg", PhotoErrorCodes.UnsupportedFormat)]
    public void Decode_HostileFile_IsRefused(string name, string expected)
    {
        byte[] file = File.ReadAllBytes(SharedFiles.Require($"photos/hostile/{name}"));

        Assert.Equal(expected, ArtworkDecoder.Decode(file, 64).Error?.Code);
    }

    [Fact]
    public void Decode_Jpeg_IsRefused()
    {
        Assert.Equal(PhotoErrorCodes.UnsupportedFormat, ArtworkDecoder.Decode(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, 64).Error?.Code);
    }

    [Fact]
    public void Decode_Photo_StillRefusesDrawings()
    {
        byte[] file = Encoding.UTF8.GetBytes(Start + "</svg>");

        Assert.Equal(PhotoErrorCodes.VectorImage, PhotoDecoder.Decode(file).Error?.Code);
    }

    private static Result<PlanarImage, PhotoError> Decode(string body, int width) =>
        ArtworkDecoder.Decode(Encoding.UTF8.GetBytes(Start + body + "</svg>"), width);
}
