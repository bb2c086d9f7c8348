using System.Text.RegularExpressions;

namespace Headshots.Architecture.Tests.Documents;

/// <summary>One requirement of infra/docs/asvs.md.</summary>
/// <param name="Id">As it stands there, right or wrong.</param>
/// <param name="Level">1 or 2.</param>
/// <param name="State">Met, not applicable or open.</param>
/// <param name="Where">What shows it, or what is missing.</param>
internal sealed partial record AsvsLine(string Id, string Level, string State, string Where)
{
    /// <summary>Every row of a table that has a requirement's columns.</summary>
    public static IReadOnlyList<AsvsLine> Read(string document) =>
        [.. Row().Matches(document).Select(m => new AsvsLine(m.Groups["id"].Value, m.Groups["level"].Value, m.Groups["state"].Value, m.Groups["where"].Value))];

    /// <summary>The chapter, such as <c>V6</c>.</summary>
    public string Chapter => Id.Split('.')[0];

    /// <summary>The numbers of the id, for the order; empty when it is none.</summary>
    public int[] Numbers => IdShape().IsMatch(Id) ? [.. Id[1..].Split('.').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))] : [];

    /// <summary>Files named by their end: <c>Pipeline.cs</c>, <c>Downloads/Index.cshtml.cs</c>.</summary>
    public IEnumerable<string> Files => FileName().Matches(Where).Select(m => m.Groups["name"].Value);

    /// <summary>Tests named as class and method.</summary>
    public IEnumerable<(string Class, string Method)> Tests => TestName().Matches(Where).Select(m => (m.Groups["class"].Value, m.Groups["method"].Value));

    /// <summary>Documents that it links to, from infra/docs/.</summary>
    public IEnumerable<string> Links => Link().Matches(Where).Select(m => m.Groups["to"].Value);

    [GeneratedRegex(@"^\| (?<id>V[^ |]*) \| (?<level>[^|]*) \| (?<asks>[^|]+) \| (?<state>[^|]*) \| (?<where>[^|\n]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"^V([1-9]|1[0-7])\.[1-9]\d?\.[1-9]\d?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex IdShape();

    [GeneratedRegex(@"`(?<name>[\w./-]+\.(cs|cshtml|csproj|props|ts|mjs|json|md|yml))`", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();

    [GeneratedRegex(@"`(?<class>[A-Z]\w+)\.(?<method>[A-Z]\w*_\w+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex TestName();

    [GeneratedRegex(@"\]\((?<to>[^)#:]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
