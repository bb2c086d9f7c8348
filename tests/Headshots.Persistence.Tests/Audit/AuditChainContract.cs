using Headshots.Core.Audit;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Signing;
using Headshots.Persistence.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests.Audit;

public abstract class AuditChainContract(TestDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task Record_ByManyAtOnce_LosesNobodyAndMakesOneChain()
    {
        const int Writers = 8, Each = 15;
        Result<Done>[][] saved = await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            Result<Done>[] results = new Result<Done>[Each];
            for (int i = 0; i < Each; i++)
            {
                results[i] = await RecordAsync($"writer.{w}", entries: 1 + (i % 3));
            }

            return results;
        })));

        Assert.All(saved.SelectMany(s => s), s => Assert.True(s.Ok, s.Problem?.ToString()));
        AuditVerdict verdict = await VerifyAsync();
        Assert.Null(verdict.Break);
        Assert.Equal(Writers * Each * 2, verdict.Entries);
        Assert.Null((await VerifyAsync(Two.Tenant)).Break);
    }

    [Fact]
    public async Task Record_WhenTheSaveIsRefused_LeavesNoHole()
    {
        await RecordAsync("one");
        Person person = One.Person(email: "same@example.com");
        await Database.AddAsync(person);

        Result<Done> refused = await ChangeAsync<HeadshotsDbContext>(context =>
        {
            context.Add(One.Person(email: "same@example.com"));
            context.Add(AuditEntry.Create(One.NewId(), Now, One.Caller, "person.added", "person", One.NewId(), "Twice"));
            return Task.CompletedTask;
        });
        await RecordAsync("two");

        Assert.False(refused.Ok);
        AuditVerdict verdict = await VerifyAsync();
        Assert.Null(verdict.Break);
        Assert.Equal(2, verdict.Entries);
    }

    [Theory]
    [InlineData("UPDATE \"AuditEntries\" SET \"Action\" = 'person.added' WHERE \"Sequence\" = 3", 3)]
    [InlineData("UPDATE \"AuditEntries\" SET \"ActorName\" = 'Somebody Else' WHERE \"Sequence\" = 3", 3)]
    [InlineData("UPDATE \"AuditEntries\" SET \"Summary\" = 'Nothing' WHERE \"Sequence\" = 4", 4)]
    [InlineData("UPDATE \"AuditEntries\" SET \"ActorId\" = '8' WHERE \"Sequence\" = 1", 1)]
    [InlineData("UPDATE \"AuditEntries\" SET \"PersonId\" = NULL WHERE \"Sequence\" = 5", 5)]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 2", 3)]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 1", 2)]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" > 4", 5)]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 2; UPDATE \"AuditEntries\" SET \"Sequence\" = \"Sequence\" - 1 WHERE \"Sequence\" > 2", 2)]
    [InlineData("UPDATE \"AuditEntries\" SET \"Sequence\" = 99 WHERE \"Sequence\" = 2; UPDATE \"AuditEntries\" SET \"Sequence\" = 2 WHERE \"Sequence\" = 3; UPDATE \"AuditEntries\" SET \"Sequence\" = 3 WHERE \"Sequence\" = 99", 2)]
    [InlineData("UPDATE \"AuditEntries\" SET \"Summary\" = '', \"SummarySalt\" = {1} WHERE \"Sequence\" = 3", 3)]
    public async Task Verify_AfterSomebodyWroteToTheDatabase_NamesTheFirstBrokenEntry(string statement, int broken)
    {
        for (int i = 0; i < 6; i++)
        {
            await RecordAsync($"n.{i}");
        }

        Assert.Null((await VerifyAsync()).Break);
        await TamperAsync(statement);

        AuditVerdict verdict = await VerifyAsync();
        Assert.Equal(broken, verdict.Break?.Sequence);
        Assert.Null(verdict.Anchor);
    }

    /// <summary>Somebody who knows how the tables hang together sets the chain's end back as well: only what was kept elsewhere tells.</summary>
    [Fact]
    public async Task Verify_AfterTheEndWasCutOffCleverly_IsFoundByTheAnchor()
    {
        await RecordAsync("n", entries: 4);
        AuditAnchor early = (await VerifyAsync()).Anchor!;
        await RecordAsync("m", entries: 3);
        AuditAnchor late = (await VerifyAsync()).Anchor!;

        await TamperAsync(
            "DELETE FROM \"AuditEntries\" WHERE \"Sequence\" > 5; UPDATE \"AuditHeads\" SET \"Sequence\" = 5, \"Seal\" = (SELECT \"Seal\" FROM \"AuditEntries\" WHERE \"TenantId\" = {0} AND \"Sequence\" = 5)");

        Assert.Null((await VerifyAsync()).Break);
        Assert.Null((await VerifyAsync(anchors: [early])).Break);
        Assert.Equal(6, (await VerifyAsync(anchors: [early, late])).Break?.Sequence);
    }

    [Fact]
    public async Task Verify_WithAnAnchorThatSaysOtherwise_IsBrokenThere()
    {
        await RecordAsync("n", entries: 3);
        AuditAnchor anchor = (await VerifyAsync()).Anchor!;
        ISigningKey key = Database.Services.GetRequiredService<ISigningKey>();
        AuditAnchor other = AuditAnchor.Sign(One.Tenant, new AuditHead(2, new byte[32]), Now, key);
        AuditAnchor forged = anchor with { Sequence = 99 };

        Assert.Equal(2, (await VerifyAsync(anchors: [other])).Break?.Sequence);
        Assert.Contains("not signed", (await VerifyAsync(anchors: [forged])).Break!.What, StringComparison.Ordinal);
        Assert.Equal(anchor, Assert.Single(AuditAnchor.Find($"12:00:01 info: {anchor} and so on\n")));
    }

    [Fact]
    public async Task ForgetPerson_TakesTheNamesAndKeepsTheChain()
    {
        Person anna = One.Person(name: "Anna Abel"), ben = One.Person(name: "Ben Bauer");
        await Database.AddAsync(anna, ben);
        foreach (Person person in new[] { anna, ben })
        {
            Caller self = new(One.Tenant, new Actor(ActorKind.Employee, person.Id.ToString("N"), person.Name));
            await RecordAsync(self, "invitation.opened", "invitation", One.NewId(), person.Name, null);
            await RecordAsync(One.Caller, "headshot.approved", "headshot", One.NewId(), person.Name, person.Id);
        }

        await ChangeAsync<IAuditLog>(log =>
        {
            log.ForgetPerson(One.Tenant, anna.Id);
            log.Record(One.Caller, AuditActions.PersonErased, "person", anna.Id, "Everything");
            return Task.CompletedTask;
        });

        IReadOnlyList<AuditEntry> all = await ChainAsync();
        Assert.Equal(["", "Zoë Müller", "Ben Bauer", "Zoë Müller", "Zoë Müller"], all.Select(e => e.ActorName));
        Assert.Equal(["", "", "Ben Bauer", "Ben Bauer", "Everything"], all.Select(e => e.Summary));
        Assert.Empty((await AskAsync<IAuditLog, Slice<AuditEntry>>(l => l.ListAsync(One.Tenant, new AuditQuery(Actor: "anna"), Stop))).Items);
        AuditVerdict verdict = await VerifyAsync();
        Assert.Null(verdict.Break);
        Assert.Equal((5L, 2), (verdict.Entries, verdict.Erased));
    }

    [Theory]
    [InlineData("UPDATE \"AuditEntries\" SET \"Action\" = 'x' WHERE \"TenantId\" = {0}")]
    [InlineData("UPDATE \"AuditEntries\" SET \"Summary\" = 'x' WHERE \"TenantId\" = {0}")]
    [InlineData("UPDATE \"AuditEntries\" SET \"Summary\" = '' WHERE \"TenantId\" = {0}")]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"TenantId\" = {0}")]
    public async Task Database_ByItself_RefusesToChangeEntries(string statement)
    {
        await RecordAsync("n");
        await using AsyncServiceScope scope = Database.Services.CreateAsyncScope();
        HeadshotsDbContext context = scope.ServiceProvider.GetRequiredService<HeadshotsDbContext>();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => context.Database.ExecuteSqlRawAsync(statement, [One.Tenant.Value], Stop));
    }

    [Fact]
    public async Task Context_RefusesToChangeWhatIsWrittenOnce()
    {
        await RecordAsync("n");
        AuditEntry entry = (await ChainAsync())[0];

        await Assert.ThrowsAsync<NotSupportedException>(() => ChangeAsync<HeadshotsDbContext>(context =>
        {
            context.Remove(entry);
            return Task.CompletedTask;
        }));
        await Assert.ThrowsAsync<NotSupportedException>(() => ChangeAsync<HeadshotsDbContext>(context =>
        {
            context.Update(entry);
            return Task.CompletedTask;
        }));
    }

    /// <summary>With the database's own guards out of the way, as somebody would have who means it.</summary>
    protected abstract Task UnguardAsync(DbContext context);

    private async Task TamperAsync(string statement)
    {
        await using AsyncServiceScope scope = Database.Services.CreateAsyncScope();
        HeadshotsDbContext context = scope.ServiceProvider.GetRequiredService<HeadshotsDbContext>();
        await UnguardAsync(context);
        foreach (string one in statement.Split("; "))
        {
            string own = one.Contains("{0}", StringComparison.Ordinal) && one.StartsWith("UPDATE \"AuditHeads\"", StringComparison.Ordinal) ? $"{one} WHERE \"TenantId\" = {{0}}" : $"{one} AND \"TenantId\" = {{0}}";
            Assert.True(await context.Database.ExecuteSqlRawAsync(own, [One.Tenant.Value, Array.Empty<byte>()], Stop) > 0, own);
        }
    }

    private Task<Result<Done>> RecordAsync(string action, int entries = 1) => ChangeAsync<IAuditLog>(log =>
    {
        for (int i = 0; i < entries; i++)
        {
            log.Record(One.Caller, action, "person", One.NewId(), $"Somebody {i}");
        }

        return Task.CompletedTask;
    });

    private Task<Result<Done>> RecordAsync(Caller caller, string action, string subjectType, Guid subject, string summary, Guid? person) => ChangeAsync<IAuditLog>(log =>
    {
        log.Record(caller, action, subjectType, subject, summary, person);
        Database.Time.Advance(TimeSpan.FromTicks(1));
        return Task.CompletedTask;
    });

    private async Task<AuditVerdict> VerifyAsync(TenantId? tenant = null, params AuditAnchor[] anchors)
    {
        await using AsyncServiceScope scope = Database.Services.CreateAsyncScope();
        VerifyAudit verify = new(
            scope.ServiceProvider.GetRequiredService<IAuditLog>(), Database.Services.GetRequiredService<AuditSeals>(), Database.Services.GetRequiredService<ISigningKey>(), Database.Time);
        return await verify.HandleAsync(tenant ?? One.Tenant, anchors, Stop);
    }

    private Task<List<AuditEntry>> ChainAsync() => AskAsync<IAuditLog, List<AuditEntry>>(async l => await l.ChainAsync(One.Tenant, Stop).ToListAsync());
}
