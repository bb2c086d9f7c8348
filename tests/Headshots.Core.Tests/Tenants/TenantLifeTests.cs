using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Core.Tests.Company;

namespace Headshots.Core.Tests.Tenants;

public sealed class TenantLifeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Suspended_LinksAreClosedAndWithdrawingIsNot()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.InviteAsync();

        await company.DoAsync((SuspendTenant use) => use.SuspendAsync(company.Tenant, Stop));

        Assert.Equal(InvitationProblems.CompanyClosed, (await OpenAsync(company, guest)).Problem);
        Assert.True((await company.DoAsync((OpenInvitation use) => use.FindAsync(guest.Token, Stop, evenIfClosed: true))).Ok);

        await company.DoAsync((SuspendTenant use) => use.ResumeAsync(company.Tenant, Stop));
        Assert.True((await OpenAsync(company, guest)).Ok);
    }

    [Fact]
    public async Task Deletion_WithAnotherName_IsRefused()
    {
        await using TestCompany company = await TestCompany.OpenAsync();

        Assert.Equal(TenantProblems.NameDiffers, (await ScheduleAsync(company, "company")).Problem);
        Assert.Null((await TenantAsync(company))!.DeletionDueAt);
    }

    [Fact]
    public async Task Deletion_WithinItsDays_ClosesLinksAndCanBeTakenBack()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.SentAsync("good:80");

        DateTimeOffset due = (await ScheduleAsync(company, " Company ")).Value;
        company.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(due, (await ScheduleAsync(company, "Company")).Value);
        Assert.Equal(company.Now.AddDays(6), due);
        Assert.Equal(InvitationProblems.CompanyClosed, (await OpenAsync(company, guest)).Problem);
        Assert.False(await WhenDueAsync(company));

        Assert.True((await company.DoAsync((ScheduleTenantDeletion use) => use.CancelAsync(company.Staff, Stop))).Ok);
        company.Time.Advance(TimeSpan.FromDays(30));
        Assert.False(await WhenDueAsync(company));
        Assert.NotNull(await TenantAsync(company));
        Assert.NotEmpty(company.Files());
    }

    [Fact]
    public async Task Deletion_WhenItsDayHasCome_LeavesNothingOfItAndAllOfOthers()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        await company.SentAsync("good:80");
        await company.RenderAsync();
        TenantId other = (await company.DoAsync((CreateTenant use) => use.HandleAsync(new CreateTenantRequest("Other", "Otto", "otto@example.com", null), Stop))).Value;
        await company.DoAsync(async (IBlobStore blobs) => await blobs.PutAsync(other, "kit-assets/a.jpg", new MemoryStream([1, 2, 3]), Stop));
        await ScheduleAsync(company, "Company");

        company.Time.Advance(ScheduleTenantDeletion.Grace);
        Assert.True(await WhenDueAsync(company));

        Assert.Null(await TenantAsync(company));
        Assert.Single(company.Files());
        Assert.NotNull(await company.DoAsync((ITenantStore store) => store.FindAsync(other, Stop)));
        Assert.False(await WhenDueAsync(company));
    }

    [Fact]
    public async Task Create_WithARealm_FindsTheCompanyByItAndMakesNoOwnerOfAnAddress()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guid directory = new("11111111-2222-4333-8444-555555555555");
        CreateTenantRequest request = new("Contoso", "Olga", "olga@contoso.example", null) { Realm = SignInRealm.Entra(directory) };

        TenantId created = (await CreateAsync(company, request)).Value;

        Assert.Equal(created, await company.DoAsync((ITenantStore store) => store.FindByRealmAsync(SignInRealm.Entra(directory), Stop)));
        Assert.Empty(await company.DoAsync((ITenantStore store) => store.MembersAsync(created, Stop)));
        Assert.Equal(TenantProblems.RealmTaken, (await CreateAsync(company, request)).Problem);
    }

    [Theory]
    [InlineData("contoso.com", null)]
    [InlineData("entra:contoso", null)]
    [InlineData("ftp://login.example.com", null)]
    [InlineData(null, "oid")]
    [InlineData("https://login.example.com", "")]
    public async Task Create_WithARealmThatIsNone_IsRefused(string? realm, string? subject)
    {
        await using TestCompany company = await TestCompany.OpenAsync();

        Result<TenantId> created = await CreateAsync(company, new CreateTenantRequest("Contoso", "Olga", "olga@contoso.example", null) { Realm = realm, OwnerSubject = subject });

        Assert.NotEmpty(created.Problem!.Fields);
    }

    [Fact]
    public async Task Domains_AddressOutside_IsAnErrorOfTheRowTheFormAndTheInvitation()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guid before = await company.AddPersonAsync("Early Bird");
        await AllowAsync(company, "contoso.com", "contoso.de");
        PersonDetails outside = new("Otto", "otto@contoso.com.evil.example", "Sales", string.Empty);

        IReadOnlyList<ImportedRow> rows = (await company.DoAsync((ImportPeople use) => use.PreviewAsync(
            company.Staff, [new ImportRow(2, outside), new ImportRow(3, outside with { Email = "anna@CONTOSO.de" }), new ImportRow(4, outside with { Email = "x@sub.contoso.com" })], Stop))).Value;
        Assert.Equal([ImportChange.Error, ImportChange.Add, ImportChange.Error], rows.Select(r => r.Change));
        Assert.Equal([PersonProblems.DomainNotAllowed], rows[0].Errors);
        Assert.Equal("Email", Assert.Single((await SaveAsync(company, null, outside)).Problem!.Fields).Field);

        // Who was there before the rule keeps their address, and is not invited.
        Person bird = await company.PersonAsync(before);
        Assert.True((await SaveAsync(company, bird, new PersonDetails("Early B. Bird", bird.Email, "Sales", string.Empty))).Ok);
        Result<int> invited = await company.DoAsync((InvitePeople use) => use.HandleAsync(company.Staff, company.CampaignId, [before], sendMail: true, Stop));
        Assert.Equal("campaign_outside_domains", invited.Problem?.Code);
        Assert.Contains("Early B. Bird", invited.Problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("contoso.com/x")]
    [InlineData("-contoso.com")]
    [InlineData("a@contoso.com")]
    public async Task Domains_ThatAreNone_AreRefused(string domain)
    {
        await using TestCompany company = await TestCompany.OpenAsync();

        Assert.NotEmpty((await TryAllowAsync(company, domain)).Problem!.Fields);
    }

    private static Task<Result<OpenedInvitation>> OpenAsync(TestCompany company, Guest guest) => company.DoAsync((OpenInvitation use) => use.HandleAsync(guest.Token, Stop));

    private static Task<Result<DateTimeOffset>> ScheduleAsync(TestCompany company, string name) =>
        company.DoAsync((ScheduleTenantDeletion use) => use.ScheduleAsync(company.Staff, name, Stop));

    private static Task<bool> WhenDueAsync(TestCompany company) => company.DoAsync((DeleteTenant use) => use.WhenDueAsync(company.Tenant, Stop));

    private static Task<Tenant?> TenantAsync(TestCompany company) => company.DoAsync((ITenantStore store) => store.FindAsync(company.Tenant, Stop));

    private static Task<Result<TenantId>> CreateAsync(TestCompany company, CreateTenantRequest request) => company.DoAsync((CreateTenant use) => use.HandleAsync(request, Stop));

    private static Task<Result<Guid>> SaveAsync(TestCompany company, Person? person, PersonDetails details) =>
        company.DoAsync((SavePerson use) => use.HandleAsync(company.Staff, new SavePersonRequest(person?.Id, details, person?.Version ?? 0), Stop));

    private static async Task AllowAsync(TestCompany company, params string[] domains)
    {
        Result<Done> changed = await TryAllowAsync(company, domains);
        Assert.True(changed.Ok, changed.Problem?.ToString());
    }

    private static async Task<Result<Done>> TryAllowAsync(TestCompany company, params string[] domains)
    {
        Tenant tenant = (await TenantAsync(company))!;
        return await company.DoAsync((ChangeTenant use) => use.HandleAsync(
            company.Staff, new ChangeTenantRequest(tenant.Name, tenant.ContactEmail, tenant.Settings with { AllowedDomains = domains }, tenant.Version), Stop));
    }
}
