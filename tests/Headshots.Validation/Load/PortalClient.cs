using System.Net;
using System.Text.RegularExpressions;

namespace Headshots.Validation.Load;

/// <summary>A member of the sample company with a cookie, without a browser.</summary>
internal sealed partial class PortalClient : IDisposable
{
    private readonly HttpClient _http;

    public PortalClient(Uri address) => _http = new HttpClient(new SocketsHttpHandler
    {
        CookieContainer = new CookieContainer(),
        AutomaticDecompression = DecompressionMethods.All,
        MaxConnectionsPerServer = 256,
    })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromMinutes(10),
    };

    public void Dispose() => _http.Dispose();

    /// <summary>Signs in as somebody, once the sample company is there.</summary>
    public async Task SignInAsync(string name)
    {
        while (true)
        {
            string page = await PageAsync("signin");
            if (Member().Matches(page).FirstOrDefault(m => m.Value.Contains(name, StringComparison.Ordinal)) is { } member)
            {
                await PostAsync("signin", page, new() { ["member"] = member.Groups["value"].Value });
                return;
            }

            await Task.Delay(500);
        }
    }

    public async Task<string> PageAsync(string place)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(place, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Fetches a page as an admin's browser does, to the last byte.</summary>
    public async Task<HttpStatusCode> ViewAsync(string place, CancellationToken cancellation)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(place, UriKind.Relative), HttpCompletionOption.ResponseContentRead, cancellation);
        return answer.StatusCode;
    }

    /// <summary>Sends a form of a page.</summary>
    /// <returns>Where it led, and what stands there.</returns>
    public async Task<(Uri Place, string Page)> PostAsync(string place, string page, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = Proof(page);
        using FormUrlEncodedContent form = new(fields);
        return await SendAsync(place, form);
    }

    /// <summary>Uploads a file through a form of a page.</summary>
    /// <returns>Where it led, and what stands there.</returns>
    public async Task<(Uri Place, string Page)> UploadAsync(string place, string page, byte[] file, string name)
    {
        using MultipartFormDataContent form = new() { { new StringContent(Proof(page)), "__RequestVerificationToken" }, { new ByteArrayContent(file), "file", name } };
        return await SendAsync(place, form);
    }

    private async Task<(Uri Place, string Page)> SendAsync(string place, HttpContent form)
    {
        using HttpResponseMessage answer = await _http.PostAsync(new Uri(place, UriKind.Relative), form);
        string page = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? (answer.RequestMessage!.RequestUri!, page)
            : throw new InvalidOperationException($"{place} answered {answer.StatusCode}: {page}");
    }

    private static string Proof(string page) => Token().Match(page) is { Success: true } found
        ? found.Groups["value"].Value
        : throw new InvalidOperationException("The page has no form.");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"member\" value=\"(?<value>[^\"]+)\">\\s*<span class=\"visually-hidden\">[^<]*<")]
    private static partial Regex Member();
}
