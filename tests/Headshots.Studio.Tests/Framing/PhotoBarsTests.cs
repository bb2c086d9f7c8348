using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Framing;

public sealed class PhotoBarsTests(SitterStudio room)
{
    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public void Inside_BarsOnAllSides_IsTheDrawingBetweenThem(byte level)
    {
        RgbImage drawn = room.Draw(Scenes.Plain).Image;
        using RgbImage canvas = RgbImage.Rent(drawn.Width + 100, drawn.Height + 160);
        canvas.Pixels.Fill(level);
        using RgbImage framed = PhotoEdit.Paste(canvas, drawn, 40, 90);
        using DecodedPhoto compressed = PhotoDecoder.Decode(SitterStudio.Encode(framed, new JpegSettings { Quality = 80 })).Value;

        RectF inside = PhotoBars.Inside(compressed.Pixels);

        // A block's ringing may cost a few rows of photo; none of the bar may stay.
        Assert.InRange(inside.X, 40, 48);
        Assert.InRange(inside.Y, 90, 98);
        Assert.InRange(inside.Right, 512, 520);
        Assert.InRange(inside.Bottom, 682, 690);
    }

    [Fact]
    public void Inside_PlainWallAboveTheHead_IsPhoto()
    {
        using RgbImage wall = RgbImage.Rent(400, 500);
        wall.Pixels.Fill(240);
        for (int y = 120; y < 500; y++)
        {
            // A head that widens from its highest strand, then shoulders that slope to the sides.
            int half = y < 350 ? Math.Min(90, (y - 119) * 3) : Math.Min(200, 90 + (y - 350));
            wall.Row(y)[(3 * (200 - half))..(3 * (200 + half))].Fill(60);
        }

        Assert.Equal(new RectF(0, 0, 400, 500), PhotoBars.Inside(wall));
    }

    [Fact]
    public void Inside_PhotoWithoutBars_IsAllOfIt() =>
        Assert.Equal(new RectF(0, 0, 480, 600), PhotoBars.Inside(room.Draw(Scenes.Plain).Image));
}
