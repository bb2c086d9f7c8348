using System.Runtime.CompilerServices;
using Xunit;

namespace Headshots.TestKit;

/// <summary>
/// Real photos and reference answers that lie beside the repository (../shared, or HEADSHOTS_SHARED). They are not part
/// of the project: a clone without them skips the tests that need them, and CI (HEADSHOTS_REQUIRE_ALL=1) fails instead.
/// </summary>
public static class SharedFiles
{
    /// <summary>The folder, or null where there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Full path of a shared file or folder; skips the running test where it is missing.</summary>
    /// <param name="relativePath">For instance <c>photos/people/NAME.jpg</c>.</param>
    public static string Require(string relativePath)
    {
        string? path = Root is null ? null : Path.Combine(Root, relativePath);
        if (path is null || (!File.Exists(path) && !Directory.Exists(path)))
        {
            Requirement.Missing($"needs shared/{relativePath} beside the repository (or HEADSHOTS_SHARED)");
        }

        return path;
    }

    /// <summary>Names (not paths) of the files of a shared folder, for theories; one empty name where there is none.</summary>
    public static IEnumerable<string> Names(string relativeFolder)
    {
        string? folder = Root is null ? null : Path.Combine(Root, relativeFolder);
        return folder is not null && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)
            : [string.Empty];
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("HEADSHOTS_SHARED") is { Length: > 0 } given)
        {
            return Directory.Exists(given) ? given : null;
        }

        string beside = Path.Combine(Repository.Root, "..", "shared");
        return Directory.Exists(Path.Combine(beside, "photos")) ? Path.GetFullPath(beside) : null;
    }
}

/// <summary>The working tree the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FromSource();

    private static string FromSource([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}

/// <summary>What a test needs from its machine.</summary>
public static class Requirement
{
    /// <summary>True where a missing requirement is a failure, as in CI.</summary>
    public static bool AllRequired => Environment.GetEnvironmentVariable("HEADSHOTS_REQUIRE_ALL") == "1";

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public static void Missing(string reason)
    {
        if (AllRequired)
        {
            Assert.Fail($"HEADSHOTS_REQUIRE_ALL=1, but this test {reason}");
        }

        Assert.Skip($"This test {reason}");
        throw new System.Diagnostics.UnreachableException();
    }
}
