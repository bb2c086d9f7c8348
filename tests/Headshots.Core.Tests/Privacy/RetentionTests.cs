using Headshots.Core.Headshots;
using Headshots.Core.People;
using Headshots.Core.Privacy;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;
using Headshots.Core.Tests.Company;

namespace Headshots.Core.Tests.Privacy;

public sealed class RetentionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeleteOldSelfies_ThirtyDaysAfterApproval_DeletesThemAndKeepsTheHeadshot()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (Guest guest, Headshot chosen) = await company.ChosenAsync();
        await company.DoAsync((ReviewHeadshots use) => use.HandleAsync(company.Staff, new ReviewRequest([chosen.Id], Approve: true, null), Stop));

        company.Time.Advance(TimeSpan.FromDays(29.9));
        Assert.Equal(0, await company.DoAsync((DeleteOldSelfies use) => use.HandleAsync(company.Tenant, Stop)));
        company.Time.Advance(TimeSpan.FromDays(0.2));
        Assert.Equal(1, await company.DoAsync((DeleteOldSelfies use) => use.HandleAsync(company.Tenant, Stop)));
        await company.DoAsync((CarryOutErasures use) => use.HandleAsync(company.Tenant, Stop));

        Assert.Empty(company.Files("selfies"));
        Assert.NotEmpty(company.Files(guest.PersonId.ToString("N")));
    }

    [Fact]
    public async Task EraseLeavers_AfterTheDaysOfTheSetting_ForgetsThemAndNobodyElse()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest gone = await company.SentAsync("good:80"), stays = await company.SentAsync("good:80"), back = await company.SentAsync("good:80");
        await LeaveAsync(company, gone.PersonId, left: true);
        await LeaveAsync(company, back.PersonId, left: true);
        await LeaveAsync(company, back.PersonId, left: false);

        company.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await company.DoAsync((EraseLeavers use) => use.HandleAsync(company.Tenant, Stop)));
        company.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await company.DoAsync((EraseLeavers use) => use.HandleAsync(company.Tenant, Stop)));

        Assert.Null(await company.DoAsync((IPersonStore s) => s.FindAsync(company.Tenant, gone.PersonId, Stop)));
        Assert.NotNull(await company.DoAsync((IPersonStore s) => s.FindAsync(company.Tenant, stays.PersonId, Stop)));
        Assert.NotNull(await company.DoAsync((IPersonStore s) => s.FindAsync(company.Tenant, back.PersonId, Stop)));
        Assert.Empty(company.Files(gone.PersonId.ToString("N")));
    }

    [Fact]
    public async Task EraseLeavers_WhereTheCompanyWantsNone_ForgetsNobody()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guid person = await company.AddPersonAsync();
        await LeaveAsync(company, person, left: true);
        await ChangeAsync(company, s => s with { LeaverRetentionDays = null });

        company.Time.Advance(TimeSpan.FromDays(4000));

        Assert.Equal(0, await company.DoAsync((EraseLeavers use) => use.HandleAsync(company.Tenant, Stop)));
    }

    [Fact]
    public async Task DeleteUnfinished_LongAfterTheLinkEnded_DeletesDraftsAndWhatNobodyChose()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest draft = await company.InviteAsync();
        Assert.True((await draft.ConsentAsync()).Ok);
        Assert.True((await draft.AddAsync("good:80")).Ok);
        Guest rendered = await company.SentAsync("good:80");
        await company.RenderAsync();
        (Guest chosen, _) = await company.ChosenAsync();

        // The campaign's links end after twenty days, and thirty more are given.
        company.Time.Advance(TimeSpan.FromDays(49));
        Assert.Equal(0, await company.DoAsync((DeleteUnfinished use) => use.HandleAsync(company.Tenant, Stop)));
        company.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(2, await company.DoAsync((DeleteUnfinished use) => use.HandleAsync(company.Tenant, Stop)));
        await company.DoAsync((CarryOutErasures use) => use.HandleAsync(company.Tenant, Stop));

        Assert.Empty(company.Files(draft.PersonId.ToString("N")));
        Assert.Empty(company.Files(rendered.PersonId.ToString("N")));
        Assert.NotEmpty(company.Files(chosen.PersonId.ToString("N")));
        Assert.Empty(await company.DoAsync((ISubmissionStore s) => s.OfPersonAsync(company.Tenant, draft.PersonId, Stop)));
        Assert.Equal(
            [ConsentEventKind.Lapsed, ConsentEventKind.Given],
            (await company.DoAsync((IConsentLedger l) => l.OfPersonAsync(company.Tenant, draft.PersonId, Stop))).Select(c => c.Kind));
    }

    [Fact]
    public async Task ForgetConsents_YearsAfterTheEnd_TakesTheProofsOfThoseWhoAreGone()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest gone = await company.SentAsync("good:80"), stays = await company.SentAsync("good:80");
        foreach ((Guest guest, bool forget) in new[] { (gone, true), (stays, false) })
        {
            Assert.True((await company.DoAsync((ErasePerson use) => use.HandleAsync(company.Staff, guest.PersonId, forget, Stop))).Ok);
        }

        company.Time.Advance(TimeSpan.FromDays(3 * 366));
        Assert.Equal(0, await company.DoAsync((ForgetConsents use) => use.HandleAsync(company.Tenant, Stop)));
        company.Time.Advance(TimeSpan.FromDays(366.1));
        Assert.Equal(2, await company.DoAsync((ForgetConsents use) => use.HandleAsync(company.Tenant, Stop)));

        Assert.Equal(2, (await company.DoAsync((IConsentLedger l) => l.OfPersonAsync(company.Tenant, stays.PersonId, Stop))).Count);
    }

    private static async Task LeaveAsync(TestCompany company, Guid person, bool left) =>
        Assert.True((await company.DoAsync((MarkPersonLeft use) => use.HandleAsync(company.Staff, person, left, Stop))).Ok);

    private static async Task ChangeAsync(TestCompany company, Func<TenantSettings, TenantSettings> change)
    {
        Tenant tenant = (await company.DoAsync((ITenantStore s) => s.FindAsync(company.Tenant, Stop)))!;
        Result<Done> changed = await company.DoAsync((ChangeTenant use) => use.HandleAsync(
            company.Staff, new ChangeTenantRequest(tenant.Name, tenant.ContactEmail, change(tenant.Settings), tenant.Version), Stop));
        Assert.True(changed.Ok, changed.Problem?.ToString());
    }
}
