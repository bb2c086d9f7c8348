using Headshots.Imaging;
using Headshots.Studio.Specs;
using Headshots.TestKit;

namespace Headshots.Studio.Tests;

/// <summary>A photo far larger than needed is read at a reduced size, unless the head in it is small.</summary>
public sealed class LargePhotoTests(StudioFixture fixture) : IClassFixture<StudioFixture>
{
    private static readonly OutputMetadata _metadata = new(DigitalSourceTypes.DigitalCapture, "test");

    [Fact]
    public void Render_SmallHeadInALargePhoto_UsesThePhotosOwnPixels()
    {
        byte[] photo = Canvas(side: 5200);

        RenderedPortrait result = fixture.Studio.Render(photo, new PortraitSpec());

        // The head is 2.6 inter-eye distances of 313 pixels and more: read at half size it would be enlarged.
        Assert.Equal(5200, result.Report.Photo!.Width);
        Assert.Equal(313, result.Report.Face!.InterEyePixels, 6.0);
        Assert.True(result.Report.Image!.EffectiveWidth >= 1000, $"{result.Report.Image.EffectiveWidth} of 1024 pixels");
    }

    /// <summary>The 7-megapixel photo on a grey canvas of that size.</summary>
    private static byte[] Canvas(int side)
    {
        using DecodedPhoto person = PhotoDecoder.Decode(
            File.ReadAllBytes(SharedFiles.Require("photos/people/A02_biden_official_7mpx.jpg"))).Value;
        using RgbImage canvas = RgbImage.Rent(side, side);
        canvas.Pixels.Fill(150);
        for (int y = 0; y < person.Pixels.Height; y++)
        {
            person.Pixels.Row(y).CopyTo(canvas.Row(y + side - person.Pixels.Height)[(3 * 1200)..]);
        }

        return PhotoEncoder.Encode(canvas, new JpegSettings { Quality = 85 }, _metadata);
    }
}
