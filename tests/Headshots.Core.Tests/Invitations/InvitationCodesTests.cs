using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.Shared;
using Headshots.Core.Tests.Company;

namespace Headshots.Core.Tests.Invitations;

public sealed class InvitationCodesTests
{
    private static readonly string _desk = new('d', InvitationDevices.SecretLength);
    private static readonly string _phone = new('p', InvitationDevices.SecretLength);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Claim_ByTheFirstDevice_ShutsOutTheSecond()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.InviteAsync();

        Assert.True(await IsInAsync(company, guest, _phone));
        Assert.True((await ClaimAsync(guest, _desk)).Ok);

        Assert.True(await IsInAsync(company, guest, _desk));
        Assert.False(await IsInAsync(company, guest, _phone));
        Assert.False(await IsInAsync(company, guest, null));
        Assert.Equal(InvitationProblems.CodeNeeded, (await ClaimAsync(guest, _phone)).Problem);
        Assert.DoesNotContain(_desk, (await guest.InvitationAsync()).Devices);
    }

    [Fact]
    public async Task Enter_RightCode_LetsInOnce()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await ClaimedAsync(company);
        Assert.Equal(InvitationProblems.CodeOver, (await EnterAsync(guest, "000000", _phone)).Problem);
        Assert.True((await SendAsync(guest)).Ok);
        string code = await CodeAsync(company, guest);

        Result<Done> entered = await EnterAsync(guest, $" {code[..3]} {code[3..]}", _phone);

        Assert.True(entered.Ok);
        Assert.True(await IsInAsync(company, guest, _phone));
        Assert.True(await IsInAsync(company, guest, _desk));
        Assert.Equal(InvitationProblems.CodeOver, (await EnterAsync(guest, code, new string('x', InvitationDevices.SecretLength))).Problem);
    }

    [Fact]
    public async Task Enter_FiveWrongCodes_EndsTheRightOneToo()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await ClaimedAsync(company);
        await SendAsync(guest);
        string right = await CodeAsync(company, guest);
        string wrong = right == "000000" ? "000001" : "000000";
        for (int i = 0; i < InvitationCodes.MaxTries; i++)
        {
            Assert.Equal(InvitationProblems.CodeWrong, (await EnterAsync(guest, wrong, _phone)).Problem);
        }

        Assert.Equal(InvitationProblems.CodeOver, (await EnterAsync(guest, right, _phone)).Problem);
        Assert.False(await IsInAsync(company, guest, _phone));
    }

    [Fact]
    public async Task Enter_ManyWrongCodesAtOnce_CountsEachThatIsToldWrong()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await ClaimedAsync(company);
        await SendAsync(guest);
        string wrong = await CodeAsync(company, guest) == "000000" ? "000001" : "000000";

        Result<Done>[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => EnterAsync(guest, wrong, _phone))));

        int told = answers.Count(a => a.Problem == InvitationProblems.CodeWrong);
        Assert.Equal(told, (await guest.InvitationAsync()).CodeTries);
        Assert.InRange(told, 1, InvitationCodes.MaxTries);
    }

    [Fact]
    public async Task Enter_TheCodeBefore_IsWrong()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await ClaimedAsync(company);
        await SendAsync(guest);
        string before = await CodeAsync(company, guest);
        company.Time.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(guest);

        Assert.NotEqual(before, await CodeAsync(company, guest));
        Assert.Equal(InvitationProblems.CodeWrong, (await EnterAsync(guest, before, _phone)).Problem);
    }

    [Fact]
    public async Task Enter_AfterTenMinutes_IsOver()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await ClaimedAsync(company);
        await SendAsync(guest);
        company.Time.Advance(InvitationCodes.Lifetime);

        Assert.Equal(InvitationProblems.CodeOver, (await EnterAsync(guest, await CodeAsync(company, guest), _phone)).Problem);
    }

    [Fact]
    public async Task Send_AgainAndAgain_MustBeWaitedForTwiceAsLong()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await ClaimedAsync(company);
        for (int minutes = 1; minutes <= 8; minutes *= 2)
        {
            Assert.True((await SendAsync(guest)).Ok);
            company.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Result<Done> early = await SendAsync(guest);
            Assert.Equal("invitation_code_too_soon", early.Problem?.Code);
            company.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(4, (await company.DoAsync((IMailOutbox s) => s.DueAsync(company.Tenant, company.Now, 50, Stop))).Count(m => m.Kind == MailKind.Code));
    }

    [Fact]
    public async Task TakeOver_ByScanning_LetsInForTenMinutesAndOnlyHere()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await ClaimedAsync(company);
        Guest other = await ClaimedAsync(company);
        string handover = await company.DoAsync(async (InvitationDevices use) => use.Handover(await OpenedAsync(company, guest)));

        Assert.False((await TakeOverAsync(other, handover)).Ok);
        Assert.False((await TakeOverAsync(guest, handover + "A")).Ok);
        Assert.False((await TakeOverAsync(guest, "9" + handover)).Ok);
        Assert.False((await TakeOverAsync(guest, null)).Ok);
        Assert.True((await TakeOverAsync(guest, handover)).Ok);
        Assert.True(await IsInAsync(company, guest, _phone));
        company.Time.Advance(InvitationDevices.HandoverTime + TimeSpan.FromSeconds(1));
        Assert.False((await TakeOverAsync(guest, handover, new string('x', InvitationDevices.SecretLength))).Ok);
    }

    [Fact]
    public async Task Renew_ALinkThatWasClaimed_IsFreeAgain()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await ClaimedAsync(company);

        await company.DoAsync((RenewInvitation use) => use.HandleAsync(company.Staff, guest.InvitationId, Stop));

        Assert.Empty((await guest.InvitationAsync()).Devices);
    }

    private static async Task<Guest> ClaimedAsync(TestCompany company)
    {
        Guest guest = await company.InviteAsync();
        Assert.True((await ClaimAsync(guest, _desk)).Ok);
        return guest;
    }

    private static async Task<OpenedInvitation> OpenedAsync(TestCompany company, Guest guest) =>
        (await company.DoAsync((OpenInvitation open) => open.FindAsync(guest.Token, Stop))).Value;

    private static async Task<bool> IsInAsync(TestCompany company, Guest guest, string? device) => InvitationDevices.IsIn(await OpenedAsync(company, guest), device);

    private static Task<Result<Done>> ClaimAsync(Guest guest, string device) =>
        guest.ClickAsync((InvitationDevices use, OpenedInvitation opened) => use.ClaimAsync(opened, device, Stop));

    private static Task<Result<Done>> TakeOverAsync(Guest guest, string? handover, string? device = null) =>
        guest.ClickAsync((InvitationDevices use, OpenedInvitation opened) => use.TakeOverAsync(opened, handover, device ?? _phone, Stop));

    private static Task<Result<Done>> SendAsync(Guest guest) => guest.ClickAsync((InvitationCodes use, OpenedInvitation opened) => use.SendAsync(opened, Stop));

    private static Task<Result<Done>> EnterAsync(Guest guest, string code, string device) =>
        guest.ClickAsync((InvitationCodes use, OpenedInvitation opened) => use.EnterAsync(opened, code, device, Stop));

    private static async Task<string> CodeAsync(TestCompany company, Guest guest)
    {
        Invitation invitation = await guest.InvitationAsync();
        return await company.DoAsync((InvitationCodes codes) => Task.FromResult(codes.CodeOf(invitation)));
    }
}
