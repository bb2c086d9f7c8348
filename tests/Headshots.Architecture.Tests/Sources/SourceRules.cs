using System.Text.RegularExpressions;

namespace Headshots.Architecture.Tests.Sources;

/// <summary>House rules that only the text shows. Each returns a sentence per breach.</summary>
internal static partial class SourceRules
{
    /// <summary>Projects whose folders sort files without naming a subject of their own, each with the reason.</summary>
    private static readonly Dictionary<string, string> MaySkipFolders = new(StringComparer.Ordinal)
    {
        ["Headshots.Imaging"] = "images, codecs and operations on them are one vocabulary, used together in every file",
        ["Headshots.Sitter"] = "one small instrument; its callers describe a scene and get a picture",
    };

    /// <summary>A file's namespace is its path below src/ or tests/.</summary>
    public static IEnumerable<string> NamespaceIsFolder(SourceFile file)
    {
        Match declared = NamespaceLine().Match(file.Text);
        if (!file.Name.EndsWith(".cs", StringComparison.Ordinal) || !declared.Success)
        {
            return [];
        }

        string name = declared.Groups["name"].Value;
        string[] folders = file.Folders[1..];
        bool fits = MaySkipFolders.ContainsKey(folders[0].Replace(".Tests", string.Empty, StringComparison.Ordinal))
            ? Choices(folders).Any(folder => name == folder)
            : name == string.Join('.', folders);
        return fits ? [] : [$"{file.Path} declares {name}, its folder says {string.Join('.', folders)}"];
    }

    /// <summary>The project's name followed by every ordered choice of its folders.</summary>
    private static IEnumerable<string> Choices(string[] folders) => folders[1..]
        .Aggregate<string, IEnumerable<string>>([folders[0]], (names, folder) => names.SelectMany(n => new[] { n, $"{n}.{folder}" }));

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
