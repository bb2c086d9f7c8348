using Headshots.Core.Audit;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Sessions;
using Headshots.Core.Tenants;
using Headshots.Persistence.Tests.Providers.Capturing;
using Headshots.Persistence.Tests.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests.Providers.SqlServer;

/// <summary>What the stores say to SQL Server, as far as it shows without one: all of it translates, parses, and names the tenant.</summary>
public sealed class SqlServerQueriesTests(ServerlessDatabase database) : IClassFixture<ServerlessDatabase>
{
    private static readonly TenantId Tenant = new(Guid.Parse("019cadc6-9a80-73d0-a136-45ad0286a710"));

    [Fact]
    public async Task EveryStoreMethod_Translates_AndNamesTheTenant()
    {
        database.Forget();
        StoreCalls calls = Calls();
        foreach (StoreCall call in StoreCalls.All)
        {
            int before = database.Sql.Count;
            await calls.AskAsync(call, Tenant);
            Assert.True(database.Sql.Count > before, $"{call} asked nothing");
        }

        Assert.All(database.Sql, sql =>
        {
            TransactSql.Parses(sql);
            Assert.Matches(sql.Contains("INSERT INTO", StringComparison.Ordinal) ? @"\[TenantId\]" : @"\[(TenantId|Id)\] = @", sql);
        });
    }

    [Fact]
    public async Task EveryPageOfEveryList_Translates()
    {
        database.Forget();
        await using AsyncServiceScope scope = database.Services.CreateAsyncScope();
        IPersonStore people = scope.ServiceProvider.GetRequiredService<IPersonStore>();
        Person last = new Sample(database, Tenant).Person();
        foreach (PersonSort sort in Enum.GetValues<PersonSort>())
        {
            foreach (bool descending in new[] { false, true })
            {
                PersonQuery query = new("müller", "Sales", PersonStatus.Active, PhotoStage.Chosen, sort, descending) { WithTotal = true };
                query = query with { Cursor = Persistence.People.PersonQueries.CursorAt(last, query).ToString() };
                await people.ListAsync(Tenant, query, CancellationToken.None);
                Assert.Contains(" TOP(", database.Sql[^1], StringComparison.Ordinal);
                Assert.Matches("ORDER BY", database.Sql[^1]);
            }
        }

        string time = Persistence.Shared.Cursor.At("audit", last.CreatedAt, last.Id).ToString();
        await scope.ServiceProvider.GetRequiredService<IAuditLog>().ListAsync(Tenant, new AuditQuery("a", "b", last.Id, time), CancellationToken.None);
        string waiting = Persistence.Shared.Cursor.At("waiting", last.CreatedAt, last.Id).ToString();
        await scope.ServiceProvider.GetRequiredService<IHeadshotStore>().WaitingAsync(Tenant, new WaitingQuery(last.Id, waiting), CancellationToken.None);
        string invited = Persistence.Shared.Cursor.At("invitations", last.SortKey).ToString();
        await scope.ServiceProvider.GetRequiredService<IInvitationStore>().ListAsync(
            Tenant, new InvitationQuery(last.Id, InvitationStage.Opened, "m", invited) { WithTotal = true }, CancellationToken.None);

        Assert.Equal(20 + 1 + 1 + 2, database.Sql.Count);
        Assert.All(database.Sql, TransactSql.Parses);
    }

    [Fact]
    public async Task QuestionsWithoutATenant_Translate()
    {
        database.Forget();
        await using AsyncServiceScope scope = database.Services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<IInvitationStore>().FindByTokenHashAsync("abc", CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ITenantStore>().AllAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ITenantStore>().OpenAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindByRealmAsync("entra:x", CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ISessionStore>().OfProviderAsync("abc", CancellationToken.None);

        Assert.Equal(5, database.Sql.Count);
        Assert.All(database.Sql, TransactSql.Parses);
    }

    private StoreCalls Calls()
    {
        Sample sample = new(database, Tenant);
        Core.BrandKits.BrandKit kit = sample.Kit();
        Core.BrandKits.BrandKitVersion version = kit.Publish(sample.NewId(), "Zoë", database.Time.GetUtcNow());
        Person person = sample.Person(externalId: "7");
        Core.Campaigns.Campaign campaign = sample.Campaign(kit);
        Invitation invitation = sample.Invitation(campaign, person);
        Core.Submissions.Submission submission = sample.Submission(invitation);
        Core.Rendering.RenderJob job = sample.Job(submission, version);
        Headshot headshot = sample.Headshot(job, submission);
        OutgoingMail mail = OutgoingMail.Create(Tenant, sample.NewId(), MailKind.Reminder, person.Id, null, database.Time.GetUtcNow());
        Member member = Member.Create(Tenant, sample.NewId(), "Zoë", "zoe@example.com", MemberRoles.Owner);
        Session session = Session.Open(member, sample.NewId(), null, "Firefox", database.Time.GetUtcNow(), new SessionLimits());
        return new StoreCalls(database, new Story(kit, version, person, campaign, invitation, submission, job, headshot), headshot, mail, sample.Receipt(person.Id), sample.ApiKey(), session, database.Time.GetUtcNow());
    }
}
