using System.Net;
using Headshots.Core.Submissions;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Employee;

[Collection(PortalPages.Name)]
public sealed class WelcomeTests(PortalHost portal)
{
    [Fact]
    public async Task Welcome_Opened_SaysWhoAsksAndWhyWithoutLettingTheMessageBecomeMarkup()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        using HttpResponseMessage answer = await ada.GetAsync();
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Hello Ada Lovelace, Contoso &amp; S", html, StringComparison.Ordinal);
        Assert.Contains("New pictures for the &lt;team&gt; page.", html, StringComparison.Ordinal);
        Assert.Contains("olivia@contoso.example", html, StringComparison.Ordinal);
        Assert.NotNull((await ada.InvitationAsync()).OpenedAt);
    }

    [Fact]
    public async Task Welcome_SentWithoutTheTick_AsksForItAndKeepsNothing()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        using HttpResponseMessage answer = await ada.PostAsync("", new() { ["version"] = ConsentText.CurrentVersion });

        Assert.Contains("Tick the box if you agree.", await Page.TextAsync(answer), StringComparison.Ordinal);
        Assert.Empty(await ada.SubmissionsAsync());
    }

    [Fact]
    public async Task Welcome_AgreedTwice_RecordsOneConsentWithTheTextThatWasShown()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.AgreeAsync();
        await ada.AgreeAsync();

        Submission draft = Assert.Single(await ada.SubmissionsAsync());
        Assert.Equal(ConsentText.CurrentVersion, draft.Consent.TextVersion);
        Assert.Equal("en", draft.Consent.Language);
    }

    [Fact]
    public async Task Welcome_AgreedToAnOldText_ShowsTheNewOne()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        using HttpResponseMessage answer = await ada.PostAsync("", new() { ["agreed"] = "true", ["version"] = "2020-01" });

        Assert.Contains("What you agree to has changed", await Page.TextAsync(answer), StringComparison.Ordinal);
        Assert.Empty(await ada.SubmissionsAsync());
    }

    [Fact]
    public async Task Photos_BeforeAgreeing_LeadBackToTheFirstPage()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        using HttpResponseMessage answer = await ada.GetAsync("photos");

        Assert.Equal(ada.Link, answer.Headers.Location?.ToString());
    }
}
