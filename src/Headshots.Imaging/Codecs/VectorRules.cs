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

    /// <summary>A step of a filter goes over the whole picture; a shape does not.</summary>
    private const int FilterStepWeight = 100;
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
                && root.Descendants().Count(IsFilterStep) <= MaxFilterSteps
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
            foreach (XAttribute id in element.Attributes().Where(a => a.Name.LocalName == "id"))
            {
                named.TryAdd(id.Value, element);
            }
        }

        VectorStyles styles = new(root);
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

            // Whatever is drawn below may inherit the paint, and draws it each time.
            long inside = Sum(element.Elements().Concat(Named(Links(element))));
            long paint = Sum(Named(Paints(element).Concat(styles.References(element))));
            long once = Sum(Named(Masks(element)));
            open.Remove(element);
            return known[element] = (int)Math.Min((IsFilterStep(element) ? FilterStepWeight : 1) + inside + once + (Math.Max(1, inside) * paint), MaxUnfolded + 1);
        }

        long Sum(IEnumerable<XElement> elements)
        {
            long sum = 0;
            foreach (XElement element in elements)
            {
                sum = Math.Min(sum + Count(element), MaxUnfolded + 1);
            }

            return sum;
        }

        IEnumerable<XElement> Named(IEnumerable<string> ids) => ids.Select(i => named.GetValueOrDefault(i)).OfType<XElement>();
    }

    private static bool IsFilterStep(XElement element) => element.Name.LocalName.StartsWith("fe", StringComparison.Ordinal);

    private static IEnumerable<string> Links(XElement element) =>
        element.Attributes().Where(a => a.Name.LocalName == "href").Select(a => a.Value[1..]);

    private static IEnumerable<string> Masks(XElement element) => Urls(element.Attributes().Where(IsOnce));

    private static IEnumerable<string> Paints(XElement element) => Urls(element.Attributes().Where(a => !IsOnce(a)));

    /// <summary>What is done to a group as a whole; all else may be inherited.</summary>
    private static bool IsOnce(XAttribute attribute) => attribute.Name.LocalName is "clip-path" or "mask" or "filter";

    private static IEnumerable<string> Urls(IEnumerable<XAttribute> attributes) =>
        attributes.Where(a => a.Name.LocalName != "href").SelectMany(a => VectorStyles.Urls(a.Value));

    [GeneratedRegex(@"url\s*\(\s*['""]?\s*(?!['""]|\s|#)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OutwardReference();
}
