using System.Net;
using Headshots.Web.Tests.Hosting;
using Headshots.Web.WellKnown;

namespace Headshots.Web.Tests.WellKnown;

public sealed class WellKnownFilesTests : IAsyncLifetime
{
    private readonly PortalHost _portal = new() { Settings = new() { ["SecurityContact:Contact"] = "mailto:security@contoso.example" } };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task SecurityTxt_WithAContact_NamesItAndHowLongItHolds()
    {
        using HttpClient anybody = _portal.Client();

        string text = await anybody.GetStringAsync("/.well-known/security.txt", Stop);

        Assert.StartsWith("Contact: mailto:security@contoso.example\nExpires: ", text, StringComparison.Ordinal);
        DateTimeOffset expires = DateTimeOffset.Parse(text.Split('\n')[1]["Expires: ".Length..], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(expires - _portal.Time.GetUtcNow(), TimeSpan.FromDays(80), TimeSpan.FromDays(365));
    }

    [Fact]
    public async Task SecurityTxt_WithoutAContact_IsNotThere()
    {
        PortalHost portal = new();
        await portal.InitializeAsync();
        using HttpClient anybody = portal.Client();
        using HttpResponseMessage answer = await anybody.GetAsync("/.well-known/security.txt", Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await portal.DisposeAsync();
    }

    [Theory]
    [InlineData("security@contoso.example", false)]
    [InlineData("http://contoso.example", false)]
    [InlineData("mailto:a@b.example\nPolicy: x", false)]
    [InlineData("https://contoso.example/report", true)]
    [InlineData("", true)]
    public void Contact_OfAnyKind_IsAllowedOrNot(string contact, bool allowed) => Assert.Equal(allowed, new SecurityContactOptions { Contact = contact }.IsValid());

    /// <summary>A crawler that may not come in would not see that it may not list what it knows the address of.</summary>
    [Fact]
    public async Task LinksAndPhotos_ForSearchEngines_MayBeFetchedAndNotListed()
    {
        using HttpClient crawler = _portal.Client();
        string robots = await crawler.GetStringAsync("/robots.txt", Stop);

        Assert.Contains("Disallow: /\n", robots, StringComparison.Ordinal);
        foreach (string address in new[] { "/i/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/i/x/photos", "/p/AAAA" })
        {
            using HttpResponseMessage answer = await crawler.GetAsync(address, Stop);
            Assert.Contains("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        }

        Assert.Contains("Allow: /i/\nAllow: /p/\n", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_WhateverItAnswers_IsKeptNowhere()
    {
        using HttpClient anybody = _portal.Client();
        using HttpResponseMessage answer = await anybody.GetAsync("/api/v1/people", Stop);

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }
}
