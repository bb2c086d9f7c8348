using Headshots.Imaging;

namespace Headshots.App.Render.Sheets;

/// <summary>A page to draw on. What reaches over its edge is cut off.</summary>
internal sealed class SheetCanvas
{
    public SheetCanvas(int width, int height, RgbColour paper)
    {
        Page = RgbImage.Rent(width, height);
        Fill(0, 0, width, height, paper);
    }

    /// <summary>The page; its taker's to dispose.</summary>
    public RgbImage Page { get; }

    public void Fill(int left, int top, int width, int height, RgbColour colour)
    {
        (byte red, byte green, byte blue) = (colour.R, colour.G, colour.B);
        for (int y = Math.Max(0, top); y < Math.Min(top + height, Page.Height); y++)
        {
            Span<byte> row = Page.Row(y);
            for (int x = Math.Max(0, left); x < Math.Min(left + width, Page.Width); x++)
            {
                (row[3 * x], row[(3 * x) + 1], row[(3 * x) + 2]) = (red, green, blue);
            }
        }
    }

    /// <summary>Decodes a picture into the middle of a square.</summary>
    public void Place(ReadOnlyMemory<byte> file, int left, int top, int side)
    {
        using DecodedPhoto decoded = PhotoDecoder.Decode(file).Value;
        RgbImage picture = decoded.Pixels;
        int x = left + ((side - picture.Width) / 2);
        int y = top + ((side - picture.Height) / 2);
        for (int row = 0; row < picture.Height; row++)
        {
            picture.Row(row).CopyTo(Page.Row(y + row)[(3 * x)..]);
        }
    }

    /// <summary>Writes text and says how high it is.</summary>
    public int Write(string text, int left, int top, SheetFont font, int? width = null)
    {
        using PlanarImage ink = TextPicture.Draw(text, font.Size, font.Bold, width);
        (byte red, byte green, byte blue) = (font.Colour.R, font.Colour.G, font.Colour.B);
        for (int y = 0; y < Math.Min(ink.Height, Page.Height - top); y++)
        {
            ReadOnlySpan<float> cover = ink.Row(0, y);
            Span<byte> row = Page.Row(top + y)[(3 * left)..];
            for (int x = 0; x < Math.Min(cover.Length, Page.Width - left); x++)
            {
                row[3 * x] = Mix(row[3 * x], red, cover[x]);
                row[(3 * x) + 1] = Mix(row[(3 * x) + 1], green, cover[x]);
                row[(3 * x) + 2] = Mix(row[(3 * x) + 2], blue, cover[x]);
            }
        }

        return ink.Height;
    }

    private static byte Mix(byte paper, byte ink, float cover) => (byte)MathF.Round(float.Lerp(paper, ink, cover));
}

/// <param name="Size">Pixels.</param>
/// <param name="Bold">The heavy face.</param>
/// <param name="Colour">Of the ink.</param>
internal sealed record SheetFont(int Size, bool Bold, RgbColour Colour);
