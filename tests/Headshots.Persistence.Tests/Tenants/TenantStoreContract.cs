using Headshots.Core.Audit;
using Headshots.Core.Credits;
using Headshots.Core.Mail;
using Headshots.Core.Privacy;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Sessions;
using Headshots.Core.Tenants;
using Headshots.Persistence.Tests.Databases;
using Headshots.TestKit.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests.Tenants;

public abstract class TenantStoreContract(TestDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task Delete_OfOneTenant_RemovesItsEveryRowAndNoOthers()
    {
        await FillAsync(One);
        await FillAsync(Two);
        IReadOnlyDictionary<string, int> before = await CountAsync(Two.Tenant);
        Assert.DoesNotContain(0, (await CountAsync(One.Tenant)).Values);

        await AskAsync<ITenantStore, bool>(async s =>
        {
            await s.DeleteAsync(One.Tenant, Stop);
            return true;
        });

        Assert.All(await CountAsync(One.Tenant), table => Assert.Equal(0, table.Value));
        Assert.Equal(before, await CountAsync(Two.Tenant));
    }

    [Fact]
    public async Task Settings_Changed_AreReadAsWritten()
    {
        TenantSettings settings = new() { SelfieRetentionDays = 3, ReminderDaysBefore = [5, 2], Language = "de", AutoApproval = new AutoApprovalRule(80, 2, true) };

        await ChangeAsync<ITenantStore>(async s => (await s.FindAsync(One.Tenant, Stop))!.Change("New", "a@b.de", settings));

        Tenant read = (await AskAsync<ITenantStore, Tenant?>(s => s.FindAsync(One.Tenant, Stop)))!;
        Assert.Equivalent(settings, read.Settings, strict: true);
        Assert.Equal(2, read.Version);
    }

    [Fact]
    public async Task All_NamesEveryTenant()
    {
        IReadOnlyList<TenantId> all = await AskAsync<ITenantStore, IReadOnlyList<TenantId>>(s => s.AllAsync(Stop));

        Assert.Superset(new HashSet<TenantId> { One.Tenant, Two.Tenant }, all.ToHashSet());
    }

    [Fact]
    public async Task Realm_OfATenant_FindsItAndNoOther()
    {
        string realm = SignInRealm.Entra(One.NewId());
        await ChangeAsync<ITenantStore>(async s => (await s.FindAsync(One.Tenant, Stop))!.SignInAt(realm));

        Assert.Equal(One.Tenant, await AskAsync<ITenantStore, TenantId?>(s => s.FindByRealmAsync(realm, Stop)));
        Assert.Null(await AskAsync<ITenantStore, TenantId?>(s => s.FindByRealmAsync(realm.ToUpperInvariant(), Stop)));
        Assert.Null(await AskAsync<ITenantStore, TenantId?>(s => s.FindByRealmAsync(SignInRealm.Entra(One.NewId()), Stop)));
    }

    [Fact]
    public async Task Realm_OfTwoTenants_IsRefused()
    {
        string realm = SignInRealm.Entra(One.NewId());
        await ChangeAsync<ITenantStore>(async s => (await s.FindAsync(One.Tenant, Stop))!.SignInAt(realm));

        Assert.Equal(SharedProblems.Changed, (await ChangeAsync<ITenantStore>(async s => (await s.FindAsync(Two.Tenant, Stop))!.SignInAt(realm))).Problem);
    }

    [Fact]
    public async Task Open_LeavesOutWhoIsSuspendedOrAboutToGo()
    {
        await ChangeAsync<ITenantStore>(async s => (await s.FindAsync(One.Tenant, Stop))!.Suspend(Now));
        await ChangeAsync<ITenantStore>(async s => (await s.FindAsync(Two.Tenant, Stop))!.DeleteAt(Now.AddDays(7)));

        Assert.Empty((await AskAsync<ITenantStore, IReadOnlyList<TenantId>>(s => s.OpenAsync(Stop))).Intersect([One.Tenant, Two.Tenant]));

        await ChangeAsync<ITenantStore>(async s => (await s.FindAsync(One.Tenant, Stop))!.Resume());
        await ChangeAsync<ITenantStore>(async s => (await s.FindAsync(Two.Tenant, Stop))!.DeleteAt(null));
        Assert.Superset(new HashSet<TenantId> { One.Tenant, Two.Tenant }, (await AskAsync<ITenantStore, IReadOnlyList<TenantId>>(s => s.OpenAsync(Stop))).ToHashSet());
    }

    [Fact]
    public async Task Members_OfOneIdentity_AreOne()
    {
        await Database.AddAsync(Member.Create(One.Tenant, One.NewId(), "realm a", "Ada", "same@example.com", MemberRoles.None));
        await Database.AddAsync(Member.Create(One.Tenant, One.NewId(), "realm A", "Ada", "same@example.com", MemberRoles.None));
        await Database.AddAsync(Member.Create(Two.Tenant, Two.NewId(), "realm a", "Ada", "same@example.com", MemberRoles.None));

        Assert.Equal(SharedProblems.Changed, (await ChangeAsync<ITenantStore>(s =>
        {
            s.Add(Member.Create(One.Tenant, One.NewId(), "realm a", "Another", "other@example.com", MemberRoles.None));
            return Task.CompletedTask;
        })).Problem);
    }

    private async Task FillAsync(Sample sample)
    {
        Story story = await sample.StoryAsync();
        Member member = Member.Create(sample.Tenant, sample.NewId(), "Zoë", "zoe@example.com", MemberRoles.Owner);
        await Database.AddAsync(
            member,
            Session.Open(member, sample.NewId(), "sid", "Firefox", Now, new SessionLimits()),
            sample.ApiKey(),
            OutgoingMail.Create(sample.Tenant, sample.NewId(), MailKind.Reminder, story.Person.Id, null, Now),
            Review.Create(sample.NewId(), sample.Caller, story.Headshot, ReviewDecision.Approved, string.Empty, null, Now),
            PendingErasure.Create(sample.Tenant, sample.NewId(), "people/x/", Now),
            AuditEntry.Create(sample.NewId(), Now, sample.Caller, "person.added", "person", story.Person.Id, "Somebody"),
            ConsentEvent.Given(sample.Caller, sample.NewId(), story.Person.Id, "2026-01", "en", Now),
            sample.Receipt(story.Person.Id),
            WrappedTenantKey.Create(sample.Tenant, sample.NewId(), new TestMasterKeys().Current, new byte[32], Now));
        await AskAsync<ICreditLedger, CreditAnswer>(async l =>
        {
            await l.GrantAsync(sample.Tenant, 5, "Bought", Stop);
            return await l.SpendAsync(sample.Tenant, story.Person.Id, Stop);
        });
    }

    private async Task<IReadOnlyDictionary<string, int>> CountAsync(TenantId tenant)
    {
        await using AsyncServiceScope scope = Database.Services.CreateAsyncScope();
        HeadshotsDbContext context = scope.ServiceProvider.GetRequiredService<HeadshotsDbContext>();
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (IEntityType type in context.Model.GetEntityTypes())
        {
            string table = type.GetTableName()!;
            string sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" WHERE \"{type.FindPrimaryKey()!.Properties[0].Name}\" = {{0}}";
            counts[table] = await context.Database.SqlQueryRaw<int>(sql, tenant.Value).SingleAsync(Stop);
        }

        return counts;
    }
}
