using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Persistence.Tests.Databases;

namespace Headshots.Persistence.Tests.Invitations;

public abstract class InvitationStoreContract(TestDatabase database) : StoreContract(database)
{
    private Story _story = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _story = await One.StoryAsync();
    }

    [Fact]
    public async Task List_InPages_IsByNameAndWhole()
    {
        Person[] people = [.. Enumerable.Range(0, 23).Select(i => One.Person($"{(char)('Z' - i)} Person"))];
        await Database.AddAsync([.. people, .. people.Select(p => One.Invitation(_story.Campaign, p))]);

        List<string> names = [];
        InvitationQuery query = new(_story.Campaign.Id, Size: 5) { WithTotal = true };
        do
        {
            Slice<InvitationRow> slice = await ListAsync(query);
            Assert.Equal(24, slice.Total);
            names.AddRange(slice.Items.Select(i => i.PersonName));
            query = query with { Cursor = slice.Next };
        }
        while (query.Cursor is not null);

        Assert.Equal(people.Select(p => p.Name).Append(_story.Person.Name).OrderBy(n => n.ToUpperInvariant(), StringComparer.Ordinal), names);
    }

    [Fact]
    public async Task List_ByStageAndSearch_FindsThose()
    {
        Person person = One.Person("Łukasz Żak");
        Invitation opened = One.Invitation(_story.Campaign, person);
        opened.Open(Now);
        await Database.AddAsync(person, opened);

        Assert.Equal(opened.Id, Assert.Single((await ListAsync(new InvitationQuery(_story.Campaign.Id, Search: "lukasz zak"))).Items).Id);
        Assert.Equal(opened.Id, Assert.Single((await ListAsync(new InvitationQuery(_story.Campaign.Id, InvitationStage.Opened))).Items).Id);
        Assert.Empty((await ListAsync(new InvitationQuery(One.NewId()))).Items);
    }

    [Fact]
    public async Task FindByTokenHash_OfAnyCompany_FindsItsInvitation()
    {
        Story theirs = await Two.StoryAsync();

        Assert.Equal(theirs.Invitation.Id, (await AskAsync<IInvitationStore, Invitation?>(s => s.FindByTokenHashAsync(theirs.Invitation.TokenHash, Stop)))!.Id);
        Assert.Null(await AskAsync<IInvitationStore, Invitation?>(s => s.FindByTokenHashAsync(new string('0', 64), Stop)));
    }

    [Fact]
    public async Task Save_SamePersonTwiceInACampaign_IsRefused() =>
        Assert.Equal(SharedProblems.Changed, (await ChangeAsync<IInvitationStore>(s =>
        {
            s.Add(One.Invitation(_story.Campaign, _story.Person));
            return Task.CompletedTask;
        })).Problem);

    [Fact]
    public async Task Late_OfAllKinds_AreThoseWhoCanStillSend()
    {
        Campaign campaign = One.Campaign(_story.Kit);
        Dictionary<string, Invitation> all = [];
        List<object> rows = [campaign];
        foreach (string kind in new[] { "fresh", "opened", "retake", "sent", "revoked", "expired", "reminded", "reminded long ago" })
        {
            Person person = One.Person();
            all[kind] = One.Invitation(campaign, person);
            rows.AddRange([person, all[kind]]);
        }

        all["opened"].Open(Now);
        all["retake"].Submit(Now);
        all["retake"].AskForRetake("Too dark", Now);
        all["sent"].Submit(Now);
        all["revoked"].Revoke(Now);
        all["expired"].Restore(Now);
        all["reminded"].Remind(Now);
        all["reminded long ago"].Remind(Now.AddDays(-3));
        await Database.AddAsync(rows);

        IReadOnlyList<Guid> late = await AskAsync<IInvitationStore, IReadOnlyList<Guid>>(s => s.LateAsync(One.Tenant, campaign.Id, Now, Now.AddDays(-1), 100, Stop));

        Assert.Equal(
            new[] { "fresh", "opened", "retake", "reminded long ago" }.Select(k => all[k].Id).ToHashSet(), late.ToHashSet());
    }

    [Fact]
    public async Task Extend_ACampaign_MovesAllButTheRevoked()
    {
        Person person = One.Person();
        Invitation revoked = One.Invitation(_story.Campaign, person);
        revoked.Revoke(Now);
        await Database.AddAsync(person, revoked);

        await AskAsync<IInvitationStore, bool>(async s =>
        {
            await s.ExtendAsync(One.Tenant, _story.Campaign.Id, Now.AddDays(60), Stop);
            return true;
        });

        Invitation extended = (await AskAsync<IInvitationStore, Invitation?>(s => s.FindAsync(One.Tenant, _story.Invitation.Id, Stop)))!;
        Assert.Equal((Now.AddDays(60), 2L), (extended.ExpiresAt, extended.Version));
        Assert.Equal(revoked.ExpiresAt, (await AskAsync<IInvitationStore, Invitation?>(s => s.FindAsync(One.Tenant, revoked.Id, Stop)))!.ExpiresAt);
    }

    private Task<Slice<InvitationRow>> ListAsync(InvitationQuery query) => AskAsync<IInvitationStore, Slice<InvitationRow>>(s => s.ListAsync(One.Tenant, query, Stop));
}
