using Headshots.EndToEnd.Tests.Browsers;
using Headshots.EndToEnd.Tests.Portal;
using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Mishaps;

/// <summary>People who click twice, go back, or have the page open twice.</summary>
public sealed class ImpatienceTests(SampleProgram sample, Browser browser) : PortalTest(sample, browser)
{
    [Fact]
    public async Task Send_ClickedTwice_SendsOnce()
    {
        (Admin admin, Invited invited, Employee person) = await WithPhotoAsync("Dora Double");

        await person.Send.DblClickAsync();
        await person.Page.WaitForURLAsync(url => url.Contains("/status", StringComparison.Ordinal) || url.Contains("/choose", StringComparison.Ordinal));

        await Assertions.Expect(person.Page.Locator("main")).Not.ToContainTextAsync("Your photos were sent already.");
        await admin.OpenPersonAsync(invited.Name);
        await Assertions.Expect(admin.Page.Locator("article.card")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Send_InTwoTabs_BothShowWhereItStands()
    {
        (_, _, Employee person) = await WithPhotoAsync("Tara Tabs");
        IPage second = await person.Page.Context.NewPageAsync();
        await second.GotoAsync(person.Page.Url);
        Employee other = new(second, person.Page.Url);

        await person.SendAsync();
        await other.SendAsync();

        Assert.Matches("/(status|choose)$", second.Url);
    }

    [Fact]
    public async Task Consent_InTwoTabs_LeadsBothToThePhotos()
    {
        Admin admin = await SignedInAsync();
        Invited invited = await Invited.IntoSampleAsync(admin, "Cleo Consent");
        Employee first = await OnPhoneAsync(invited.Link);
        IPage second = await first.Page.Context.NewPageAsync();
        await second.GotoAsync(invited.Link);

        await first.AgreeAsync();
        await second.GetByRole(AriaRole.Checkbox).CheckAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Agree and continue" }).ClickAsync();

        await second.WaitForURLAsync("**/photos");
    }

    [Fact]
    public async Task Back_AfterSending_LeadsForwardAgain()
    {
        (_, _, Employee person) = await WithPhotoAsync("Bea Back");
        await person.SendAsync();

        await person.Page.GoBackAsync();
        if (await person.Send.CountAsync() > 0)
        {
            // The browser shows the page as it was; sending again must not be an error.
            await person.SendAsync();
        }

        await person.Page.WaitForURLAsync(url => url.Contains("/status", StringComparison.Ordinal) || url.Contains("/choose", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Consent_NotTicked_SaysWhatIsMissing()
    {
        Admin admin = await SignedInAsync();
        Invited invited = await Invited.IntoSampleAsync(admin, "Nina Nottick");
        IPage phone = await PhoneAsync();
        await phone.GotoAsync(invited.Link);

        await phone.EvaluateAsync("document.querySelector('form[method=post]').noValidate = true");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Agree and continue" }).ClickAsync();

        await Assertions.Expect(phone.Locator("#agreed-error")).Not.ToBeEmptyAsync();
        await Assertions.Expect(phone.GetByRole(AriaRole.Checkbox)).ToHaveAttributeAsync("aria-invalid", "true");
    }

    private async Task<(Admin Admin, Invited Invited, Employee Person)> WithPhotoAsync(string name)
    {
        Admin admin = await SignedInAsync();
        Invited invited = await Invited.IntoSampleAsync(admin, name);
        Employee person = await OnPhoneAsync(invited.Link);
        await person.AgreeAsync();
        await person.UploadAsync(SitterPhoto.Path);
        await person.JudgedAsync();
        return (admin, invited, person);
    }
}
