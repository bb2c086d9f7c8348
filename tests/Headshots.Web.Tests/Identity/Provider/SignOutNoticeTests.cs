using System.Net;
using Headshots.TestProvider;

namespace Headshots.Web.Tests.Identity.Provider;

public sealed class SignOutNoticeTests(EntryHost host) : IClassFixture<EntryHost>
{
    [Fact]
    public async Task FrontChannel_WithoutACookie_EndsTheSessionsOfThatProviderSession()
    {
        (Visitor one, string sid) = await SignInAsync();
        (Visitor other, _) = await SignInAsync();

        Assert.Equal(HttpStatusCode.OK, await NoticeAsync($"?iss={Uri.EscapeDataString(Issuer)}&sid={sid}"));

        Assert.Equal(HttpStatusCode.Redirect, (await one.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/admin")).StatusCode);
        one.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task FrontChannel_WithoutAnIssuer_EndsItToo()
    {
        (Visitor visitor, string sid) = await SignInAsync();

        Assert.Equal(HttpStatusCode.OK, await NoticeAsync($"?sid={sid}"));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/admin")).StatusCode);
        visitor.Dispose();
    }

    [Fact]
    public async Task FrontChannel_OfAnotherIssuerOrSession_Answers200AndEndsNothing()
    {
        (Visitor visitor, string sid) = await SignInAsync();

        Assert.Equal(HttpStatusCode.OK, await NoticeAsync($"?iss={Uri.EscapeDataString(host.Provider.IssuerOf(Guid.CreateVersion7().ToString("D")))}&sid={sid}"));
        Assert.Equal(HttpStatusCode.OK, await NoticeAsync($"?iss={Uri.EscapeDataString(Issuer)}&sid=unknown"));
        Assert.Equal(HttpStatusCode.OK, await NoticeAsync(string.Empty));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin")).StatusCode);
        visitor.Dispose();
    }

    [Theory]
    [InlineData("real", true)]
    [InlineData("nonce", false)]
    [InlineData("no event", false)]
    [InlineData("other audience", false)]
    [InlineData("unknown key", false)]
    public async Task BackChannel_Token_EndsTheSessionWhenItIsTheProviders(string kind, bool ends)
    {
        (Visitor visitor, string sid) = await SignInAsync();
        string token = host.Provider.LogoutToken(EntryHost.Contoso, sid, t =>
        {
            switch (kind)
            {
                case "nonce":
                    t.Claims["nonce"] = "n";
                    break;
                case "no event":
                    t.Claims.Remove("events");
                    break;
                case "other audience":
                    t.Claims["aud"] = "other";
                    break;
                case "unknown key":
                    t.Key = EntraLikeProvider.NewKey(null);
                    break;
                default:
                    break;
            }
        });
        using HttpClient server = new() { BaseAddress = host.Address };
        using FormUrlEncodedContent form = new([KeyValuePair.Create("logout_token", token)]);

        using HttpResponseMessage answer = await server.PostAsync("/signout-oidc", form, TestContext.Current.CancellationToken);

        Assert.Equal(ends ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(ends ? HttpStatusCode.Redirect : HttpStatusCode.OK, (await visitor.GetAsync("/admin")).StatusCode);
        visitor.Dispose();
    }

    private string Issuer => host.Provider.IssuerOf(EntryHost.Contoso.ToString("D"));

    private async Task<(Visitor Visitor, string Sid)> SignInAsync()
    {
        string sid = host.Provider.SessionId = Guid.CreateVersion7().ToString("D");
        Visitor visitor = await host.SignInAsync(EntryHost.Somebody("Owner"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin")).StatusCode);
        return (visitor, sid);
    }

    /// <summary>As a frame of the provider's page: without any cookie.</summary>
    private async Task<HttpStatusCode> NoticeAsync(string query)
    {
        using HttpClient frame = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
        using HttpResponseMessage answer = await frame.GetAsync("/signout-oidc" + query, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
