using System.Runtime.InteropServices;
using Headshots.Imaging.Libvips;

namespace Headshots.Imaging;

/// <summary>
/// Unicode's composed form (NFC). The program runs without the system's language tables, where
/// <see cref="string.Normalize()"/> leaves everything but ASCII as it is; the tables used here are GLib's, inside libvips.
/// </summary>
public static class ComposedText
{
    /// <summary>G_NORMALIZE_NFC.</summary>
    private const int Nfc = 1;

    /// <summary>The same text with letters and their marks as one character where there is one.</summary>
    /// <returns>The text itself where nothing changes, or where it holds half of a surrogate pair.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.All(char.IsAscii))
        {
            return text;
        }

        LibvipsLibrary.EnsureStarted();
        nint composed = Native.Normalise(text, -1, Nfc);
        try
        {
            return Marshal.PtrToStringUTF8(composed) ?? text;
        }
        finally
        {
            Native.Free(composed);
        }
    }
}
