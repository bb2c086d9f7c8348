using System.Runtime.InteropServices;
using Headshots.Imaging.Libvips;

namespace Headshots.Imaging;

/// <summary>Which codec library is loaded; for <c>headshots doctor</c>.</summary>
public static class LibvipsInfo
{
    private static readonly (string Format, string Operation)[] Readers =
    [
        ("jpeg", "jpegload_buffer"), ("png", "pngload_buffer"), ("webp", "webpload_buffer"),
        ("avif", "heifload_buffer"), ("tiff", "tiffload_buffer"), ("gif", "gifload_buffer"),
    ];

    private static readonly (string Format, string Operation)[] Writers =
    [
        ("jpeg", "jpegsave_buffer"), ("png", "pngsave_buffer"), ("webp", "webpsave_buffer"), ("avif", "heifsave_buffer"),
    ];

    /// <summary>For instance "8.18.7".</summary>
    /// <exception cref="DllNotFoundException">There is no library for this machine.</exception>
    public static string Version
    {
        get
        {
            LibvipsLibrary.EnsureStarted();
            return Marshal.PtrToStringUTF8(Native.VersionString()) ?? string.Empty;
        }
    }

    /// <summary>The file that was loaded.</summary>
    /// <exception cref="DllNotFoundException">There is no library for this machine.</exception>
    public static string LoadedFrom => LibvipsLibrary.Path;

    /// <summary>Formats that photos may come in, of those that this project trusts and the library has.</summary>
    public static IReadOnlyList<string> Loaders => Present(Readers);

    /// <summary>Formats that pictures can be written in.</summary>
    public static IReadOnlyList<string> Savers => Present(Writers);

    private static string[] Present((string Format, string Operation)[] wanted)
    {
        LibvipsLibrary.EnsureStarted();
        return [.. wanted.Where(w => Native.FindType("VipsOperation", w.Operation) != 0).Select(w => w.Format)];
    }
}
