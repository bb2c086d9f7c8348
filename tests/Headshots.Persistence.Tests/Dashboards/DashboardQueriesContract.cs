using Headshots.Core.Campaigns;
using Headshots.Core.Dashboards;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Persistence.Tests.Databases;

namespace Headshots.Persistence.Tests.Dashboards;

public abstract class DashboardQueriesContract(TestDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task Funnel_CountsByWhatHappenedNotByStage()
    {
        Story story = await One.StoryAsync(s => Go(s.Invitation, 4));
        Person[] people = [.. Enumerable.Range(0, 5).Select(_ => One.Person())];
        Invitation[] invitations = [.. people.Select(p => One.Invitation(story.Campaign, p))];
        for (int i = 0; i < 4; i++)
        {
            Go(invitations[i], i);
        }

        Go(invitations[4], 3);
        invitations[4].AskForRetake("Too dark", Now);
        await Database.AddAsync([.. people, .. invitations]);
        await Two.StoryAsync();

        Assert.Equal(new Funnel(6, 5, 4, 3, 1, 0), await FunnelAsync(null));
        Assert.Equal(new Funnel(6, 5, 4, 3, 1, 0), await FunnelAsync(story.Campaign.Id));
        Assert.Equal(new Funnel(0, 0, 0, 0, 0, 0), await FunnelAsync(One.NewId()));
    }

    [Fact]
    public async Task Campaigns_Running_ComeByDueDateWithTheirFunnels()
    {
        Story later = await One.StoryAsync();
        Campaign sooner = One.Campaign(later.Kit, days: 2);
        Campaign closed = One.Campaign(later.Kit, days: 1);
        closed.Close();
        Invitation sent = One.Invitation(sooner, later.Person);
        sent.Submit(Now);
        await Database.AddAsync(sooner, closed, sent);

        IReadOnlyList<CampaignProgress> running = await AskAsync<IDashboardQueries, IReadOnlyList<CampaignProgress>>(q => q.CampaignsAsync(One.Tenant, false, Stop));

        Assert.Equal([sooner.Id, later.Campaign.Id], running.Select(c => c.Id));
        Assert.Equal((0, 1), (running[0].Late, running[0].Funnel.Submitted));
        Assert.Equal((1, 0, "Classic"), (running[1].Late, running[1].Funnel.Submitted, running[1].KitName));
        Assert.Equal(3, (await AskAsync<IDashboardQueries, IReadOnlyList<CampaignProgress>>(q => q.CampaignsAsync(One.Tenant, true, Stop))).Count);
    }

    [Fact]
    public async Task Days_AreCountedInUtcWithoutGaps()
    {
        DateTimeOffset midnight = new(2026, 5, 2, 0, 0, 0, TimeSpan.Zero);
        await One.StoryAsync(s => s.Invitation.Submit(midnight.AddTicks(-1)));
        await One.StoryAsync(s => s.Invitation.Submit(midnight));
        await One.StoryAsync(s =>
        {
            s.Invitation.Submit(midnight.ToOffset(TimeSpan.FromHours(2)));
            s.Invitation.Approve(midnight.AddDays(2));
        });
        await One.StoryAsync(s => s.Invitation.Submit(midnight.AddDays(3)));

        IReadOnlyList<DayCount> days = await AskAsync<IDashboardQueries, IReadOnlyList<DayCount>>(
            q => q.DaysAsync(One.Tenant, new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 4), Stop));

        Assert.Equal(
            [new(new DateOnly(2026, 5, 1), 1, 0), new(new DateOnly(2026, 5, 2), 2, 0), new(new DateOnly(2026, 5, 3), 0, 0), new(new DateOnly(2026, 5, 4), 0, 1)],
            days);
    }

    [Fact]
    public async Task Attention_CountsWhatNeedsSomebody()
    {
        Story story = await One.StoryAsync(s =>
        {
            s.Headshot.Choose(Now);
            s.Job.Hold(RenderReasons.NoCredits, "None");
        });
        RenderJob broken = One.Job(story.Submission, story.Version);
        broken.Hold(RenderReasons.KitUnusable, "Missing");
        OutgoingMail mail = OutgoingMail.Create(One.Tenant, One.NewId(), MailKind.Reminder, story.Person.Id, null, Now);
        mail.Failed("Unknown", forGood: true, Now);
        Campaign soon = One.Campaign(story.Kit, days: 2);
        Person with = One.Person();
        with.Approve(One.NewId());
        Person left = One.Person();
        left.Leave(Now);
        await Database.AddAsync(broken, mail, soon, with, left, One.Invitation(soon, with));

        Attention attention = await AskAsync<IDashboardQueries, Attention>(q => q.AttentionAsync(One.Tenant, Now, Stop));

        Assert.Equal(new Attention(1, 2, 1, 1, 1, 2, 1), attention);
    }

    /// <summary>So many steps: opened, sent, rendered, chosen.</summary>
    private void Go(Invitation invitation, int steps)
    {
        Action<DateTimeOffset>[] way = [invitation.Open, invitation.Submit, invitation.Render, invitation.Choose];
        foreach (Action<DateTimeOffset> step in way.Take(steps))
        {
            step(Now);
        }
    }

    private Task<Funnel> FunnelAsync(Guid? campaign) => AskAsync<IDashboardQueries, Funnel>(q => q.FunnelAsync(One.Tenant, campaign, Stop));
}
