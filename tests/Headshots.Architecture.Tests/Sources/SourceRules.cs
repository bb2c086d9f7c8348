using System.Text.RegularExpressions;

namespace Headshots.Architecture.Tests.Sources;

/// <summary>House rules that only the text shows. Each returns a sentence per breach.</summary>
internal static partial class SourceRules
{
    /// <summary>Types everybody writes about; they stand in their project's root namespace whatever their folder.</summary>
    private static readonly Dictionary<string, string> InRootNamespace = new(StringComparer.Ordinal)
    {
        ["src/Headshots.Imaging/Colour/"] = "the arithmetic of pixels: one vocabulary, sorted into folders",
        ["src/Headshots.Imaging/Filtering/"] = "the arithmetic of pixels",
        ["src/Headshots.Imaging/Geometry/"] = "the arithmetic of pixels",
        ["src/Headshots.Imaging/Pixels/"] = "vocabulary of every image operation",
        ["src/Headshots.Imaging/Resampling/"] = "the arithmetic of pixels",
        ["src/Headshots.Imaging/Threading/"] = "the arithmetic of pixels",
    };

    /// <summary>A file's namespace is its path below src/ or tests/.</summary>
    public static IEnumerable<string> NamespaceIsFolder(SourceFile file)
    {
        Match declared = NamespaceLine().Match(file.Text);
        if (!file.Name.EndsWith(".cs", StringComparison.Ordinal) || !declared.Success)
        {
            yield break;
        }

        string[] folders = file.Folders[1..];
        string expected = InRootNamespace.Keys.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal)) ? folders[0] : string.Join('.', folders);
        if (declared.Groups["name"].Value != expected)
        {
            yield return $"{file.Path} declares {declared.Groups["name"].Value}, its folder says {expected}";
        }
    }

    /// <summary>A name that says nothing gathers everything.</summary>
    public static IEnumerable<string> NameSaysSomething(SourceFile file)
    {
        IEnumerable<string> names = file.Folders.Append(Path.GetFileNameWithoutExtension(file.Name));
        return file.Name.EndsWith(".cs", StringComparison.Ordinal)
            ? names.Where(n => EmptyName().IsMatch(n)).Select(n => $"{file.Path}: \"{n}\" is no subject")
            : [];
    }

    /// <summary>Who needs regions needs files.</summary>
    public static IEnumerable<string> HasNoRegions(SourceFile file) =>
        file.Name.EndsWith(".cs", StringComparison.Ordinal) && RegionLine().IsMatch(file.Text) ? [$"{file.Path} has a region"] : [];

    /// <summary>Where packages come from is the machine's setting, never the repository's.</summary>
    public static IEnumerable<string> NamesNoRegistry(SourceFile file) =>
        RegistryHost().Matches(file.Text).Select(m => $"{file.Path} names the registry {m.Value}");

    /// <summary>The program works where no test photo lies.</summary>
    public static IEnumerable<string> NamesNoSharedFolder(SourceFile file) =>
        SharedFolder().Matches(file.Text).Select(m => $"{file.Path} names {m.Value}");

    [GeneratedRegex(@"^\s*namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex("^(Extensions|(\\w*)(Helpers?|Utils?|Utility|Utilities|Common|Misc))$", RegexOptions.ExplicitCapture)]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^\s*#\s*region\b", RegexOptions.Multiline)]
    private static partial Regex RegionLine();

    [GeneratedRegex(@"registry\.[a-z0-9-]+\.[a-z]+|(api|www)\.nuget\.org|(deb|archive|security)\.(debian|ubuntu)\.(org|com)|\b\d{1,3}(\.\d{1,3}){3}:\d+/(npm|nuget)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"\.\./shared\b|/work/|HEADSHOTS_SHARED|shared/(photos|goldens)", RegexOptions.ExplicitCapture)]
    private static partial Regex SharedFolder();
}
