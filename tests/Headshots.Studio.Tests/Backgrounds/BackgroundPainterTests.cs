using Headshots.Imaging;
using Headshots.Studio.Backgrounds;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Tests.Backgrounds;

public sealed class BackgroundPainterTests
{
    private const float Step = 1 / 255f;

    [Fact]
    public void Paint_Solid_IsThatColourEverywhere()
    {
        using PlanarImage image = PlanarImage.Rent(40, 30, 3);

        BackgroundPainter.Paint(new SolidBackground { Colour = new RgbColour(0x12, 0x80, 0xFE) }, image);

        Assert.All(Pixels(image), p => Assert.Equal((0x12 / 255f, 0x80 / 255f, 0xFE / 255f), p));
    }

    [Fact]
    public void Paint_LinearFromTopToBottom_RunsFromOneColourToTheOther()
    {
        using PlanarImage image = PlanarImage.Rent(64, 256, 3);

        BackgroundPainter.Paint(
            new LinearBackground { From = new RgbColour(255, 255, 255), To = new RgbColour(0, 0, 0), Angle = 90 }, image);

        Assert.Equal(1, image.Row(0, 0)[10], 2 * Step);
        Assert.Equal(0, image.Row(0, 255)[10], 14 * Step);
        float middle = (image.Row(1, 127)[5] + image.Row(1, 128)[5]) / 2;
        Assert.Equal((float)SrgbCurve.ToEncoded(0.5f), middle, 2 * Step);
        for (int y = 8; y < 256; y += 8)
        {
            Assert.True(image.Row(0, y)[20] < image.Row(0, y - 8)[20]);
        }
    }

    [Fact]
    public void Paint_LinearFromLeftToRight_IsConstantDownwards()
    {
        using PlanarImage image = PlanarImage.Rent(100, 50, 3);

        BackgroundPainter.Paint(new LinearBackground { Angle = 0 }, image);

        for (int x = 0; x < 100; x++)
        {
            Assert.Equal(image.Row(0, 0)[x], image.Row(0, 49)[x], 1.01f * Step);
        }
    }

    [Fact]
    public void Paint_Radial_IsBrightestAtItsCentre()
    {
        using PlanarImage image = PlanarImage.Rent(200, 200, 3);
        RadialBackground spec = new()
        {
            Inner = new RgbColour(250, 250, 250),
            Outer = new RgbColour(20, 20, 20),
            CentreX = 0.25f,
            CentreY = 0.75f,
            Radius = 0.5f,
        };

        BackgroundPainter.Paint(spec, image);

        Assert.Equal(250 * Step, image.Row(0, 150)[50], 2 * Step);
        Assert.Equal(20 * Step, image.Row(0, 0)[199], 2 * Step);
    }

    [Fact]
    public void Paint_Gradient_HasNoBands()
    {
        // Two close colours over 600 rows: without dither every 8-bit step would be a stripe dozens of rows high.
        using PlanarImage image = PlanarImage.Rent(64, 600, 3);

        BackgroundPainter.Paint(
            new LinearBackground { From = new RgbColour(200, 200, 200), To = new RgbColour(210, 210, 210), Angle = 90 }, image);

        int uniform = 0;
        for (int y = 0; y < 600; y++)
        {
            float[] row = image.Row(0, y).ToArray();
            uniform += row.Select(v => (int)MathF.Round(v * 255)).Distinct().Count() == 1 ? 1 : 0;
        }

        Assert.True(uniform < 60, $"{uniform} of 600 rows hold a single value");
    }

    private static List<(float R, float G, float B)> Pixels(PlanarImage image)
    {
        List<(float, float, float)> pixels = [];
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                pixels.Add((image.Row(0, y)[x], image.Row(1, y)[x], image.Row(2, y)[x]));
            }
        }

        return pixels;
    }
}
