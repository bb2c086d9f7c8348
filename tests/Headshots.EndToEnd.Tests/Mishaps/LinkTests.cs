using System.Net;
using Headshots.EndToEnd.Tests.Browsers;
using Headshots.EndToEnd.Tests.Portal;
using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Mishaps;

/// <summary>Links that lead nowhere, or no further.</summary>
public sealed class LinkTests(SampleProgram sample, Browser browser) : PortalTest(sample, browser)
{
    [Fact]
    public async Task Link_Guessed_SaysWhereToFindTheRightOne()
    {
        IPage phone = await PhoneAsync();

        IResponse? answer = await phone.GotoAsync("i/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        Assert.Equal((int)HttpStatusCode.NotFound, answer!.Status);
        await SaysAsync(phone, "This link does not lead anywhere.", "Open the newest mail about your photo, or ask whoever sent you the link.");
    }

    [Fact]
    public async Task Link_Expired_SaysThatANewOneTakesOneClick()
    {
        string token = await LongAgo.InviteAsync(Sample.Program.DataFolder, "Elsa Expired", "elsa.expired@contoso.example");
        IPage phone = await PhoneAsync();

        IResponse? answer = await phone.GotoAsync($"i/{token}");

        Assert.Equal((int)HttpStatusCode.Gone, answer!.Status);
        await SaysAsync(phone, "This link has expired.", "Ask whoever sent you the link for a new one; it takes them one click.");
    }

    [Fact]
    public async Task Link_TakenBack_SaysWhomToAsk()
    {
        Admin admin = await SignedInAsync();
        Invited invited = await Invited.IntoSampleAsync(admin, "Rita Revoked");
        await admin.TakeLinkBackAsync(invited);
        IPage phone = await PhoneAsync();

        IResponse? answer = await phone.GotoAsync(invited.Link);

        Assert.Equal((int)HttpStatusCode.Gone, answer!.Status);
        await SaysAsync(phone, "This link was taken back.", "Ask whoever sent you the link whether there is a new one.");
    }

    [Fact]
    public async Task Link_ReplacedByANewOne_EndsAtOnce()
    {
        Admin admin = await SignedInAsync();
        Invited invited = await Invited.IntoSampleAsync(admin, "Nora Renewed");
        string fresh = await admin.RenewLinkAsync(invited);
        IPage phone = await PhoneAsync();

        Assert.NotEqual(invited.Link, fresh);
        await phone.GotoAsync(invited.Link);
        await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("This link");
        await phone.GotoAsync(fresh);
        await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Nora Renewed");
    }

    /// <summary>
    /// Whoever has sent photos and opens the mail again sees how far they are, and cannot begin a second time; on another device
    /// they are asked who they are.
    /// </summary>
    [Fact]
    public async Task Link_UsedAgainAfterSending_ShowsWhereItStands()
    {
        Admin admin = await SignedInAsync();
        Invited invited = await Invited.IntoSampleAsync(admin, "Rena Reused");
        Employee first = await OnPhoneAsync(invited.Link);
        await first.AgreeAsync();
        await first.UploadAsync(SitterPhoto.Path);
        await first.JudgedAsync();
        await first.SendAsync();

        await first.Page.GotoAsync(invited.Link);
        Employee elsewhere = await OnPhoneAsync(invited.Link);
        await elsewhere.Page.GotoAsync(invited.Link);

        Assert.Matches("/(status|choose)$", first.Page.Url);
        Assert.EndsWith("/code", elsewhere.Page.Url, StringComparison.Ordinal);
    }

    private static async Task SaysAsync(IPage page, string message, string advice)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(message);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(advice);
    }
}
