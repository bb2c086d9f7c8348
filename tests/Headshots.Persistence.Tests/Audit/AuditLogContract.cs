using Headshots.Core.Audit;
using Headshots.Core.Shared;
using Headshots.Persistence.Tests.Databases;

namespace Headshots.Persistence.Tests.Audit;

public abstract class AuditLogContract(TestDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task List_Filtered_FindsThose()
    {
        Guid subject = One.NewId();
        await RecordAsync("headshot.approved", subject, "Zoë Müller");
        await RecordAsync("headshot.rejected", One.NewId(), "Bob");
        await RecordAsync("headshot_odd", One.NewId(), "Bob");
        await RecordAsync("person.added", One.NewId(), "Bob");

        Assert.Equal(["headshot.rejected", "headshot.approved"], await ActionsAsync(new AuditQuery("headshot.")));
        Assert.Equal(["headshot_odd"], await ActionsAsync(new AuditQuery("headshot_")));
        Assert.Equal(["headshot.approved"], await ActionsAsync(new AuditQuery(Actor: "muller")));
        Assert.Equal(["headshot.approved"], await ActionsAsync(new AuditQuery(SubjectId: subject)));
        Assert.Empty(await ActionsAsync(new AuditQuery("nothing")));
    }

    [Fact]
    public async Task List_InPages_IsNewestFirstAndWhole()
    {
        for (int i = 0; i < 25; i++)
        {
            await RecordAsync($"n.{i}", One.NewId(), "Bob");
            Database.Time.Advance(TimeSpan.FromMilliseconds(i % 3));
        }

        List<AuditEntry> read = [];
        AuditQuery query = new(Size: 4);
        do
        {
            Slice<AuditEntry> slice = await AskAsync<IAuditLog, Slice<AuditEntry>>(l => l.ListAsync(One.Tenant, query, Stop));
            read.AddRange(slice.Items);
            query = query with { Cursor = slice.Next };
        }
        while (query.Cursor is not null);

        Assert.Equal(25, read.Select(e => e.Id).Distinct().Count());
        Assert.Equal(read.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => e.Id), read.Select(e => e.Id));
    }

    private Task<Result<Done>> RecordAsync(string action, Guid subject, string actor) => ChangeAsync<IAuditLog>(log =>
    {
        log.Record(new Caller(One.Tenant, new Actor(ActorKind.Staff, "1", actor)), action, "headshot", subject, "Something");
        Database.Time.Advance(TimeSpan.FromTicks(1));
        return Task.CompletedTask;
    });

    private async Task<string[]> ActionsAsync(AuditQuery query) =>
        [.. (await AskAsync<IAuditLog, Slice<AuditEntry>>(l => l.ListAsync(One.Tenant, query, Stop))).Items.Select(e => e.Action)];
}
