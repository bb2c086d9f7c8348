using System.Net;
using System.Text.RegularExpressions;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Employee;

/// <summary>A link that somebody uses is of no use to whoever else has it.</summary>
[Collection(PortalPages.Name)]
public sealed class DeviceTests(PortalHost portal)
{
    private static readonly string[] _places = ["", "photos", "own-photo", "status", "choose", "withdraw"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SecondDevice_AfterTheFirstAgreed_IsAskedForACodeEverywhere()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ArriveAndAgreeAsync(ada);
        using HttpClient second = portal.Client(keepsCookies: true);

        foreach (string place in _places)
        {
            using HttpResponseMessage asked = await second.GetAsync(place.Length == 0 ? ada.Link : $"{ada.Link}/{place}", Stop);
            Assert.Equal($"{ada.Link}/code", asked.Headers.Location?.ToString());
        }

        using HttpResponseMessage put = await second.PutAsync($"{ada.Link}/photos/{Guid.CreateVersion7(portal.Time.GetUtcNow())}", new ByteArrayContent(MagicStudio.Photo()), Stop);
        using HttpResponseMessage erased = await second.PostAsync($"{ada.Link}/withdraw", new FormUrlEncodedContent([]), Stop);
        using HttpResponseMessage live = await second.GetAsync($"{ada.Link}/live", Stop);
        using HttpResponseMessage picture = await second.GetAsync($"{ada.Link}/phone?handler=Picture", Stop);
        using HttpResponseMessage data = await second.PostAsync($"{ada.Link}/data", new FormUrlEncodedContent([]), Stop);
        using HttpResponseMessage receipt = await second.GetAsync($"{ada.Link}/receipt", Stop);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (data.StatusCode, receipt.StatusCode));
        Assert.Equal(HttpStatusCode.Forbidden, put.StatusCode);
        Assert.Equal($"{ada.Link}/code", erased.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Gone, live.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, picture.StatusCode);
        Assert.Empty(Assert.Single(await ada.SubmissionsAsync()).Selfies);
        using HttpResponseMessage first = await ada.GetAsync("photos");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
    }

    [Fact]
    public async Task SecondDevice_WithTheMailedCode_GoesOn()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ArriveAndAgreeAsync(ada);
        using HttpClient second = portal.Client(keepsCookies: true);
        string page = await PageAsync(second, $"{ada.Link}/code");
        Assert.Contains("Mail a code to a•••@contoso.example", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@contoso.example", page, StringComparison.Ordinal);

        using HttpResponseMessage sent = await second.PostAsync($"{ada.Link}/code?handler=Send", new FormUrlEncodedContent([]), Stop);
        Assert.Equal($"{ada.Link}/code", sent.Headers.Location?.ToString());
        Assert.Contains(await portal.WithAsync<IMailOutbox, IReadOnlyList<OutgoingMail>>(s => s.DueAsync(ada.Tenant, portal.Time.GetUtcNow(), 50, Stop)), m => m.Kind == MailKind.Code);
        Invitation invitation = await ada.InvitationAsync();
        string code = await portal.WithAsync<InvitationCodes, string>(c => Task.FromResult(c.CodeOf(invitation)));
        using HttpResponseMessage wrong = await EnterAsync(second, ada, code == "111111" ? "222222" : "111111");
        Assert.Contains("This is not the code of the newest mail.", await Page.TextAsync(wrong), StringComparison.Ordinal);
        using HttpResponseMessage right = await EnterAsync(second, ada, code);
        using HttpResponseMessage photos = await second.GetAsync($"{ada.Link}/photos", Stop);

        Assert.Equal(ada.Link, right.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, photos.StatusCode);
    }

    [Fact]
    public async Task Phone_ThatScansWhatTheDeskShows_GoesOn()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ArriveAndAgreeAsync(ada);
        using HttpResponseMessage picture = await ada.GetAsync("phone?handler=Picture");
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        Assert.True(picture.Headers.CacheControl?.NoStore);
        OpenedInvitation opened = (await portal.WithAsync<OpenInvitation, Result<OpenedInvitation>>(o => o.FindAsync(ada.Token, Stop))).Value;
        string handover = await portal.WithAsync<InvitationDevices, string>(d => Task.FromResult(d.Handover(opened)));
        using HttpClient phone = portal.Client(keepsCookies: true);

        using HttpResponseMessage scanned = await phone.GetAsync($"{ada.Link}/phone?handover={handover}", Stop);
        using HttpResponseMessage photos = await phone.GetAsync($"{ada.Link}/photos", Stop);

        Assert.Equal(ada.Link, scanned.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, photos.StatusCode);
    }

    [Fact]
    public async Task FirstDevice_OfACompanyThatWantsACode_IsAskedToo()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await portal.WithAsync<ChangeTenant, Result<Done>>(async change =>
        {
            Tenant tenant = (await portal.WithAsync<ITenantStore, Tenant?>(s => s.FindAsync(ada.Tenant, Stop)))!;
            return await change.HandleAsync(Caller.System(ada.Tenant), new ChangeTenantRequest(tenant.Name, tenant.ContactEmail, tenant.Settings with { AskForCode = true }, tenant.Version), Stop);
        });

        using HttpResponseMessage answer = await ada.GetAsync();
        string page = await PageAsync(ada.Browser, $"{ada.Link}/code");

        Assert.Equal($"{ada.Link}/code", answer.Headers.Location?.ToString());
        Assert.Contains("wants to be sure that your link reached you", page, StringComparison.Ordinal);
        Assert.Null((await ada.InvitationAsync()).OpenedAt);
    }

    [Fact]
    public async Task Cookie_OfALink_IsForItAloneAndForNoScript()
    {
        using Invited ada = await Invited.CreateAsync(portal);

        using HttpResponseMessage answer = await ada.GetAsync();

        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("headshots.link=", StringComparison.Ordinal));
        Assert.Matches(new Regex($"path={ada.Link};.*samesite=lax; httponly", RegexOptions.None, TimeSpan.FromSeconds(1)), cookie);
    }

    private static async Task ArriveAndAgreeAsync(Invited person)
    {
        using HttpResponseMessage arrived = await person.GetAsync();
        Assert.Equal(HttpStatusCode.OK, arrived.StatusCode);
        await person.AgreeAsync();
    }

    private static async Task<HttpResponseMessage> EnterAsync(HttpClient browser, Invited person, string code)
    {
        using FormUrlEncodedContent form = new([new("code", code)]);
        return await browser.PostAsync($"{person.Link}/code", form, Stop);
    }

    private static async Task<string> PageAsync(HttpClient browser, string address)
    {
        using HttpResponseMessage answer = await browser.GetAsync(address, Stop);
        return await Page.TextAsync(answer);
    }
}
