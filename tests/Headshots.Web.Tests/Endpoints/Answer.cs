using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>What came back: the number, the type, where it leads, and the text, as far as a stream has any end.</summary>
internal sealed partial record Answer(HttpStatusCode Status, string Type, string Location, string Headers, string Text)
{
    private const int Most = 4 * 1024 * 1024;

    public static async Task<Answer> OfAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            string type = response.Content.Headers.ContentType?.MediaType ?? string.Empty;
            string headers = string.Join('\n', response.Headers.Concat(response.Content.Headers).Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));
            return new Answer(response.StatusCode, type, response.Headers.Location?.OriginalString ?? string.Empty, headers, await ReadAsync(response, type == "text/event-stream"));
        }
    }

    /// <summary>For browsers the same as 401.</summary>
    public bool LeadsToSignIn => Status == HttpStatusCode.Redirect && Location.Contains("/signin", StringComparison.Ordinal);

    public bool IsRefusal => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || LeadsToSignIn;

    /// <summary>What is left when the id that was asked for, and what is new in every answer, are taken away.</summary>
    public string Shape(Guid asked)
    {
        string text = $"{(int)Status} {Type} {Location}\n{Text}".Replace(asked.ToString(), "ID", StringComparison.OrdinalIgnoreCase).Replace(asked.ToString("N"), "ID", StringComparison.OrdinalIgnoreCase);
        return Fresh().Replace(text, "*");
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, bool endless)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync();
        byte[] buffer = new byte[64 * 1024];
        using MemoryStream read = new();
        int count;
        do
        {
            count = await stream.ReadAsync(buffer);
            read.Write(buffer, 0, count);
        }
        while (count > 0 && !endless && read.Length < Most);
        return Encoding.UTF8.GetString(read.ToArray());
    }

    /// <summary>Tokens of forms, and the number by which a fault is found in the log.</summary>
    [GeneratedRegex("""CfDJ8[\w-]+|"traceId":"[^"]*"|/i/[\w-]{43}""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fresh();
}
