using Headshots.Core.Headshots;
using Headshots.Core.Privacy;
using Headshots.Core.Reviews;
using Headshots.Core.Submissions;
using Headshots.Core.Tests.Company;

namespace Headshots.Core.Tests.Rendering;

/// <summary>The selfie in a headshot's crop is a piece of the selfie: it is kept as carefully and goes with it.</summary>
public sealed class BeforeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_AJob_KeepsTheCropBesideTheRenditionsAndNotAmongThem()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.SentAsync("good:80");

        await company.RenderAsync();

        IReadOnlyList<Headshot> candidates = await guest.CandidatesAsync();
        Assert.Equal(3, candidates.Select(c => c.Before!.BlobKey).Distinct().Count());
        Assert.All(candidates, candidate =>
        {
            Assert.StartsWith(PhotoKeys.Person(guest.PersonId), candidate.Before!.BlobKey, StringComparison.Ordinal);
            Assert.EndsWith("/before.jpg", candidate.Before.BlobKey, StringComparison.Ordinal);
            Assert.Equal(["headshot", "slack"], candidate.Renditions.Select(r => r.Name));
        });
        Assert.Equal(3, Crops(company));
    }

    [Fact]
    public async Task Sweep_AfterAnHour_LeavesTheCropOfAHeadshot()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        _ = await company.SentAsync("good:80");
        await company.RenderAsync();

        Assert.Equal(0, await company.DoAsync((SweepOrphans use) => use.HandleAsync(company.Tenant, TimeSpan.Zero, Stop)));
        Assert.Equal(3, Crops(company));
    }

    [Fact]
    public async Task DeleteOldSelfies_WhenTheirTimeIsOver_DeletesTheCropsAndLeavesTheHeadshots()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (Guest guest, Headshot chosen) = await company.ChosenAsync();
        await company.DoAsync((ReviewHeadshots use) => use.HandleAsync(company.Staff, new ReviewRequest([chosen.Id], true, null), Stop));
        company.Time.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, await company.DoAsync((DeleteOldSelfies use) => use.HandleAsync(company.Tenant, Stop)));
        await company.DoAsync((CarryOutErasures use) => use.HandleAsync(company.Tenant, Stop));

        Assert.Equal(0, Crops(company));
        Assert.Empty(company.Files("selfies/"));
        Assert.All(await guest.CandidatesAsync(), candidate => Assert.Null(candidate.Before));
        Assert.Contains(company.Files("headshots/"), file => file.EndsWith("/0.jpg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DeleteOldSelfies_AfterARenderThatHadBegunBefore_DeletesItsCropsToo()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        (Guest guest, Headshot chosen) = await company.ChosenAsync();
        await company.DoAsync((ReviewHeadshots use) => use.HandleAsync(company.Staff, new ReviewRequest([chosen.Id], true, null), Stop));
        company.Time.Advance(TimeSpan.FromDays(31));
        Guid kit = company.KitId;
        await company.PublishChangedAsync();
        Assert.Equal(1, (await company.DoAsync((Core.Rendering.RenderAgain use) => use.HandleAsync(company.Staff, kit, Stop))).Value);
        company.Studio.Rendering = (_, _) => company.DoAsync((DeleteOldSelfies use) => use.HandleAsync(company.Tenant, Stop));

        await company.RenderAsync();
        await company.DoAsync((DeleteOldSelfies use) => use.HandleAsync(company.Tenant, Stop));
        await company.DoAsync((CarryOutErasures use) => use.HandleAsync(company.Tenant, Stop));

        Assert.All(await guest.CandidatesAsync(), candidate => Assert.Null(candidate.Before));
        Assert.Equal(0, Crops(company));
    }

    private static int Crops(TestCompany company) => company.Files("headshots/").Count(file => file.EndsWith("/before.jpg", StringComparison.Ordinal));
}
