using System.Text.RegularExpressions;
using Headshots.Architecture.Tests.Sources;

namespace Headshots.Architecture.Tests.Documents;

/// <summary>What must hold of infra/docs/asvs.md. Each returns a sentence per breach.</summary>
internal static class AsvsRules
{
    public const string Met = "met";
    public const string NotApplicable = "not applicable";
    public const string Open = "open";

    /// <summary>How many requirements version 5.0.0 has of each level.</summary>
    private static readonly Dictionary<string, int> Levels = new(StringComparer.Ordinal) { ["1"] = 70, ["2"] = 183 };

    /// <summary>Every id is one, stands once, and comes after the one before.</summary>
    public static IEnumerable<string> IdsAreInOrder(IReadOnlyList<AsvsLine> lines)
    {
        int[] before = [];
        foreach (AsvsLine line in lines)
        {
            int[] id = line.Numbers;
            if (id.Length == 0)
            {
                yield return $"{line.Id} is no id of a requirement";
                continue;
            }

            if (before.Length > 0 && id.AsSpan().SequenceCompareTo(before) <= 0)
            {
                yield return $"{line.Id} stands twice or out of order";
            }

            before = id;
        }
    }

    /// <summary>Nothing was left out.</summary>
    public static IEnumerable<string> LevelsAreWhole(IReadOnlyList<AsvsLine> lines) => lines.Select(l => l.Level).Concat(Levels.Keys).Distinct()
        .Select(level => (level, found: lines.Count(l => l.Level == level), whole: Levels.GetValueOrDefault(level)))
        .Where(l => l.found != l.whole)
        .Select(l => $"level \"{l.level}\" has {l.found} lines instead of {l.whole}");

    /// <summary>One of three states, and what is met can be seen somewhere.</summary>
    public static IEnumerable<string> StateIsShown(AsvsLine line) => line.State switch
    {
        Met => line.Files.Any() || line.Tests.Any() || line.Links.Any() ? [] : [$"{line.Id} is met and names neither a file nor a test"],
        NotApplicable or Open => [],
        _ => [$"{line.Id} is \"{line.State}\", which is no state"],
    };

    /// <summary>What is named is there: a file that ends so, a test of that class, a document beside this one.</summary>
    public static IEnumerable<string> NamedIsThere(AsvsLine line, IReadOnlyList<SourceFile> repository) =>
    [
        .. line.Files.Where(name => !repository.Any(f => f.Path == name || f.Path.EndsWith("/" + name, StringComparison.Ordinal)))
            .Select(name => $"{line.Id} names the file {name}, which is not there"),
        .. line.Tests.Where(test => !repository.Any(f => f.Path.StartsWith("tests/", StringComparison.Ordinal) && f.Name == test.Class + ".cs"
                && Regex.IsMatch(f.Text, $@"\b{Regex.Escape(test.Method)}\(", RegexOptions.None, TimeSpan.FromSeconds(10))))
            .Select(test => $"{line.Id} names the test {test.Class}.{test.Method}, which is not there"),
        .. line.Links.Where(to => !repository.Any(f => f.Path == "infra/docs/" + to)).Select(to => $"{line.Id} links to {to}, which is not there"),
    ];

    /// <summary>The counts at the top are those of the lines.</summary>
    public static IEnumerable<string> CountsAreRight(IReadOnlyList<AsvsLine> lines, string document) => lines.GroupBy(l => l.Chapter)
        .Select(c => (Start: $"| {c.Key} ", Counts: Counts([.. c])))
        .Append((Start: "| **all** ", Counts: Counts(lines)))
        .Where(c => !document.Split('\n').Any(row => row.StartsWith(c.Start, StringComparison.Ordinal) && row.EndsWith(c.Counts, StringComparison.Ordinal)))
        .Select(c => $"the counts at the top have no row \"{c.Start}… {c.Counts}\"");

    private static string Counts(IReadOnlyList<AsvsLine> lines)
    {
        int Of(string state) => lines.Count(l => l.State == state);
        return $"| {Of(Met)} | {Of(NotApplicable)} | {Of(Open)} | {lines.Count} |";
    }
}
