using System.Net;
using System.Text.RegularExpressions;
using Headshots.TestProvider;

namespace Headshots.Web.Tests.Identity.Provider;

/// <summary>A browser: keeps cookies, follows redirects to the provider and back, one after another so that a test can look at each.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly EntryHost _host;
    private readonly HttpClient _client;

    public Visitor(EntryHost host)
    {
        _host = host;
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = host.Address };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Where the last redirect ended.</summary>
    public Uri At { get; private set; } = new("about:blank");

    public HttpStatusCode Status { get; private set; }

    public string Body { get; private set; } = string.Empty;

    /// <summary>Every address on the way of the last step.</summary>
    public List<Uri> Way { get; } = [];

    public bool HasSession => Cookies.GetCookies(_host.Address)["headshots"] is { Value.Length: > 0 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    public async Task SignInAsync(SignInAccount account, Action<IdToken>? forging = null, string start = "/signin/start")
    {
        (_host.Provider.Present, _host.Provider.Forging) = (account, forging);
        try
        {
            await OpenAsync(start);
        }
        finally
        {
            (_host.Provider.Present, _host.Provider.Forging) = (null, null);
        }
    }

    /// <summary>Opens an address and follows it to its end.</summary>
    /// <param name="address">Here or anywhere.</param>
    /// <param name="until">Stops before this is opened.</param>
    public async Task OpenAsync(string address, Func<Uri, bool>? until = null)
    {
        Way.Clear();
        Uri next = new(_host.Address, address);
        for (int step = 0; step < 12; step++)
        {
            Way.Add(next);
            At = next;
            if (until?.Invoke(next) == true)
            {
                return;
            }

            using HttpResponseMessage answer = await _client.GetAsync(next, Stop);
            (Status, Body) = (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)));
            if (answer.Headers.Location is not { } location)
            {
                return;
            }

            next = new Uri(next, location);
        }

        Assert.Fail("It goes round in circles: " + string.Join(" → ", Way));
    }

    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(new Uri(_host.Address, address), Stop);

    /// <summary>Sends a form of the page that is open, with the token that is in it.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        string token = Token().Match(Body).Groups["token"].Value;
        using FormUrlEncodedContent form = new(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await _client.PostAsync(new Uri(_host.Address, address), form, Stop);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
