using Headshots.Core.Headshots;
using Headshots.Core.People;
using Headshots.Core.Privacy;
using Headshots.Core.Rendering;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tests.Company;

namespace Headshots.Core.Tests.Rendering;

public sealed class RunRenderJobTests
{
    [Fact]
    public async Task Run_AJob_MakesCandidatesAndTheirFiles()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.SentAsync("good:60", "good:80");

        await company.RenderAsync();

        IReadOnlyList<Headshot> candidates = await guest.CandidatesAsync();
        Assert.Equal(["", "Soft light", "Untouched", ""], candidates.Select(c => c.Variant));
        Assert.Equal([0, 1, 2, 3], candidates.Select(c => c.Position));
        Assert.Equal(12, company.Files("headshots/").Count(f => f.Contains("-1/", StringComparison.Ordinal)));
        Assert.Equal(PhotoStage.Rendered, (await company.PersonAsync(guest.PersonId)).Stage);
        Assert.Equal(RenderJobState.Done, (await company.JobOfAsync(guest)).State);
    }

    [Fact]
    public async Task Run_ToldTwiceAtOnce_RendersOnce()
    {
        await using TestCompany company = await TestCompany.OpenAsync(credits: 5);
        Guest guest = await company.SentAsync("good:80");
        Guid job = (await company.JobOfAsync(guest)).Id;

        bool[] did = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => company.RenderAsync(job, $"w{i}"))));

        Assert.Single(did, true);
        Assert.Equal(3, (await guest.CandidatesAsync()).Count);
        Assert.Equal(4, await company.BalanceAsync());
        Assert.False(await company.RenderAsync(job));
    }

    [Fact]
    public async Task Run_WhenTheLeaseIsLostMidway_LeavesTheOtherWorkersResult()
    {
        await using TestCompany company = await TestCompany.OpenAsync(credits: 5);
        Guest guest = await company.SentAsync("good:80");
        Guid job = (await company.JobOfAsync(guest)).Id;
        TaskCompletionSource slowBegan = new();
        TaskCompletionSource slowGoesOn = new();
        int calls = 0;
        company.Studio.Rendering = async (_, _) =>
        {
            // Only the first worker is slow, and deaf to being told.
            if (Interlocked.Increment(ref calls) == 1)
            {
                slowBegan.SetResult();
                await slowGoesOn.Task;
            }
        };

        // A worker that stood still: neither its heart nor its work went on for longer than its lease.
        Task<bool> slow = Task.Run(() => company.RenderAsync(job, "slow"));
        await slowBegan.Task;
        await company.DoAsync((IRenderJobStore jobs) => jobs.RenewLeaseAsync(company.Tenant, job, "slow", company.Now, company.Now, CancellationToken.None));
        Assert.True(await company.RenderAsync(job, "fast"));
        slowGoesOn.SetResult();
        await slow;

        RenderJob done = await company.JobOfAsync(guest);
        Assert.Equal((RenderJobState.Done, 2), (done.State, done.Attempts));
        Assert.Equal(3, (await guest.CandidatesAsync()).Count);
        Assert.All(await guest.CandidatesAsync(), c => Assert.All(c.Renditions, r => Assert.Contains("-2/", r.BlobKey, StringComparison.Ordinal)));
        Assert.DoesNotContain(company.Files("headshots/"), f => f.Contains("-1/", StringComparison.Ordinal));
        Assert.Equal(4, await company.BalanceAsync());
    }

    [Fact]
    public async Task Run_WhenAnAdminEditsThePersonMeanwhile_IsBegunAnewAtOnce()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.SentAsync("good:80");
        bool edited = false;
        company.Studio.Rendering = async (_, _) =>
        {
            if (!edited)
            {
                edited = true;
                Person person = await company.PersonAsync(guest.PersonId);
                Result<Guid> saved = await company.DoAsync((SavePerson use) => use.HandleAsync(
                    company.Staff, new SavePersonRequest(person.Id, new PersonDetails("Renamed", person.Email, "", ""), person.Version), CancellationToken.None));
                Assert.True(saved.Ok);
            }
        };

        await company.RenderAsync();
        await company.RenderAsync();

        Assert.Equal(RenderJobState.Done, (await company.JobOfAsync(guest)).State);
        Assert.Equal(("Renamed", PhotoStage.Rendered), ((await company.PersonAsync(guest.PersonId)).Name, (await company.PersonAsync(guest.PersonId)).Stage));
        Assert.Equal(9, company.Files("headshots/").Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_WhenThePersonIsErasedMeanwhile_LeavesNothing(bool forget)
    {
        await using TestCompany company = await TestCompany.OpenAsync(credits: 5);
        Guest guest = await company.SentAsync("good:80");
        int calls = 0;
        company.Studio.Rendering = async (_, _) =>
        {
            // After the first candidate's files were stored.
            if (++calls == 2)
            {
                Result<Done> erased = await company.DoAsync((ErasePerson use) => use.HandleAsync(company.Staff, guest.PersonId, forget, CancellationToken.None));
                Assert.True(erased.Ok, erased.Problem?.ToString());
            }
        };

        await company.RenderAsync();
        company.Time.Advance(TimeSpan.FromMinutes(5));
        await company.DoAsync((CarryOutErasures use) => use.HandleAsync(company.Tenant, CancellationToken.None));

        Assert.Empty(company.Files());
        Assert.Empty(await company.DoAsync((IHeadshotStore s) => s.OfPersonAsync(company.Tenant, guest.PersonId, CancellationToken.None)));
        Assert.Empty(await company.DoAsync((IRenderJobStore s) => s.OfPersonAsync(company.Tenant, guest.PersonId, CancellationToken.None)));
        Assert.Empty(await company.DoAsync((ISubmissionStore s) => s.OfPersonAsync(company.Tenant, guest.PersonId, CancellationToken.None)));
        Assert.Equal(forget, await company.DoAsync((IPersonStore s) => s.FindAsync(company.Tenant, guest.PersonId, CancellationToken.None)) is null);
    }

    [Fact]
    public async Task Run_ThatBreaks_IsTriedAgainLaterAndAtLastShownToAnAdmin()
    {
        await using TestCompany company = await TestCompany.OpenAsync(credits: 5);
        Guest guest = await company.SentAsync("good:80");
        company.Studio.Rendering = (_, _) => throw new IOException("The model is broken");
        for (int attempt = 1; attempt <= RenderJob.MaxAttempts; attempt++)
        {
            Assert.Equal(1, await company.RenderAsync());
            company.Time.Advance(TimeSpan.FromSeconds(Math.Pow(4, attempt)));
        }

        RenderJob failed = await company.JobOfAsync(guest);
        Assert.Equal((RenderJobState.Failed, RenderReasons.Fault), (failed.State, failed.Reason));
        Assert.Equal(0, await company.RenderAsync());
        Assert.Equal(5, await company.BalanceAsync());
        Assert.Empty(company.Files("headshots/"));

        company.Studio.Rendering = (_, _) => Task.CompletedTask;
        Assert.True((await company.DoAsync((RetryJob use) => use.HandleAsync(company.Staff, failed.Id, CancellationToken.None))).Ok);
        await company.RenderAsync();
        Assert.Equal(3, (await guest.CandidatesAsync()).Count);
        Assert.Equal(4, await company.BalanceAsync());
    }

    [Fact]
    public async Task Run_WhenTheProcessStops_HandsBackWithoutCountingIt()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        Guest guest = await company.SentAsync("good:80");
        using CancellationTokenSource stopping = new();
        company.Studio.Rendering = (_, _) => stopping.CancelAsync();

        await company.RenderAsync((await company.JobOfAsync(guest)).Id, "w", stopping.Token);

        RenderJob job = await company.JobOfAsync(guest);
        Assert.Equal((RenderJobState.Waiting, 0), (job.State, job.Attempts));
        Assert.Empty(company.Files("headshots/"));
    }

    [Fact]
    public async Task RenderAgain_AfterANewVersion_GoesToTheReviewersAndCostsNothing()
    {
        await using TestCompany company = await TestCompany.OpenAsync(credits: 5);
        (Guest guest, Headshot chosen) = await company.ChosenAsync();
        await company.DoAsync((ReviewHeadshots use) => use.HandleAsync(company.Staff, new ReviewRequest([chosen.Id], true, null), CancellationToken.None));
        await company.PublishChangedAsync();

        Result<int> begun = await company.DoAsync((RenderAgain use) => use.HandleAsync(company.Staff, company.KitId, CancellationToken.None));
        Result<int> twice = await company.DoAsync((RenderAgain use) => use.HandleAsync(company.Staff, company.KitId, CancellationToken.None));
        await company.RenderAsync();

        Assert.Equal((1, 0), (begun.Value, twice.Value));
        WaitingHeadshot waiting = Assert.Single((await company.DoAsync((IHeadshotStore s) => s.WaitingAsync(company.Tenant, new WaitingQuery(), CancellationToken.None))).Items);
        Assert.NotEqual(chosen.Id, waiting.Headshot.Id);
        Assert.Equal(chosen.Id, (await company.PersonAsync(guest.PersonId)).HeadshotId);
        Assert.Equal(4, await company.BalanceAsync());
    }
}
