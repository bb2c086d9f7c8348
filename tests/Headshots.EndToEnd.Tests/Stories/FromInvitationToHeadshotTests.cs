using Headshots.EndToEnd.Tests.Browsers;
using Headshots.EndToEnd.Tests.Portal;
using Headshots.TestKit;
using Microsoft.Playwright;
using MimeKit;

namespace Headshots.EndToEnd.Tests.Stories;

/// <summary>The whole way, in the browser: kit, campaign, invitation, selfie, choice, review, download.</summary>
public sealed class FromInvitationToHeadshotTests(SampleProgram sample, Browser browser) : PortalTest(sample, browser)
{
    private const string Kit = "Offices";

    [Fact]
    public async Task Selfie_TakenWithTheCoach_EndsAsApprovedFilesOfTheKit()
    {
        Admin admin = await SignedInAsync();
        await admin.PublishKitAsync("bright-office", Kit);
        await admin.AddPersonAsync("Lena Camera", "lena.camera@contoso.example", "Trials");
        Guid campaign = await admin.CreateCampaignAsync("Camera drive", Kit, "Please send a photo by the end of the month.");
        await admin.InviteAsync("Lena Camera", campaign);

        MimeMessage mail = await Mailbox.WaitAsync(Sample.Program, "lena.camera@contoso.example");
        Assert.Contains("Please send a photo by the end of the month.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Please send a photo by the end of the month.", mail.HtmlBody, StringComparison.Ordinal);

        Employee lena = await OnPhoneAsync(Mailbox.LinkIn(mail));
        await lena.AgreeAsync();
        IReadOnlyList<string> advice = await lena.TakePhotoAsync();
        Assert.Equal(["Come a little closer.", "Great. Take the photo."], advice);
        await lena.JudgedAsync();
        await Assertions.Expect(lena.Verdicts.Locator(".pill-success")).ToHaveCountAsync(1);
        await lena.SendAsync();
        await lena.DevelopedAsync();
        await Assertions.Expect(lena.Page.Locator("label.candidate")).ToHaveCountAsync(3);
        await lena.ChooseAsync();
        await Assertions.Expect(lena.Page.GetByRole(AriaRole.Heading, new() { Name = "A good choice" })).ToBeVisibleAsync();

        await ApprovedAsync(new Invited("Lena Camera", "lena.camera@contoso.example", campaign, Mailbox.LinkIn(mail)), lena, ["1024×1024", "648×648", "800×800"]);
    }

    [Theory]
    [InlineData("A02")]
    [InlineData("A08")]
    public async Task Photo_OfARealPerson_EndsAsApprovedFilesOfTheKit(string photo)
    {
        string file = Directory.EnumerateFiles(SharedFiles.Require("photos/people"), photo + "_*").First();
        Admin admin = await SignedInAsync();
        Invited invited = await Invited.IntoSampleAsync(admin, $"Real {photo}");

        Employee person = await OnPhoneAsync(invited.Link);
        await person.AgreeAsync();
        await person.UploadAsync(file);
        await person.JudgedAsync();
        await person.SendAsync();
        await person.DevelopedAsync();
        await person.ChooseAsync();

        await ApprovedAsync(invited, person, ["1024×1024", "648×648", "96×96"]);
    }

    /// <summary>The reviewer approves; the employee sees it, the files are there in the kit's sizes, and the log tells the story.</summary>
    private async Task ApprovedAsync(Invited invited, Employee person, string[] sizes)
    {
        Reviewer rosa = new((await SignedInAsync("Rosa Reviewer")).Page);
        await rosa.OpenAsync(invited.Campaign, invited.Name);
        await rosa.ComparesAsync();
        await rosa.ApproveAsync();

        await person.Page.GotoAsync(invited.Link);
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your headshot is ready");

        IPage desk = (await SignedInAsync("Dev Directory")).Page;
        IReadOnlyList<DownloadedFile> files = await Download.OfAsync(desk, invited.Campaign, invited.Email);
        Assert.Equal(sizes.Order(StringComparer.Ordinal), files.Select(f => $"{f.Width}×{f.Height}").Order(StringComparer.Ordinal));

        IPage log = (await SignedInAsync("Ada Auditor")).Page;
        await log.GotoAsync($"admin/audit?actor={Uri.EscapeDataString(invited.Name)}");
        foreach (string action in (string[])["Opened a link", "Agreed to the use of photos", "Sent photos", "Chose a headshot"])
        {
            await Assertions.Expect(log.Locator("#entries")).ToContainTextAsync(action);
        }

        await log.GotoAsync("admin/audit?actor=Rosa");
        await Assertions.Expect(log.Locator("#entries")).ToContainTextAsync("Approved a headshot");
    }
}
