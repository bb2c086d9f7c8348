using Headshots.Core.Credits;
using Headshots.Core.Invitations;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Tests.Company;

namespace Headshots.Core.Tests.Credits;

public sealed class CreditsTests
{
    [Fact]
    public async Task Render_OnePersonAgain_CostsOneCredit()
    {
        await using TestCompany company = await TestCompany.OpenAsync(credits: 3);
        Guest guest = await company.SentAsync("good:80");
        await company.RenderAsync();
        await guest.StartOverAsync();
        await guest.AddAsync("good:90");
        await guest.PressSendAsync();
        await company.RenderAsync();

        Assert.Equal(2, await company.BalanceAsync());
    }

    [Fact]
    public async Task Render_RefusedPhoto_GivesTheCreditBackAndAsksForAnother()
    {
        await using TestCompany company = await TestCompany.OpenAsync(credits: 1);
        company.Studio.CanMake = _ => false;
        Guest guest = await company.SentAsync("good:80");
        await company.RenderAsync();

        Assert.Equal(1, await company.BalanceAsync());
        Assert.Equal(RenderJobState.Refused, (await company.JobOfAsync(guest)).State);
        Assert.Equal((InvitationStage.Retake, "The photo is too dark. Turn to a window."), ((await guest.InvitationAsync()).Stage, (await guest.InvitationAsync()).RetakeReason));

        company.Studio.CanMake = _ => true;
        company.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await guest.ConsentAsync()).Ok);
        await guest.AddAsync("good:90");
        Assert.True((await guest.PressSendAsync()).Ok);
        await company.RenderAsync();
        Assert.Equal(0, await company.BalanceAsync());
        Assert.Equal(3, (await guest.CandidatesAsync()).Count);
    }

    [Fact]
    public async Task Render_RefusedAfterAnEarlierHeadshot_KeepsTheCredit()
    {
        await using TestCompany company = await TestCompany.OpenAsync(credits: 1);
        Guest guest = await company.SentAsync("good:80");
        await company.RenderAsync();
        await guest.StartOverAsync();
        await guest.AddAsync("good:90");
        await guest.PressSendAsync();
        company.Studio.CanMake = _ => false;
        await company.RenderAsync();

        Assert.Equal(0, await company.BalanceAsync());
    }

    [Fact]
    public async Task Grant_ReleasesAsManyJobsAsItPaysForTheOldestFirst()
    {
        await using TestCompany company = await TestCompany.OpenAsync(credits: 0);
        List<Guest> guests = [];
        for (int i = 0; i < 3; i++)
        {
            guests.Add(await company.SentAsync("good:80"));
            company.Time.Advance(TimeSpan.FromSeconds(1));
        }

        // Newer than all of them, stuck for another reason.
        await company.RenderAsync();
        Guest broken = await company.SentAsync("good:80");
        await company.DoAsync((ICreditLedger l) => Granted(l.GrantAsync(company.Tenant, 1, "For this one", CancellationToken.None)));
        company.Studio.Rendering = (_, _) => throw new IOException("Broken");
        for (int attempt = 1; attempt <= RenderJob.MaxAttempts; attempt++)
        {
            await company.RenderAsync();
            company.Time.Advance(TimeSpan.FromSeconds(Math.Pow(4, attempt)));
        }

        company.Studio.Rendering = (_, _) => Task.CompletedTask;
        Assert.Equal(RenderJobState.Failed, (await company.JobOfAsync(broken)).State);
        Assert.All(guests, g => Assert.Equal((RenderJobState.Held, RenderReasons.NoCredits), (company.JobOfAsync(g).Result.State, company.JobOfAsync(g).Result.Reason)));

        Result<Done> granted = await company.DoAsync((GrantCredits use) => use.HandleAsync(company.Staff, 1, "Bought", CancellationToken.None));
        await company.RenderAsync();

        Assert.True(granted.Ok);
        Assert.Equal(RenderJobState.Done, (await company.JobOfAsync(guests[0])).State);
        Assert.Equal(RenderJobState.Held, (await company.JobOfAsync(guests[1])).State);
        Assert.Equal(RenderJobState.Held, (await company.JobOfAsync(guests[2])).State);
    }

    private static async Task<bool> Granted(Task grant)
    {
        await grant;
        return true;
    }
}
