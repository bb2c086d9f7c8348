namespace Headshots.App.Photos;

/// <summary>Whether two paths mean the same file.</summary>
internal static class RealPath
{
    private static readonly StringComparison Comparison =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>Compares what lies behind all links, whether or not it exists yet.</summary>
    public static bool AreSame(string a, string b) => string.Equals(Of(a), Of(b), Comparison);

    /// <summary>The full path with every link on the way replaced by what it points to.</summary>
    private static string Of(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string? parent = Path.GetDirectoryName(full);
        if (parent is null)
        {
            return full;
        }

        string here = Path.Combine(Of(parent), Path.GetFileName(full));
        FileInfo file = new(here);
        return file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Of(target.FullName) : here;
    }
}
