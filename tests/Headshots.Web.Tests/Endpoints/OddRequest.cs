using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>A request to one door: some fields as they should be, some odd, some missing, some twice.</summary>
internal sealed partial class OddRequest(EndpointHost host, Visitor visitor)
{
    private const int LongestInAddress = 100;

    private readonly Asking _asking = new(host);
    private readonly Dictionary<Door, IReadOnlyList<Field>> _known = [];

    public async Task<HttpRequestMessage> OfAsync(Door door, ulong seed)
    {
        IReadOnlyList<Field> fields = await FieldsAsync(door);
        Rnd random = new(seed, 0x9E3779B97F4A7C15UL);
        if (door.Json is not null && Gen.Choose(0, 3).Sample(10, random, 1)[0] == 0)
        {
            HttpRequestMessage broken = _asking.With(door, null, new Dictionary<Field, object>());
            string type = Gen.Elements("application/json", "application/json", "application/json", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-7").Sample(10, random, 1)[0];
            broken.Content = new StringContent(OddValues.Body.Sample(10, random, 1)[0], Encoding.UTF8);
            broken.Content.Headers.Remove("Content-Type");
            broken.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            return broken;
        }

        return _asking.With(door, null, Values(fields, random));
    }

    private Dictionary<Field, object> Values(IReadOnlyList<Field> fields, Rnd random)
    {
        int[] modes = Gen.ArrayOf(Gen.Choose(0, 9), fields.Count).Sample(20, random, 1)[0];
        string[] texts = Gen.ArrayOf(OddValues.Text, fields.Count).Sample(20, random, 1)[0];
        JsonNode?[] nodes = Gen.ArrayOf(OddValues.Node, fields.Count).Sample(20, random, 1)[0];
        byte[][] files = Gen.ArrayOf(OddValues.File, fields.Count).Sample(20, random, 1)[0];
        Dictionary<Field, object> values = [];
        for (int i = 0; i < fields.Count; i++)
        {
            Field field = fields[i];
            Guid id = host.Own.Ids.Values.ElementAt((i + modes[i]) % host.Own.Ids.Count);
            object odd = field.Place switch
            {
                Place.Json => nodes[i]!,
                Place.File => files[i],
                Place.Query => texts[i][..Math.Min(texts[i].Length, LongestInAddress)],
                _ => texts[i],
            };
            if (modes[i] is 0)
            {
                continue;
            }

            values[field] = modes[i] < 5 ? Asking.Plausible(field, id, "Ada")
                : modes[i] < 9 || field.Place is Place.Json or Place.File ? odd
                : modes[i] == 9 && field.Place == Place.Form ? Enumerable.Repeat((string)odd, Math.Max(2, Math.Min(1030, 20_000 / (((string)odd).Length + 1)))).ToArray()
                : new[] { (string)odd, (string)odd };
        }

        return values;
    }

    /// <summary>What the endpoint binds, and what the forms of its page send besides.</summary>
    private async Task<IReadOnlyList<Field>> FieldsAsync(Door door)
    {
        if (_known.TryGetValue(door, out IReadOnlyList<Field>? known))
        {
            return known;
        }

        List<Field> fields = [.. door.Fields];
        if (door.HasForm)
        {
            Answer page = await Answer.OfAsync(visitor.Client, _asking.With(door with { Method = "GET", Handler = null, Fields = [] }, null, new Dictionary<Field, object>()));
            fields.AddRange(InputName().Matches(page.Text).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups["name"].Value)).Distinct(StringComparer.Ordinal)
                .Where(n => !n.StartsWith("__", StringComparison.Ordinal) && !fields.Exists(f => f.Name == n)).Take(80).Select(n => new Field(n, typeof(string), Place.Form)));
        }

        return _known[door] = fields;
    }

    [GeneratedRegex("""<(input|select|textarea|button)\b[^>]*\sname="(?<name>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex InputName();
}
