using Headshots.Core.Audit;
using Headshots.Core.Credits;
using Headshots.Core.Mail;
using Headshots.Core.Privacy;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
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

    private async Task FillAsync(Sample sample)
    {
        Story story = await sample.StoryAsync();
        await Database.AddAsync(
            sample.ApiKey(),
            OutgoingMail.Create(sample.Tenant, sample.NewId(), MailKind.Reminder, story.Person.Id, null, Now),
            Review.Create(sample.NewId(), sample.Caller, story.Headshot, ReviewDecision.Approved, string.Empty, null, Now),
            PendingErasure.Create(sample.Tenant, sample.NewId(), "people/x/", Now),
            AuditEntry.Create(sample.NewId(), Now, sample.Caller, "person.added", "person", story.Person.Id, "Somebody"),
            ConsentEvent.Given(sample.Caller, sample.NewId(), story.Person.Id, "2026-01", "en", Now),
            sample.Receipt(story.Person.Id),
            WrappedTenantKey.Create(sample.Tenant, sample.NewId(), new TestMasterKeys().Current, new byte[32], Now),
            Member.Create(sample.Tenant, sample.NewId(), "Zoë", "zoe@example.com", MemberRoles.Owner));
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
