using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Headshots.Imaging.Libvips;

/// <summary>Finds, loads and sets up the library, once per process.</summary>
internal static class LibvipsLibrary
{
    /// <summary>Names a file to load instead of the one that came with the program.</summary>
    public const string OverrideVariable = "HEADSHOTS_LIBVIPS";

    private static readonly Lazy<string> Started = new(Start);

    /// <summary>Where the library was loaded from.</summary>
    /// <exception cref="DllNotFoundException">There is none for this machine.</exception>
    public static string Path => Started.Value;

    public static void EnsureStarted() => _ = Started.Value;

    private static string Start()
    {
        (nint handle, string path) = Load();
        NativeLibrary.SetDllImportResolver(
            typeof(LibvipsLibrary).Assembly,
            (name, _, _) => string.Equals(name, Native.Library, StringComparison.Ordinal) ? handle : 0);

        // The library reports bad files on standard error besides returning the error; only the return counts here.
        unsafe
        {
            _ = Native.SetLogHandler(&IgnoreLog, 0);
        }

        if (Native.Init("headshots") != 0)
        {
            throw new DllNotFoundException($"libvips at {path} does not start: {VipsException.TakeMessage()}");
        }

        // Photos are independent and the callers run several at a time: threads inside one would only fight.
        Native.SetConcurrency(1);
        Native.SetCacheMax(0);
        Native.BlockUntrusted(1);

        // SVG counts as untrusted; loaders are called by name, and this one only by ArtworkDecoder, after its own check.
        Native.BlockOperation("VipsForeignLoadSvgBuffer", 0);
        return path;
    }

    private static (nint Handle, string Path) Load()
    {
        foreach (string candidate in Candidates())
        {
            if (NativeLibrary.TryLoad(candidate, out nint handle))
            {
                return (handle, candidate);
            }
        }

        throw new DllNotFoundException(
            $"No libvips for {RuntimeInformation.RuntimeIdentifier} in {NativeFolder()}; build on this platform, " +
            $"or set {OverrideVariable} to a libvips 8.16 or newer.");
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(OverrideVariable) is { Length: > 0 } given)
        {
            return [given];
        }

        string pattern = OperatingSystem.IsWindows() ? "libvips-42.dll"
            : OperatingSystem.IsMacOS() ? "libvips-cpp.*.dylib"
            : "libvips-cpp.so.*";
        string folder = NativeFolder();
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, pattern).OrderByDescending(file => file, StringComparer.Ordinal)
            : [];
    }

    /// <summary>Where the library and what it needs lie beside the program.</summary>
    public static string NativeFolder()
    {
        string? beside = System.IO.Path.GetDirectoryName(typeof(LibvipsLibrary).Assembly.Location);
        return System.IO.Path.Combine(beside is { Length: > 0 } ? beside : AppContext.BaseDirectory, "native");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void IgnoreLog(nint domain, int level, nint message, nint data)
    {
    }
}
