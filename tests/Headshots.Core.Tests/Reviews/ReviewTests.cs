using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Core.Tests.Company;

namespace Headshots.Core.Tests.Reviews;

public sealed class ReviewTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Approve_ThenUndo_WaitsAgain()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (Guest guest, Headshot chosen) = await company.ChosenAsync();

        Assert.Equal(1, (await ApproveAsync(company, chosen.Id)).Value);
        Assert.Equal((chosen.Id, PhotoStage.Approved), await PersonAsync(company, guest));
        Assert.True((await UndoAsync(company, chosen.Id)).Ok);

        Assert.Equal((null, PhotoStage.Chosen), await PersonAsync(company, guest));
        Assert.Equal(InvitationStage.Chosen, (await guest.InvitationAsync()).Stage);
        Assert.Equal(HeadshotProblems.NothingToUndo, (await UndoAsync(company, chosen.Id)).Problem);
        Assert.Equal(1, (await ApproveAsync(company, chosen.Id)).Value);
    }

    [Fact]
    public async Task Approve_BySixAtOnce_ApprovesOnce()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (_, Headshot chosen) = await company.ChosenAsync();

        Result<int>[] results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ApproveAsync(company, chosen.Id))));

        Assert.Single(results, r => r.Ok);
        Assert.Single(await company.DoAsync((IReviewStore s) => s.OfHeadshotAsync(company.Tenant, chosen.Id, Stop)));
    }

    [Fact]
    public async Task Approve_ASecondHeadshot_SupersedesTheFirstAndUndoBringsItBack()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (Guest guest, Headshot first) = await company.ChosenAsync();
        await ApproveAsync(company, first.Id);
        Guest again = await company.InviteAsync(guest.PersonId, await company.AddCampaignAsync());
        await again.SendAsync("good:90");
        await company.RenderAsync();
        Headshot second = await again.ChooseAsync(1);

        await ApproveAsync(company, second.Id);
        Assert.Equal((second.Id, PhotoStage.Approved), await PersonAsync(company, guest));
        Assert.Equal(HeadshotState.Superseded, await StateAsync(company, first.Id));
        Assert.True((await UndoAsync(company, second.Id)).Ok);

        Assert.Equal((first.Id, PhotoStage.Approved), await PersonAsync(company, guest));
        Assert.Equal(HeadshotState.Approved, await StateAsync(company, first.Id));
        Assert.Equal(HeadshotState.Chosen, await StateAsync(company, second.Id));
    }

    [Fact]
    public async Task Reject_WithAReason_AsksForAnotherPhotoThatCanBeSent()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (Guest guest, Headshot chosen) = await company.ChosenAsync();
        company.Time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(HeadshotProblems.ReasonNeeded, (await RejectAsync(company, chosen.Id, " ")).Problem);
        Assert.Equal(1, (await RejectAsync(company, chosen.Id, "Please without sunglasses.")).Value);

        Invitation invitation = await guest.InvitationAsync();
        Assert.Equal((InvitationStage.Retake, "Please without sunglasses."), (invitation.Stage, invitation.RetakeReason));
        company.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Contains(await company.DoAsync((IMailOutbox s) => s.DueAsync(company.Tenant, company.Now, 10, Stop)), m => m.Kind == MailKind.Retake);
        Assert.True((await guest.StartOverAsync()).Ok);
        Assert.True((await guest.AddAsync("good:90")).Ok);
        Assert.True((await guest.PressSendAsync()).Ok);
        Assert.Equal(HeadshotProblems.UndoTooLate, (await UndoAsync(company, chosen.Id)).Problem);
        await company.RenderAsync();
        Headshot better = await guest.ChooseAsync(0);
        Assert.Equal(1, (await ApproveAsync(company, better.Id)).Value);
    }

    [Theory]
    [InlineData(90, 0.5, 0, true)]
    [InlineData(79, 0.5, 0, false)]
    [InlineData(90, 2.5, 0, false)]
    [InlineData(90, null, 0, false)]
    [InlineData(90, 0.5, 1, false)]
    public async Task Choose_WithARule_ApprovesOnlyWhenAllOfItHolds(double score, double? drift, int warnings, bool approved)
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Tenant tenant = (await company.DoAsync((ITenantStore s) => s.FindAsync(company.Tenant, Stop)))!;
        await company.DoAsync((ChangeTenant use) => use.HandleAsync(
            company.Staff,
            new ChangeTenantRequest(tenant.Name, tenant.ContactEmail, new TenantSettings { AutoApproval = new AutoApprovalRule(80, 2, true) }, tenant.Version),
            Stop));
        (company.Studio.Score, company.Studio.Drift) = (score, drift);
        company.Studio.Warnings = [.. Enumerable.Repeat(new Core.Rendering.VerdictReason("soft", "Soft.", "Hold still."), warnings)];

        (Guest guest, Headshot chosen) = await company.ChosenAsync();

        Assert.Equal(approved ? HeadshotState.Approved : HeadshotState.Chosen, await StateAsync(company, chosen.Id));
        Assert.Equal(approved ? chosen.Id : null, (await company.PersonAsync(guest.PersonId)).HeadshotId);
        Assert.Equal(approved, (await company.DoAsync((IReviewStore s) => s.OfHeadshotAsync(company.Tenant, chosen.Id, Stop))).Any(r => r.Decision == ReviewDecision.ApprovedByRule));
    }

    [Fact]
    public async Task Choose_Another_BeforeAReview_IsAllowedAndAfterwardsNot()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (Guest guest, Headshot first) = await company.ChosenAsync();
        Headshot second = await guest.ChooseAsync(1);

        Assert.Equal((HeadshotState.Candidate, HeadshotState.Chosen), (await StateAsync(company, first.Id), await StateAsync(company, second.Id)));
        await ApproveAsync(company, second.Id);
        Assert.Equal(HeadshotProblems.NotACandidate, (await guest.PressChooseAsync(first.Id)).Problem);
        Assert.Equal(HeadshotProblems.AlreadyApproved, (await guest.StartOverAsync()).Problem);
    }

    [Fact]
    public async Task Choose_AnothersHeadshot_IsNotFound()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (_, Headshot theirs) = await company.ChosenAsync();
        (Guest guest, _) = await company.ChosenAsync();

        Assert.Equal(SharedProblems.NotFound, (await guest.PressChooseAsync(theirs.Id)).Problem);
    }

    private static Task<Result<int>> ApproveAsync(TestCompany company, Guid id) =>
        company.DoAsync((ReviewHeadshots use) => use.HandleAsync(company.Staff, new ReviewRequest([id], true, null), Stop));

    private static Task<Result<int>> RejectAsync(TestCompany company, Guid id, string reason) =>
        company.DoAsync((ReviewHeadshots use) => use.HandleAsync(company.Staff, new ReviewRequest([id], false, reason), Stop));

    private static Task<Result<Done>> UndoAsync(TestCompany company, Guid id) => company.DoAsync((UndoReview use) => use.HandleAsync(company.Staff, id, Stop));

    private static async Task<(Guid?, PhotoStage)> PersonAsync(TestCompany company, Guest guest)
    {
        Person person = await company.PersonAsync(guest.PersonId);
        return (person.HeadshotId, person.Stage);
    }

    private static async Task<HeadshotState> StateAsync(TestCompany company, Guid id) =>
        (await company.DoAsync((IHeadshotStore s) => s.FindAsync(company.Tenant, id, Stop)))!.State;
}
