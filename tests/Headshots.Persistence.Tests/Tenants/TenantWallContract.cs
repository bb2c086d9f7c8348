using Headshots.Core.ApiKeys;
using Headshots.Core.Audit;
using Headshots.Core.Credits;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Privacy;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Reviews;
using Headshots.Core.Sessions;
using Headshots.Core.Tenants;
using Headshots.Persistence.Tests.Databases;
using Headshots.TestKit.Secrets;

namespace Headshots.Persistence.Tests.Tenants;

/// <summary>Every question of every store, asked by another company with the right ids: it is told nothing and changes nothing.</summary>
public abstract class TenantWallContract(TestDatabase database) : StoreContract(database)
{
    internal const string Identity = "entra:0b0b0b0b-0000-4000-8000-00000000000b oid";

    private StoreCalls _calls = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Story story = await One.StoryAsync(s =>
        {
            s.Person.Change(new PersonDetails("Anna", "anna@example.com", "Sales", "77"));
            s.Submission.Send(Now);
            s.Headshot.Choose(Now);
        });
        _ = await One.StoryAsync(s => s.Submission.SelfiesDeleted(Now));
        Headshot approved = One.Headshot(story.Job, story.Submission, 1);
        approved.Choose(Now);
        approved.Approve(Now);
        story.Invitation.Approve(Now.AddDays(-90));
        OutgoingMail failed = OutgoingMail.Create(One.Tenant, One.NewId(), MailKind.Reminder, story.Person.Id, null, Now);
        failed.Failed("Unknown address", forGood: true, Now);
        OutgoingMail due = OutgoingMail.Create(One.Tenant, One.NewId(), MailKind.Reminder, story.Person.Id, null, Now);
        var held = One.Job(story.Submission, story.Version);
        held.Hold("kit_unusable", "Missing");
        var another = One.Person();
        var left = One.Person();
        left.Leave(Now.AddDays(-1));
        var ended = One.Invitation(story.Campaign, left);
        ended.Revoke(Now.AddDays(-1));
        DeletionReceipt receipt = One.Receipt(story.Person.Id);
        Assert.True(await AskAsync<ITenantKeyStore, bool>(s => s.TryAddAsync(WrappedTenantKey.Create(One.Tenant, One.NewId(), new TestMasterKeys().Current, new byte[32], Now), Stop)));
        ApiKey key = One.ApiKey();
        Member member = Member.Create(One.Tenant, One.NewId(), Identity, "Zoë", "zoe@example.com", MemberRoles.Owner);
        Session session = Session.Open(member, One.NewId(), "sid", "Firefox", Now, new SessionLimits());
        await Database.AddAsync(
            member,
            session,
            another,
            key,
            One.Invitation(story.Campaign, another),
            left,
            ended,
            One.Submission(ended),
            receipt,
            ConsentEvent.Given(One.Caller, One.NewId(), story.Person.Id, "2026-01", "en", Now),
            approved,
            failed,
            due,
            held,
            Review.Create(One.NewId(), One.Caller, approved, ReviewDecision.Approved, string.Empty, null, Now),
            PendingErasure.Create(One.Tenant, One.NewId(), "people/x/", Now),
            AuditEntry.Create(One.NewId(), Now, One.Caller, "person.added", "person", story.Person.Id, "Somebody"));
        await ChangeAsync<IInvitationStore>(async s => (await s.FindAsync(One.Tenant, story.Invitation.Id, Stop))!.Approve(Now.AddDays(-90)));
        await AskAsync<ICreditLedger, bool>(async l =>
        {
            await l.GrantAsync(One.Tenant, 5, "Bought", Stop);
            return true;
        });
        _calls = new StoreCalls(Database, story, approved, failed, receipt, key, session, Now);
    }

    [Fact]
    public async Task EveryQuestion_AskedByAnotherCompany_IsAnsweredWithNothing()
    {
        foreach (StoreCall call in _calls.Questions)
        {
            object? answer = await _calls.AskAsync(call, Two.Tenant);
            Assert.True(StoreCalls.SaysNothing(answer) || answer is Tenant { Id: var own } && own == Two.Tenant, $"{call} told one company of another");
        }
    }

    /// <summary>Else the test above could not fail.</summary>
    [Fact]
    public async Task EveryQuestion_AskedByTheCompanyItself_IsAnsweredWithSomething()
    {
        foreach (StoreCall call in _calls.Questions)
        {
            Assert.False(StoreCalls.SaysNothing(await _calls.AskAsync(call, One.Tenant)), $"{call} found nothing of its own");
        }
    }

    [Fact]
    public async Task EveryOrder_GivenByAnotherCompany_ChangesNothing()
    {
        string before = await SnapshotAsync();
        foreach (StoreCall call in _calls.Orders)
        {
            await _calls.AskAsync(call, Two.Tenant);
        }

        Assert.Equal(before, await SnapshotAsync());
    }

    private async Task<string> SnapshotAsync()
    {
        List<string> rows = [];
        foreach (StoreCall call in _calls.Questions)
        {
            rows.Add($"{call}: {System.Text.Json.JsonSerializer.Serialize(await _calls.AskAsync(call, One.Tenant))}");
        }

        return string.Join('\n', rows);
    }
}
