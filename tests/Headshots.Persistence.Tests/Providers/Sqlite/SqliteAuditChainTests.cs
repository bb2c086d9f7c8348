using Headshots.Persistence.Audit;
using Headshots.Persistence.Tests.Audit;
using Headshots.Persistence.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Tests.Providers.Sqlite;

/// <summary>Each test has a database of its own, whose guards it may remove.</summary>
public sealed class SqliteAuditChainTests : AuditChainContract, IAsyncDisposable
{
    private readonly SqliteDatabase _database;

    public SqliteAuditChainTests()
        : this(new SqliteDatabase())
    {
    }

    private SqliteAuditChainTests(SqliteDatabase database)
        : base(database) => _database = database;

    public override async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    protected override async Task UnguardAsync(DbContext context)
    {
        await context.Database.ExecuteSqlRawAsync("DROP TRIGGER \"" + AuditTriggers.Name + "_Update\"", Stop);
        await context.Database.ExecuteSqlRawAsync("DROP TRIGGER \"" + AuditTriggers.Name + "_Delete\"", Stop);
        await context.Database.ExecuteSqlRawAsync("DROP INDEX \"IX_AuditEntries_TenantId_Sequence\"", Stop);
    }
}
