using Headshots.Core.BrandKits;
using Headshots.Core.Headshots;
using Headshots.Core.People;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Persistence.Tests.Databases;

namespace Headshots.Persistence.Tests.Headshots;

public abstract class HeadshotStoreContract(TestDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task Waiting_InPages_IsOldestFirstAndWhole()
    {
        Story story = await One.StoryAsync();
        List<Headshot> chosen = [];
        for (int i = 0; i < 11; i++)
        {
            Headshot headshot = One.Headshot(story.Job, story.Submission, i + 1);
            headshot.Choose(Now.AddSeconds(-(i / 2)));
            chosen.Add(headshot);
        }

        await Database.AddAsync(chosen);
        List<WaitingHeadshot> read = [];
        WaitingQuery query = new(Size: 3);
        do
        {
            Slice<WaitingHeadshot> slice = await WaitingAsync(query);
            read.AddRange(slice.Items);
            query = query with { Cursor = slice.Next };
        }
        while (query.Cursor is not null);

        Assert.Equal(chosen.OrderBy(h => h.ChosenAt).ThenBy(h => h.Id).Select(h => h.Id), read.Select(w => w.Headshot.Id));
        Assert.All(read, w => Assert.Equal((story.Person.Name, "Spring", story.Submission.Selfies[0].BlobKey), (w.PersonName, w.CampaignName, w.SelfieKey)));
        Assert.Equal(11, (await WaitingAsync(new WaitingQuery(story.Campaign.Id))).Items.Count);
        Assert.Empty((await WaitingAsync(new WaitingQuery(One.NewId()))).Items);
    }

    [Fact]
    public async Task Waiting_WhenTheSelfiesAreDeleted_HasNoKey()
    {
        await One.StoryAsync(s =>
        {
            s.Headshot.Choose(Now);
            s.Submission.SelfiesDeleted(Now);
        });

        Assert.Null(Assert.Single((await WaitingAsync(new WaitingQuery())).Items).SelfieKey);
    }

    [Fact]
    public async Task OutlivingSelfies_AreThoseWithACropWhoseSelfiesAreGone()
    {
        Story gone = await One.StoryAsync(s => s.Submission.SelfiesDeleted(Now));
        _ = await One.StoryAsync();
        _ = await One.StoryAsync(s =>
        {
            s.Submission.SelfiesDeleted(Now);
            _ = s.Headshot.ForgetBefore();
        });

        Headshot found = Assert.Single(await AskAsync<IHeadshotStore, IReadOnlyList<Headshot>>(s => s.OutlivingSelfiesAsync(One.Tenant, 10, Stop)));

        Assert.Equal(gone.Headshot.Id, found.Id);
        Assert.Equal(gone.Headshot.Before, found.Before);
    }

    [Fact]
    public async Task Approved_OfACampaign_ComeByName()
    {
        Story story = await One.StoryAsync(s => Approve(s.Headshot));
        Story other = await One.StoryAsync(s =>
        {
            Approve(s.Headshot);
            s.Person.Change(new PersonDetails("Aaron", s.Person.Email, "", "77"));
        });

        List<ApprovedHeadshot> all = await ApprovedAsync(null);

        Assert.Equal(["Aaron", story.Person.Name], all.Select(a => a.PersonName));
        Assert.Equal(("77", 90.0, "headshot.jpg"), (all[0].ExternalId, all[0].Score, all[0].Renditions[0].FileName));
        Assert.Equal([other.Headshot.Id], (await ApprovedAsync(other.Campaign.Id)).Select(a => a.HeadshotId));
    }

    [Fact]
    public async Task Outdated_AfterANewVersion_AreApprovedOnesWithSelfies()
    {
        Story story = await One.StoryAsync(s => Approve(s.Headshot));
        Headshot candidate = One.Headshot(story.Job, story.Submission, 1);
        Story gone = await One.StoryAsync(s =>
        {
            Approve(s.Headshot);
            s.Submission.SelfiesDeleted(Now);
        });
        await Database.AddAsync(candidate);

        Assert.Empty(await OutdatedAsync(story.Kit.Id, story.Version.Id));
        Assert.Equal([story.Headshot.Id], (await OutdatedAsync(story.Kit.Id, One.NewId())).Select(h => h.Id));
        Assert.Empty(await OutdatedAsync(gone.Kit.Id, One.NewId()));
    }

    [Fact]
    public async Task Remove_WithItsReviews_LeavesNothing()
    {
        Story story = await One.StoryAsync(s => Approve(s.Headshot));
        await Database.AddAsync(Review.Create(One.NewId(), One.Caller, story.Headshot, ReviewDecision.Approved, string.Empty, null, Now));

        Result<Done> alone = await ChangeAsync<IHeadshotStore>(async s => s.Remove((await s.FindAsync(One.Tenant, story.Headshot.Id, Stop))!));
        Result<Done> together = await ChangeAsync<HeadshotsDbContext>(async context =>
        {
            context.RemoveRange(context.Rows<Review>(One.Tenant).ToList());
            context.RemoveRange(context.Rows<Headshot>(One.Tenant).ToList());
            await Task.CompletedTask;
        });

        Assert.Equal(SharedProblems.Changed, alone.Problem);
        Assert.True(together.Ok);
        Assert.Empty(await AskAsync<IReviewStore, IReadOnlyList<Review>>(s => s.OfHeadshotAsync(One.Tenant, story.Headshot.Id, Stop)));
    }

    [Fact]
    public async Task Draft_TwiceForOneInvitation_IsRefused()
    {
        Story story = await One.StoryAsync();

        Assert.Equal(SharedProblems.Changed, (await ChangeAsync<ISubmissionStore>(s => Added(s, One.Submission(story.Invitation)))).Problem);
        await ChangeAsync<ISubmissionStore>(async s => (await s.FindAsync(One.Tenant, story.Submission.Id, Stop))!.Send(Now));
        Assert.True((await ChangeAsync<ISubmissionStore>(s => Added(s, One.Submission(story.Invitation)))).Ok);
    }

    [Fact]
    public async Task WithSelfiesOlderThan_AfterApproval_FindsOnlyThose()
    {
        Story old = await One.StoryAsync(s => s.Invitation.Approve(Now.AddDays(-31)));
        await One.StoryAsync(s => s.Invitation.Approve(Now.AddDays(-29)));
        await One.StoryAsync();
        await One.StoryAsync(s =>
        {
            s.Invitation.Approve(Now.AddDays(-31));
            s.Submission.SelfiesDeleted(Now);
        });

        Assert.Equal(
            [old.Submission.Id],
            (await AskAsync<ISubmissionStore, IReadOnlyList<Submission>>(s => s.WithSelfiesOlderThanAsync(One.Tenant, Now.AddDays(-30), 10, Stop))).Select(s => s.Id));
    }

    [Fact]
    public async Task RemoveKit_WithVersions_RemovesThem()
    {
        BrandKit kit = One.Kit();
        BrandKitVersion version = kit.Publish(One.NewId(), "Zoë", Now);
        await Database.AddAsync(kit, version);

        Assert.True((await ChangeAsync<IBrandKitStore>(async s => s.Remove((await s.FindAsync(One.Tenant, kit.Id, Stop))!))).Ok);

        Assert.Empty(await AskAsync<IBrandKitStore, IReadOnlyList<BrandKitVersion>>(s => s.VersionsAsync(One.Tenant, kit.Id, Stop)));
    }

    private static void Approve(Headshot headshot)
    {
        headshot.Choose(TestDatabase.Start);
        headshot.Approve(TestDatabase.Start);
    }

    private static Task Added(ISubmissionStore store, Submission submission)
    {
        store.Add(submission);
        return Task.CompletedTask;
    }

    private Task<Slice<WaitingHeadshot>> WaitingAsync(WaitingQuery query) => AskAsync<IHeadshotStore, Slice<WaitingHeadshot>>(s => s.WaitingAsync(One.Tenant, query, Stop));

    private Task<List<ApprovedHeadshot>> ApprovedAsync(Guid? campaign) =>
        AskAsync<IHeadshotStore, List<ApprovedHeadshot>>(async s => await s.ApprovedAsync(One.Tenant, campaign, Stop).ToListAsync(Stop));

    private Task<IReadOnlyList<Headshot>> OutdatedAsync(Guid kit, Guid current) =>
        AskAsync<IHeadshotStore, IReadOnlyList<Headshot>>(s => s.OutdatedAsync(One.Tenant, kit, current, Stop));
}
