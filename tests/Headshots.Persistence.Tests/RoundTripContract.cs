using Headshots.Core.BrandKits;
using Headshots.Core.Headshots;
using Headshots.Core.Rendering;
using Headshots.Core.Submissions;
using Headshots.Persistence.Tests.Databases;

namespace Headshots.Persistence.Tests;

/// <summary>What was written is what is read.</summary>
public abstract class RoundTripContract(TestDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task Submission_WithSelfies_ComesBackWhole()
    {
        Story story = await One.StoryAsync();

        Submission read = (await AskAsync<ISubmissionStore, Submission?>(s => s.FindAsync(One.Tenant, story.Submission.Id, Stop)))!;

        Assert.Equivalent(story.Submission, read, strict: true);
        Assert.Equal(2, read.Selfies.Count);
        Assert.Equal(1, read.Version);
    }

    [Fact]
    public async Task Headshot_WithReportAndRenditions_ComesBackWhole()
    {
        Story story = await One.StoryAsync();

        Headshot read = (await AskAsync<IHeadshotStore, Headshot?>(s => s.FindAsync(One.Tenant, story.Headshot.Id, Stop)))!;

        Assert.Equivalent(story.Headshot, read, strict: true);
        Assert.Equal(story.Headshot.Figures, read.Figures);
        Assert.Single(read.Renditions);
    }

    [Fact]
    public async Task Kit_WithDraft_ComesBackWhole()
    {
        Story story = await One.StoryAsync();

        BrandKit read = (await AskAsync<IBrandKitStore, BrandKit?>(s => s.FindAsync(One.Tenant, story.Kit.Id, Stop)))!;
        BrandKitVersion version = (await AskAsync<IBrandKitStore, BrandKitVersion?>(s => s.FindVersionAsync(One.Tenant, story.Version.Id, Stop)))!;

        Assert.Equal(story.Kit.Draft, read.Draft);
        Assert.Equivalent(story.Kit, read, strict: true);
        Assert.Equivalent(story.Version, version, strict: true);
    }

    [Fact]
    public async Task Selfie_AddedLater_IsWrittenAndRaisesTheVersion()
    {
        Story story = await One.StoryAsync();

        await ChangeAsync<ISubmissionStore>(async s => (await s.FindAsync(One.Tenant, story.Submission.Id, Stop))!.Add(One.Selfie(story.Person.Id)));
        Submission read = (await AskAsync<ISubmissionStore, Submission?>(s => s.FindAsync(One.Tenant, story.Submission.Id, Stop)))!;

        Assert.Equal(3, read.Selfies.Count);
        Assert.Equal(2, read.Version);
    }

    [Fact]
    public async Task Selfies_Deleted_AreGone()
    {
        Story story = await One.StoryAsync();

        await ChangeAsync<ISubmissionStore>(async s => (await s.FindAsync(One.Tenant, story.Submission.Id, Stop))!.SelfiesDeleted(Now));
        Submission read = (await AskAsync<ISubmissionStore, Submission?>(s => s.FindAsync(One.Tenant, story.Submission.Id, Stop)))!;

        Assert.Empty(read.Selfies);
        Assert.Equal(Now, read.SelfiesDeletedAt);
    }

    [Fact]
    public async Task RowThatWasOnlyRead_WhenSaved_KeepsItsVersion()
    {
        Story story = await One.StoryAsync();

        await ChangeAsync<ISubmissionStore>(s => s.FindAsync(One.Tenant, story.Submission.Id, Stop));
        await ChangeAsync<IHeadshotStore>(s => s.FindAsync(One.Tenant, story.Headshot.Id, Stop));
        await ChangeAsync<IRenderJobStore>(s => s.FindAsync(One.Tenant, story.Job.Id, Stop));

        Assert.Equal(1, (await AskAsync<ISubmissionStore, Submission?>(s => s.FindAsync(One.Tenant, story.Submission.Id, Stop)))!.Version);
        Assert.Equal(1, (await AskAsync<IHeadshotStore, Headshot?>(s => s.FindAsync(One.Tenant, story.Headshot.Id, Stop)))!.Version);
        Assert.Equal(1, (await AskAsync<IRenderJobStore, RenderJob?>(s => s.FindAsync(One.Tenant, story.Job.Id, Stop)))!.Version);
    }
}
