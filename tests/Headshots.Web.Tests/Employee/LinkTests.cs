using System.Net;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Employee;

/// <summary>Whatever is wrong with a link ends in a sentence that helps.</summary>
[Collection(PortalPages.Name)]
public sealed class LinkTests(PortalHost portal)
{
    [Theory]
    [InlineData("short", "en", "This link does not lead anywhere.")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "en", "This link does not lead anywhere.")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/photos", "de", "Dieser Link führt nirgendwohin.")]
    public async Task Link_Guessed_LeadsNowhereAndSaysSo(string token, string language, string sentence)
    {
        using HttpClient browser = portal.Client();
        browser.DefaultRequestHeaders.Add("Accept-Language", language);
        using HttpResponseMessage answer = await browser.GetAsync($"/i/{token}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(sentence, await Page.TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_Revoked_SaysSoAndStillLetsOneWithdraw()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        Invitation invitation = await ada.InvitationAsync();
        await portal.WithAsync<RevokeInvitations, object>(async r =>
            await r.HandleAsync(Caller.System(ada.Tenant), [invitation.Id], TestContext.Current.CancellationToken));

        using HttpResponseMessage answer = await ada.GetAsync("photos");
        string text = await Page.TextAsync(answer);
        using HttpResponseMessage withdraw = await ada.GetAsync("withdraw");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("This link was taken back.", text, StringComparison.Ordinal);
        Assert.Contains($"{ada.Link}/withdraw", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, withdraw.StatusCode);
    }

    [Theory]
    [InlineData("fr", "de")]
    [InlineData("en", "en")]
    public async Task Link_OfACompanyThatSpeaksGerman_SpeaksGermanToWhoeverAsksForNeither(string asked, string language)
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await portal.WithAsync<ChangeTenant, Result<Done>>(async change =>
        {
            Tenant tenant = (await portal.WithAsync<ITenantStore, Tenant?>(s => s.FindAsync(ada.Tenant, TestContext.Current.CancellationToken)))!;
            ChangeTenantRequest request = new(tenant.Name, tenant.ContactEmail, tenant.Settings with { Language = "de" }, tenant.Version);
            return await change.HandleAsync(Caller.System(ada.Tenant), request, TestContext.Current.CancellationToken);
        });
        using HttpResponseMessage answer = await ada.GetAsync(language: asked);

        Assert.Contains($"<html lang=\"{language}\"", await Page.TextAsync(answer), StringComparison.Ordinal);
    }
}
