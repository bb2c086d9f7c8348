using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Persistence.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests.Rendering;

public abstract class RenderJobStoreContract(TestDatabase database) : StoreContract(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task TryLease_TwentyWorkersAtOnce_OneGetsIt()
    {
        Story story = await One.StoryAsync();

        RenderJob?[] got = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => LeaseAsync(story, $"w{i}"))));

        RenderJob job = Assert.Single(got, j => j is not null)!;
        Assert.Equal((RenderJobState.Leased, 1, 2L), (job.State, job.Attempts, job.Version));
        Assert.Equal(Now + Lease, job.LeasedUntil);
    }

    [Fact]
    public async Task TryLease_NotDueYet_GetsNothing()
    {
        Story story = await One.StoryAsync(s => s.Job.Fault("Broke", Now));

        Assert.Null(await LeaseAsync(story, "w"));
    }

    [Fact]
    public async Task TryLease_WhenTheLeaseRanOut_TakesOverAndTheFirstCannotSave()
    {
        Story story = await One.StoryAsync();
        await using AsyncServiceScope first = Database.Services.CreateAsyncScope();
        RenderJob slow = (await first.ServiceProvider.GetRequiredService<IRenderJobStore>()
            .TryLeaseAsync(One.Tenant, story.Job.Id, "slow", Now, Now + Lease, Stop))!;
        Database.Time.Advance(Lease);

        RenderJob taken = (await LeaseAsync(story, "fast"))!;
        slow.Finish(Now);
        Result<Done> saved = await first.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(Stop);

        Assert.Equal(("fast", 2), (taken.LeasedBy, taken.Attempts));
        Assert.Equal(SharedProblems.Changed, saved.Problem);
        Assert.False(await RenewAsync(story, "slow"));
        Assert.True(await RenewAsync(story, "fast"));
    }

    [Fact]
    public async Task TryLease_WhenTheLastAttemptWasLost_EndsTheJob()
    {
        Story story = await One.StoryAsync();
        for (int attempt = 1; attempt <= RenderJob.MaxAttempts; attempt++)
        {
            Assert.Equal(attempt, (await LeaseAsync(story, "w"))!.Attempts);
            Database.Time.Advance(Lease);
        }

        RenderJob failed = (await LeaseAsync(story, "w"))!;

        Assert.Equal((RenderJobState.Failed, RenderReasons.WorkerLost, RenderJob.MaxAttempts), (failed.State, failed.Reason, failed.Attempts));
        Assert.Equal((string.Empty, null, Now), (failed.LeasedBy, failed.LeasedUntil, failed.FinishedAt));
        Assert.Null(await LeaseAsync(story, "w"));
    }

    [Fact]
    public async Task Renew_WhileTheUnitOfWorkIsBusy_ProlongsAndLetsItSave()
    {
        Story story = await One.StoryAsync();
        await using AsyncServiceScope scope = Database.Services.CreateAsyncScope();
        RenderJob job = (await scope.ServiceProvider.GetRequiredService<IRenderJobStore>()
            .TryLeaseAsync(One.Tenant, story.Job.Id, "w", Now, Now + Lease, Stop))!;
        Database.Time.Advance(Lease / 2);

        Assert.True(await RenewAsync(story, "w"));
        Database.Time.Advance(Lease * 0.75);
        Assert.Null(await LeaseAsync(story, "other"));
        job.Finish(Now);

        Assert.True((await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(Stop)).Ok);
        RenderJob read = (await AskAsync<IRenderJobStore, RenderJob?>(s => s.FindAsync(One.Tenant, job.Id, Stop)))!;
        Assert.Equal((RenderJobState.Done, null), (read.State, read.LeasedUntil));
    }

    [Fact]
    public async Task Renew_OfARemovedJob_SaysLost()
    {
        Story story = await One.StoryAsync();
        await LeaseAsync(story, "w");
        await ChangeAsync<IRenderJobStore>(async s => s.Remove((await s.FindAsync(One.Tenant, story.Job.Id, Stop))!));

        Assert.False(await RenewAsync(story, "w"));
    }

    [Fact]
    public async Task Due_Interactive_ComesFirstThenTheOldest()
    {
        Story story = await One.StoryAsync();
        RenderJob bulk = RenderJob.Again(story.Submission, One.NewId(), story.Version.Id, story.Headshot.Id, Now.AddDays(-2));
        RenderJob older = RenderJob.ForSubmission(story.Submission, One.NewId(), story.Version.Id, Now.AddDays(-1));
        RenderJob later = RenderJob.ForSubmission(story.Submission, One.NewId(), story.Version.Id, Now.AddMinutes(1));
        RenderJob done = One.Job(story.Submission, story.Version);
        done.Finish(Now);
        RenderJob lost = RenderJob.ForSubmission(story.Submission, One.NewId(), story.Version.Id, Now.AddDays(-3));
        await Database.AddAsync(bulk, older, later, done, lost);
        await AskAsync<IRenderJobStore, RenderJob?>(s => s.TryLeaseAsync(One.Tenant, lost.Id, "w", Now, Now + Lease, Stop));

        Assert.Equal([older.Id, story.Job.Id, bulk.Id], await DueAsync(10));
        Database.Time.Advance(Lease);
        Assert.Equal([lost.Id, older.Id, story.Job.Id, bulk.Id], await DueAsync(10));
        Assert.Equal([lost.Id, older.Id], await DueAsync(2));
    }

    [Fact]
    public async Task Stuck_HeldAndFailed_AreListedNewestFirstWithNames()
    {
        Story story = await One.StoryAsync(s => s.Job.Hold(RenderReasons.NoCredits, "None left"));
        Database.Time.Advance(TimeSpan.FromSeconds(1));
        RenderJob broken = One.Job(story.Submission, story.Version);
        broken.Hold(RenderReasons.KitUnusable, "Missing");
        await Database.AddAsync(broken, One.Job(story.Submission, story.Version));

        IReadOnlyList<StuckJob> stuck = await AskAsync<IRenderJobStore, IReadOnlyList<StuckJob>>(s => s.StuckAsync(One.Tenant, 10, Stop));

        Assert.Equal([broken.Id, story.Job.Id], stuck.Select(s => s.Id));
        Assert.All(stuck, s => Assert.Equal(story.Person.Name, s.PersonName));
    }

    [Fact]
    public async Task OfSubmission_WithSeveral_IsTheNewestThatMakesCandidates()
    {
        Story story = await One.StoryAsync();
        Database.Time.Advance(TimeSpan.FromSeconds(1));
        RenderJob newest = One.Job(story.Submission, story.Version);
        Database.Time.Advance(TimeSpan.FromSeconds(1));
        RenderJob again = RenderJob.Again(story.Submission, One.NewId(), story.Version.Id, story.Headshot.Id, Now);
        await Database.AddAsync(newest, again);

        Assert.Equal(newest.Id, (await AskAsync<IRenderJobStore, RenderJob?>(s => s.OfSubmissionAsync(One.Tenant, story.Submission.Id, Stop)))!.Id);
        Assert.Equal(3, (await AskAsync<IRenderJobStore, IReadOnlyList<RenderJob>>(s => s.OfPersonAsync(One.Tenant, story.Person.Id, Stop))).Count);
    }

    private Task<RenderJob?> LeaseAsync(Story story, string worker) =>
        AskAsync<IRenderJobStore, RenderJob?>(s => s.TryLeaseAsync(One.Tenant, story.Job.Id, worker, Now, Now + Lease, Stop));

    private Task<bool> RenewAsync(Story story, string worker) =>
        AskAsync<ILeaseRenewal, bool>(s => s.RenewAsync(One.Tenant, story.Job.Id, worker, Now, Now + Lease, Stop));

    private async Task<Guid[]> DueAsync(int most) =>
        [.. (await AskAsync<IRenderJobStore, IReadOnlyList<DueJob>>(s => s.DueAsync(One.Tenant, Now, most, Stop))).Select(d => d.Id)];
}
