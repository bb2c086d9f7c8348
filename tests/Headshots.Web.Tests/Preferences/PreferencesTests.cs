using System.Net;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Preferences;

[Collection(PortalPages.Name)]
public sealed class PreferencesTests(PortalHost portal)
{
    [Theory]
    [InlineData("/gallery?q=a", "/gallery?q=a")]
    [InlineData("https://evil.example/", "/preferences")]
    [InlineData("//evil.example/", "/preferences")]
    public async Task Choice_OfDark_IsKeptAndLeadsBackOnlyToThisSite(string back, string expected)
    {
        using HttpClient client = portal.Client();
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["appearance"] = "dark", ["return"] = back });
        using HttpResponseMessage answer = await client.PostAsync("/preferences", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location?.ToString());
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("appearance=dark;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_WithDarkCookie_IsWrittenDark()
    {
        using HttpClient client = portal.Client();
        using HttpRequestMessage request = new(HttpMethod.Get, "/preferences");
        request.Headers.Add("Cookie", "appearance=dark");
        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("data-theme=\"dark\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
