using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>Makes requests of doors: addresses filled with ids that fit, and bodies of plausible values around the ones that are tried.</summary>
internal sealed partial class Asking(EndpointHost host)
{
    private int _links;

    /// <summary>The address with our own ids, but for one where it is tried.</summary>
    /// <param name="door">Where.</param>
    /// <param name="tried">In place of every id of the address; null for our own.</param>
    public string Path(Door door, Guid? tried) => Parameter().Replace(door.Pattern, match =>
    {
        RoutePatternParameterPart part = door.Endpoint.RoutePattern.GetParameter(match.Groups["name"].Value)!;
        string[] rules = [.. part.ParameterPolicies.Select(p => p.Content ?? string.Empty)];
        return rules.Contains("guid") ? (tried ?? OwnId(door, match)).ToString()
            : rules.FirstOrDefault(r => r.StartsWith("regex", StringComparison.Ordinal)) is { } choice ? Word().Match(choice[5..]).Value
            : rules.Contains("int") ? "404"
            : part.Name == "token" ? host.Own.Links[_links++ % host.Own.Links.Count]
            : part.IsCatchAll || part.IsOptional ? string.Empty
            : "headshot";
    });

    /// <summary>A request with a value for every field: ids and lists of ids are the one that is tried, texts the given one.</summary>
    public HttpRequestMessage Of(Door door, Guid? inPath, Guid elsewhere, string text)
    {
        Dictionary<Field, object> values = [];
        foreach (Field field in door.Fields)
        {
            values[field] = Plausible(field, elsewhere, text);
        }

        return With(door, inPath, values);
    }

    /// <summary>A request with these values: texts for forms and addresses, nodes for JSON, bytes for files.</summary>
    public HttpRequestMessage With(Door door, Guid? inPath, IReadOnlyDictionary<Field, object> values)
    {
        QueryBuilder query = [];
        if (door.Handler is not null)
        {
            query.Add("handler", door.Handler);
        }

        foreach ((Field field, object value) in values.Where(v => v.Key.Place == Place.Query))
        {
            query.Add(field.Name, Texts(value));
        }

        string path = Path(door, inPath);
        HttpRequestMessage request = new(new HttpMethod(door.Method), path + query) { Content = door.Changes ? Body(door, values) : null };
        if (host.Own.Links.FirstOrDefault(link => path.Contains(link, StringComparison.Ordinal)) is { } link)
        {
            request.Headers.Add("Cookie", host.Own.DeviceOf(link));
        }

        return request;
    }

    public static object Plausible(Field field, Guid id, string text)
    {
        object value = field.Place == Place.File ? Hosting.MagicStudio.Photo()
            : field.IsId ? id.ToString()
            : field.Single == typeof(string) ? text
            : field.Single == typeof(bool) ? true
            : field.Single.IsEnum ? Enum.GetNames(field.Single)[^1]
            : field.Single == typeof(DateOnly) ? "2031-05-06"
            : field.Single == typeof(DateTimeOffset) || field.Single == typeof(DateTime) ? "2031-05-06T07:08:09Z"
            : 1;
        return field.Place == Place.Json ? Node(field, value) : value;
    }

    private static JsonNode Node(Field field, object value)
    {
        JsonNode node = value switch { bool flag => flag, int number => number, _ => Convert.ToString(value, CultureInfo.InvariantCulture)! };
        return field.IsList ? new JsonArray(node) : node;
    }

    private static HttpContent Body(Door door, IReadOnlyDictionary<Field, object> values)
    {
        if (door.Json is not null)
        {
            JsonObject body = [];
            foreach ((Field field, object value) in values.Where(v => v.Key.Place == Place.Json))
            {
                body[field.Name] = (JsonNode)value;
            }

            return new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        KeyValuePair<Field, object>[] files = [.. values.Where(v => v.Key.Place == Place.File)];
        IEnumerable<KeyValuePair<string, string>> texts = values.Where(v => v.Key.Place == Place.Form).SelectMany(v => Texts(v.Value).Select(t => KeyValuePair.Create(v.Key.Name, t)));
        if (files.Length == 0 && door.IsPage)
        {
            return new FormUrlEncodedContent(texts);
        }

        if (!door.IsPage && door.Method == "PUT")
        {
            return new ByteArrayContent(Hosting.MagicStudio.Photo());
        }

        MultipartFormDataContent form = [];
        foreach ((string name, string text) in texts)
        {
            form.Add(new StringContent(text), name);
        }

        foreach ((Field field, object value) in files)
        {
            form.Add(new ByteArrayContent((byte[])value), field.Name, "photo.jpg");
        }

        return form;
    }

    private static IEnumerable<string> Texts(object value) => value is IEnumerable<string> many ? many : [Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("True", "true", StringComparison.Ordinal)];

    /// <summary>The id of the table that the address or the parameter is named after.</summary>
    private Guid OwnId(Door door, Match match)
    {
        string before = door.Pattern[..match.Index].TrimEnd('/');
        string segment = before[(before.LastIndexOf('/') + 1)..];
        string name = match.Groups["name"].Value;
        return host.Own.Ids.FirstOrDefault(t => name != "id" && t.Key.Equals(name + "s", StringComparison.OrdinalIgnoreCase)) is { Key: not null } named ? named.Value
            : host.Own.Ids.FirstOrDefault(t => t.Key.EndsWith(segment, StringComparison.OrdinalIgnoreCase)) is { Key: not null } table ? table.Value
            : host.Own.Ids["People"];
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^{}]*(\{[^{}]*\}[^{}]*)*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"[A-Za-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
