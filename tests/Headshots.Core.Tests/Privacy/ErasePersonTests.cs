using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Privacy;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Tests.Company;

namespace Headshots.Core.Tests.Privacy;

public sealed class ErasePersonTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Handle_OfAnApprovedHeadshot_CountsNothingOfItAnyMore()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (Guest guest, Headshot chosen) = await company.ChosenAsync();
        Assert.Equal(1, (await company.DoAsync((ReviewHeadshots use) => use.HandleAsync(company.Staff, new ReviewRequest([chosen.Id], true, null), Stop))).Value);
        Assert.Equal(InvitationStage.Approved, (await guest.InvitationAsync()).Stage);

        Result<Done> erased = await company.DoAsync((ErasePerson use) => use.HandleAsync(company.Staff, guest.PersonId, forget: false, Stop));

        Assert.True(erased.Ok);
        Invitation left = await guest.InvitationAsync();
        Assert.Equal(InvitationStage.Opened, left.Stage);
        Assert.NotNull(left.RevokedAt);
        Assert.Equal((null, null, null, null), (left.SubmittedAt, left.RenderedAt, left.ChosenAt, left.ApprovedAt));
    }
}
