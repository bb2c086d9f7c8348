using System.Net;
using Headshots.Web.Security;
using Headshots.Web.Tests.Employee;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Security;

/// <summary>Who asks too much waits; nobody else does.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private readonly PortalHost _portal = new()
    {
        Settings = new() { ["Limits:LinkPerMinute"] = "30", ["Limits:UnknownLinksPerMinute"] = "5", ["Limits:SignInPerMinute"] = "5" },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Link_AskedTooOften_IsToldToWaitAndOthersAreNot()
    {
        using Invited ada = await Invited.CreateAsync(_portal);
        using Invited bob = await Invited.CreateAsync(_portal);
        HttpResponseMessage? last = null;
        for (int i = 0; i < 60 && last?.StatusCode != HttpStatusCode.TooManyRequests; i++)
        {
            last?.Dispose();
            last = await ada.GetAsync();
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.InRange(last.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Contains("<h1", await Page.TextAsync(last), StringComparison.Ordinal);
        last.Dispose();
        using HttpResponseMessage other = await bob.GetAsync();
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Links_Guessed_AreHeldUpAndRealOnesAreNot()
    {
        using Invited ada = await Invited.CreateAsync(_portal);
        using HttpClient guesser = _portal.Client();
        List<HttpStatusCode> answers = [];
        for (int i = 0; i < 8; i++)
        {
            using HttpResponseMessage answer = await guesser.GetAsync($"/i/{new string((char)('A' + i), 43)}", Stop);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.NotFound, 5), answers.Take(5));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        using HttpResponseMessage real = await ada.GetAsync();
        Assert.Equal(HttpStatusCode.OK, real.StatusCode);
    }

    [Fact]
    public async Task SignIn_TriedTooOften_Waits()
    {
        using HttpClient browser = _portal.Client();
        HttpStatusCode last = HttpStatusCode.OK;
        for (int i = 0; i < 10; i++)
        {
            using HttpResponseMessage answer = await browser.GetAsync("/signin", Stop);
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void IsValid_Link_IsHeldToItsRange(int perMinute, bool valid) =>
        Assert.Equal(valid, new LimitOptions { LinkPerMinute = perMinute }.IsValid());
}
