using System.Text.RegularExpressions;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Security;

[Collection(PortalPages.Name)]
public sealed partial class SecurityHeadersTests(PortalHost portal)
{
    [Theory]
    [InlineData("/gallery")]
    [InlineData("/preferences")]
    [InlineData("/nothing-here")]
    [InlineData("/site.css")]
    public async Task Answer_OfAnyKind_ForbidsWhatIsInlineOrForeign(string address)
    {
        using HttpClient client = portal.Client();
        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-eval'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.StartsWith("camera=(),", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/gallery")]
    [InlineData("/preferences")]
    [InlineData("/nothing-here")]
    public async Task Page_AsWritten_HoldsNothingThatThePolicyForbids(string address)
    {
        using HttpClient client = portal.Client();
        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("</html>", html, StringComparison.Ordinal);
        Assert.Empty(Forbidden().Matches(html).Select(m => m.Value));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("<p style=\"color:red\">", 1)]
    [InlineData("<a onclick=\"x()\">", 1)]
    [InlineData("<script>x()</script>", 1)]
    [InlineData("<script type=\"application/json\" data-texts=\"a\">{}</script>", 0)]
    [InlineData("<script type=\"module\" src=\"/site.js\"></script>", 0)]
    public void Forbidden_OnOneTag_CountsBreaches(string html, int breaches) => Assert.Equal(breaches, Forbidden().Count(html));

    [Fact]
    public async Task Robots_BelowALink_AreSentAway()
    {
        using HttpClient client = portal.Client();
        using HttpResponseMessage answer = await client.GetAsync("/i/guessed", TestContext.Current.CancellationToken);

        Assert.Contains("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
    }

    [GeneratedRegex("""<[^>]*\s(style|on[a-z]+)\s*=|<style|<script(?![^>]*(\ssrc=|application/json))""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Forbidden();
}
