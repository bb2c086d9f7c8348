namespace Headshots.App.CommandLine;

/// <summary>
/// Text from outside as a terminal may show it. A file's name can hold anything but a slash: escape sequences that
/// repaint the screen, line breaks that fake a message, marks that reverse the order of what is read.
/// </summary>
internal static class Printable
{
    private const char Replacement = '\uFFFD';

    /// <summary>On one line.</summary>
    public static string Line(string text) => Replace(text, keepLineBreaks: false);

    /// <summary>With its line breaks.</summary>
    public static string Lines(string text) => Replace(text, keepLineBreaks: true);

    /// <summary>Control characters, separators of lines, and what turns the direction of writing.</summary>
    public static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Replace(string text, bool keepLineBreaks) => string.Create(text.Length, (text, keepLineBreaks), (span, from) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            char c = from.text[i];
            span[i] = IsUnsafe(c) && !(from.keepLineBreaks && (c is '\r' or '\n')) ? Replacement : c;
        }
    });
}
