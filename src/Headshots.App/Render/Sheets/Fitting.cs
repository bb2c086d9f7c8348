using Headshots.App.CommandLine;
using Headshots.Imaging;

namespace Headshots.App.Render.Sheets;

/// <summary>Text as long as its place.</summary>
internal static class Fitting
{
    private const char Cut = '…';

    /// <summary>How much goes at once where text is too long.</summary>
    private const int Least = 2;

    /// <summary>
    /// A name in one line: what is too long loses its middle, since names of photos are told apart by their beginning and
    /// their end.
    /// </summary>
    public static string InOneLine(string text, SheetFont font, int width)
    {
        string name = Printable.Line(text);
        if (string.IsNullOrWhiteSpace(name))
        {
            return "(no name)";
        }

        string shown = name;
        int kept = name.Length;
        for (int wide = Width(shown, font); wide > width && kept > Least; wide = Width(shown, font))
        {
            kept = Math.Max(Least, Math.Min(kept - Least, (int)((long)kept * width / wide)));
            shown = name[..Whole(name, kept - (kept / 2))] + Cut + name[Whole(name, name.Length - (kept / 2))..];
        }

        return shown;
    }

    /// <summary>Lines that fit into a height; what is too long loses its end. Null when not even a word fits.</summary>
    public static string? InHeight(string text, SheetFont font, int width, int height)
    {
        string[] words = text.Split(' ');
        int kept = words.Length;
        while (kept > 0 && height > 0)
        {
            string shown = kept == words.Length ? text : string.Join(' ', words[..kept]) + " " + Cut;
            using PlanarImage ink = TextPicture.Draw(shown, font.Size, font.Bold, width);
            if (ink.Height <= height)
            {
                return shown;
            }

            // A paragraph that is far too long need not be tried word by word.
            kept = Math.Min(kept - 1, (int)(1.2f * kept * height / ink.Height));
        }

        return null;
    }

    private static int Width(string text, SheetFont font)
    {
        using PlanarImage ink = TextPicture.Draw(text, font.Size, font.Bold);
        return ink.Width;
    }

    /// <summary>The place, moved where it would tear a pair of halves apart.</summary>
    private static int Whole(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;
}
