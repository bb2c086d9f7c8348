using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Headshots.Imaging;

/// <summary>
/// What a company's SVG may hold: shapes, gradients, masks, patterns and harmless filters that refer to nothing outside
/// and that unfold to a bounded number of elements.
/// </summary>
internal static partial class VectorRules
{
    private const int MaxCharacters = 1 << 20;

    /// <summary>Elements, each counted as often as references repeat it.</summary>
    private const int MaxUnfolded = 50_000;

    private const int MaxDepth = 64;
    private const int MaxFilterSteps = 60;
    private const int MaxOctaves = 6;

    /// <summary>Scripts, other documents, and filters whose time grows with a number in the file.</summary>
    private static readonly HashSet<string> _refused = new(StringComparer.OrdinalIgnoreCase)
    {
        "image", "feImage", "script", "foreignObject", "iframe", "audio", "video", "animate", "set", "animateTransform",
        "animateMotion", "feMorphology", "feConvolveMatrix", "include",
    };

    /// <summary>Whether the bytes are an SVG that may be drawn.</summary>
    public static bool Allows(ReadOnlyMemory<byte> file)
    {
        try
        {
            using MemoryStream stream = new(file.ToArray(), writable: false);
            using XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MaxCharacters,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            if (!IsShallow(file))
            {
                return false;
            }

            XElement? root = XDocument.Load(reader).Root;
            return root is { Name.LocalName: "svg" } && root.DescendantsAndSelf().All(IsHarmless)
                && root.Descendants().Count(e => e.Name.LocalName.StartsWith("fe", StringComparison.Ordinal)) <= MaxFilterSteps
                && Unfolded(root) <= MaxUnfolded;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>Read once without building anything: a deep tree would exhaust the stack of whoever walks it.</summary>
    private static bool IsShallow(ReadOnlyMemory<byte> file)
    {
        using MemoryStream stream = new(file.ToArray(), writable: false);
        using XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
        });
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHarmless(XElement element) =>
        !_refused.Contains(element.Name.LocalName)
        && element.Attributes().All(IsHarmless)
        && (element.Name.LocalName != "style" || IsHarmlessStyle(element.Value))
        && (element.Name.LocalName != "feTurbulence" || (int.TryParse(element.Attribute("numOctaves")?.Value ?? "1", out int n) && n <= MaxOctaves));

    private static bool IsHarmless(XAttribute attribute) => attribute.Name.LocalName switch
    {
        "href" => attribute.Value.StartsWith('#'),
        "base" => false,
        string name when name.StartsWith("on", StringComparison.OrdinalIgnoreCase) => false,
        _ => attribute.IsNamespaceDeclaration || IsHarmlessStyle(attribute.Value),
    };

    /// <summary>Nothing but references inside the document; escapes could hide others.</summary>
    private static bool IsHarmlessStyle(string text) =>
        !text.Contains('\\', StringComparison.Ordinal)
        && !text.Contains("@import", StringComparison.OrdinalIgnoreCase)
        && !OutwardReference().IsMatch(text);

    /// <summary>How many elements are drawn when every reference is followed; more than the limit for a circle.</summary>
    private static int Unfolded(XElement root)
    {
        Dictionary<string, XElement> named = new(StringComparer.Ordinal);
        foreach (XElement element in root.DescendantsAndSelf())
        {
            if (element.Attribute("id") is { } id)
            {
                named.TryAdd(id.Value, element);
            }
        }

        Dictionary<XElement, int> known = [];
        HashSet<XElement> open = [];
        return Count(root);

        int Count(XElement element)
        {
            if (known.TryGetValue(element, out int before))
            {
                return before;
            }

            if (open.Count > 2 * MaxDepth || !open.Add(element))
            {
                return MaxUnfolded + 1;
            }

            long sum = 1;
            foreach (XElement next in element.Elements().Concat(References(element).Select(r => named.GetValueOrDefault(r)).OfType<XElement>()))
            {
                sum = Math.Min(sum + Count(next), MaxUnfolded + 1);
            }

            open.Remove(element);
            return known[element] = (int)sum;
        }
    }

    private static IEnumerable<string> References(XElement element) =>
        element.Attributes().SelectMany(a => a.Name.LocalName == "href"
            ? [a.Value[1..]]
            : InwardReference().Matches(a.Value).Select(m => m.Groups["id"].Value));

    [GeneratedRegex(@"url\s*\(\s*['""]?\s*(?!['""]|\s|#)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OutwardReference();

    [GeneratedRegex(@"url\s*\(\s*['""]?\s*#(?<id>[^'"")\s]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InwardReference();
}
