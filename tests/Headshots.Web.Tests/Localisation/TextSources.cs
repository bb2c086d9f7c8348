using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Headshots.TestKit;

namespace Headshots.Web.Tests.Localisation;

/// <summary>The texts as they are compiled, and the keys that pages and code ask for.</summary>
internal static partial class TextSources
{
    /// <summary>Every set of the project, by its name below the project's: <c>Texts.ShellTexts</c>.</summary>
    public static IReadOnlyList<string> Sets { get; } =
    [
        .. Directory.EnumerateFiles(Web, "*.resx", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Web, f)[..^".resx".Length].Replace(Path.DirectorySeparatorChar, '.'))
            .Where(name => !name.EndsWith(".de", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static string Web => Path.Combine(Repository.Root, "src", "Headshots.Web");

    public static IReadOnlyDictionary<string, string> Texts(string set, string language)
    {
        ResourceManager manager = new($"Headshots.Web.{set}", typeof(HeadshotsWeb).Assembly);
        CultureInfo culture = language == "en" ? CultureInfo.InvariantCulture : new CultureInfo(language);
        ResourceSet texts = manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new InvalidOperationException($"{set} has no texts for {language}.");
        return texts.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
    }

    /// <summary>Keys that a localizer is asked for: in square brackets after it, or by their common start for a module.</summary>
    public static IReadOnlySet<string> KeysAsked() => Matches(Asked());

    /// <summary>Keys of sentences that count something.</summary>
    public static IReadOnlySet<string> KeysCounted() => Matches(Counted());

    /// <summary>Every string of a key's shape: some are handed on before a localizer sees them.</summary>
    public static IReadOnlySet<string> KeysNamed() => Matches(Named());

    private static HashSet<string> Matches(Regex key) => Files()
        .SelectMany(f => key.Matches(File.ReadAllText(f)))
        .Select(m => m.Groups["key"].Value)
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Files() => new[] { "*.cshtml", "*.cs" }
        .SelectMany(p => Directory.EnumerateFiles(Web, p, SearchOption.AllDirectories))
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("node_modules", StringComparison.Ordinal));

    /// <summary>A part in braces stands for any word, as in an interpolated string.</summary>
    public static bool Fits(string used, string key) =>
        Regex.IsMatch(key, "^" + Regex.Replace(Regex.Escape(used), @"\\\{[^}]*}", ".+", RegexOptions.None, TimeSpan.FromSeconds(1)) + "$", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex("\\b([A-Z]|texts)(\\[|\\.Count\\()\\$?\"(?<key>[^\"]+)\"|\\skeys=\"(?<key>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();

    [GeneratedRegex("\\.Count\\(\"(?<key>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();

    [GeneratedRegex("\"(?<key>[A-Z][A-Za-z]*(\\.([A-Za-z_0-9]+|\\{[^\"}]+\\}))*\\.?)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
