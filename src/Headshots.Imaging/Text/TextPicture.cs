using System.Text;
using Headshots.Imaging.Libvips;

namespace Headshots.Imaging;

/// <summary>
/// Draws text for contact sheets: in DejaVu Sans, which comes with the program, and in what fonts the machine has for
/// scripts that it lacks.
/// </summary>
public static class TextPicture
{
    private const string SystemConfiguration = "/etc/fonts/fonts.conf";
    private const string ConfigurationVariable = "FONTCONFIG_FILE";

    private static readonly Lazy<string> _fonts = new(Start);

    /// <summary>Draws lines of text, closely cropped to their ink.</summary>
    /// <param name="text">With a character that is not white.</param>
    /// <param name="size">Pixels from line to line, about; 6 or more.</param>
    /// <param name="bold">Whether the heavy face is taken.</param>
    /// <param name="width">Pixels at which lines are broken between words (within words that are longer); null: never.</param>
    /// <returns>1 channel, how much of each pixel is ink; the caller's to dispose.</returns>
    public static PlanarImage Draw(string text, int size, bool bold = false, int? width = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 6);
        string fonts = _fonts.Value;
        using VipsOperation draw = new("text");
        _ = draw.Set("text", Escaped(text))
            .Set("font", $"DejaVu Sans {(bold ? "Bold " : string.Empty)}{size}")
            .Set("fontfile", Path.Combine(fonts, bold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf"))
            .Set("dpi", 72);
        if (width is { } columns)
        {
            const int WordThenCharacter = 2;
            _ = draw.Set("width", columns).Set("wrap", WordThenCharacter);
        }

        using VipsImage picture = draw.Run().Image();
        return Read(picture);
    }

    private static string Start()
    {
        LibvipsLibrary.EnsureStarted();
        string folder = Path.Combine(LibvipsLibrary.NativeFolder(), "fonts");
        if (OperatingSystem.IsLinux() && !File.Exists(SystemConfiguration))
        {
            // Without any configuration the font library complains on standard error.
            _ = Native.SetEnvironment(ConfigurationVariable, Path.Combine(folder, "fonts.conf"), overwrite: 0);
        }

        return folder;
    }

    /// <summary>As it is read by Pango, which takes text for markup; characters that XML forbids become a mark.</summary>
    private static string Escaped(string text)
    {
        StringBuilder escaped = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\n' => escaped.Append('\n'),
                < ' ' or 0x7F or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    private static unsafe PlanarImage Read(VipsImage picture)
    {
        byte[] bytes = new byte[picture.Width * picture.Height];
        fixed (byte* first = bytes)
        {
            using VipsImage target = VipsImage.OverMemory((nint)first, picture.Width, picture.Height, 1);
            using VipsRegion window = new(target);
            window.Attach(picture.Width, picture.Height);
            using VipsRegion source = new(picture);
            source.ComputeRows(window, 0, picture.Width, picture.Height, 0);
        }

        PlanarImage ink = PlanarImage.Rent(picture.Width, picture.Height, 1);
        for (int y = 0; y < ink.Height; y++)
        {
            Span<float> row = ink.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = bytes[(y * ink.Width) + x] / 255f;
            }
        }

        return ink;
    }
}
