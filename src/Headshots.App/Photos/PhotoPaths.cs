using System.IO.Enumeration;

namespace Headshots.App.Photos;

/// <summary>Turns what was typed into files: a file is itself, a folder is the photos in it, a pattern is what it matches.</summary>
internal static class PhotoPaths
{
    /// <summary>What a folder's photos are called. A file named on its own, or matched by a pattern, may be called anything.</summary>
    private static readonly string[] PhotoEndings = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".gif", ".heic", ".heif"];

    private static readonly EnumerationOptions Visible = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = true,
    };

    /// <summary>In the order given, a folder's or pattern's files by name. What yields nothing stays in as not found.</summary>
    public static IReadOnlyList<PhotoSource> Expand(IEnumerable<string> arguments) => [.. arguments.SelectMany(Expand)];

    private static IEnumerable<PhotoSource> Expand(string argument)
    {
        if (File.Exists(argument))
        {
            return [new PhotoSource(argument, Found: true)];
        }

        IEnumerable<string> files = Directory.Exists(argument) ? InFolder(argument)
            : IsPattern(argument) ? Matching(argument)
            : [];
        List<PhotoSource> found = [.. files.Order(StringComparer.Ordinal).Select(f => new PhotoSource(f, Found: true))];
        return found.Count > 0 ? found : [new PhotoSource(argument, Found: false)];
    }

    private static IEnumerable<string> InFolder(string folder) => Directory.EnumerateFiles(folder, "*", Visible)
        .Where(f => PhotoEndings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase));

    /// <summary><c>*</c> and <c>?</c> within a name, <c>**</c> for any depth of folders.</summary>
    private static IEnumerable<string> Matching(string pattern)
    {
        string[] parts = pattern.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        int firstWild = Array.FindIndex(parts, IsPattern);
        string start = string.Join(Path.DirectorySeparatorChar, parts[..firstWild]);
        if (start.Length == 0 && Path.IsPathRooted(pattern))
        {
            start = Path.GetPathRoot(pattern)!;
        }

        return Matching(start, parts[firstWild..]);
    }

    private static IEnumerable<string> Matching(string folder, string[] parts)
    {
        string searched = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(searched))
        {
            return [];
        }

        if (parts[0] == "**")
        {
            string[] rest = parts.Length > 1 ? parts[1..] : ["*"];
            return Matching(folder, rest).Concat(Children(folder, searched, "*").SelectMany(child => Matching(child, parts)));
        }

        return parts.Length == 1
            ? Directory.EnumerateFiles(searched, "*", Visible).Where(f => Fits(parts[0], f)).Select(f => Path.Combine(folder, Path.GetFileName(f)))
            : Children(folder, searched, parts[0]).SelectMany(child => Matching(child, parts[1..]));
    }

    private static IEnumerable<string> Children(string folder, string searched, string pattern) => IsPattern(pattern)
        ? Directory.EnumerateDirectories(searched, "*", Visible).Where(d => Fits(pattern, d)).Select(d => Path.Combine(folder, Path.GetFileName(d)))
        : [Path.Combine(folder, pattern)];

    private static bool Fits(string pattern, string path) =>
        FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path), ignoreCase: OperatingSystem.IsWindows());

    private static bool IsPattern(string text) => text.AsSpan().IndexOfAny('*', '?') >= 0;
}
