using System.Globalization;
using Headshots.Web.Localisation;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Localisation;

[Collection(PortalPages.Name)]
public sealed class LanguagesTests(PortalHost portal)
{
    [Theory]
    [InlineData("de-AT,de;q=0.9,en;q=0.5", null, "de", "Sprache und Darstellung")]
    [InlineData("de-DE", null, "de", "Sprache und Darstellung")]
    [InlineData("fr-FR,de-CH;q=0.4", null, "de", "Sprache und Darstellung")]
    [InlineData("en-GB", null, "en", "Language and appearance")]
    [InlineData("fr-FR", null, "en", "Language and appearance")]
    [InlineData("en-GB", "de", "de", "Sprache und Darstellung")]
    [InlineData("de", "klingon", "de", "Sprache und Darstellung")]
    public async Task Page_ForABrowsersWishes_SpeaksTheLanguage(string accepted, string? chosen, string language, string heading)
    {
        using HttpClient client = portal.Client();
        using HttpRequestMessage request = new(HttpMethod.Get, "/preferences");
        request.Headers.Add("Accept-Language", accepted);
        if (chosen is not null)
        {
            request.Headers.Add("Cookie", $"{Languages.CookieName}={chosen}");
        }

        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
        Assert.Contains($"<h1>{heading}</h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_OfGerman_AreThoseOfGermany()
    {
        CultureInfo german = Languages.All.Single(l => l.Name == "de");
        DateTime day = new(2026, 3, 9, 14, 5, 0, DateTimeKind.Utc);

        Assert.Equal("9. März 2026", day.ToString("D", german));
        Assert.Equal("09.03.2026", day.ToString("d", german));
        Assert.Equal("12.345,6", 12345.6.ToString("N1", german));
        Assert.Equal("83 %", 0.83.ToString("P0", german));
    }
}
