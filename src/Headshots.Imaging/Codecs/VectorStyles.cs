using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Headshots.Imaging;

/// <summary>
/// What an SVG's style sheets make its elements refer to. Only as much of CSS is read as drawing programs write (rules
/// for classes); any other rule is taken to be for every element, which is never too few.
/// </summary>
internal sealed partial class VectorStyles
{
    private static readonly char[] _spaces = [' ', '\t', '\r', '\n', '\f'];

    private readonly Dictionary<string, List<string>> _ofClass = new(StringComparer.Ordinal);
    private readonly List<string> _ofAll = [];

    /// <summary>Reads all sheets of a document.</summary>
    public VectorStyles(XElement root)
    {
        foreach (XElement sheet in root.Descendants().Where(e => e.Name.LocalName == "style"))
        {
            Read(sheet.Value);
        }
    }

    /// <summary>The names in all <c>url(#name)</c> of a text.</summary>
    public static IEnumerable<string> Urls(string text) => Reference().Matches(text).Select(m => m.Groups["id"].Value);

    /// <summary>The names that the sheets make an element refer to.</summary>
    public IEnumerable<string> References(XElement element) =>
        _ofAll.Concat((element.Attribute("class")?.Value ?? string.Empty)
            .Split(_spaces, StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(c => _ofClass.GetValueOrDefault(c) ?? []));

    private void Read(string sheet)
    {
        // Comments and at-rules can hide where a rule begins.
        if (sheet.Contains("/*", StringComparison.Ordinal) || sheet.Contains('@', StringComparison.Ordinal))
        {
            _ofAll.AddRange(Urls(sheet));
            return;
        }

        foreach (string rule in sheet.Split('}'))
        {
            int open = rule.IndexOf('{', StringComparison.Ordinal);
            string[] selectors = open < 0 ? [string.Empty] : rule[..open].Split(',', StringSplitOptions.TrimEntries);
            if (selectors.All(s => OneClass().IsMatch(s)))
            {
                foreach (string selector in selectors)
                {
                    OfClass(selector[1..]).AddRange(Urls(rule));
                }
            }
            else
            {
                _ofAll.AddRange(Urls(rule));
            }
        }
    }

    private List<string> OfClass(string name)
    {
        if (!_ofClass.TryGetValue(name, out List<string>? references))
        {
            _ofClass.Add(name, references = []);
        }

        return references;
    }

    [GeneratedRegex(@"url\s*\(\s*['""]?\s*#(?<id>[^'"")\s]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\.[A-Za-z_][A-Za-z0-9_-]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneClass();
}
