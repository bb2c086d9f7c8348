using Headshots.Persistence.Providers.Sqlite;
using Headshots.Persistence.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Headshots.Persistence.Providers;

/// <summary>For dotnet-ef, which writes migrations without a database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteHeadshotsContext>
{
    public SqliteHeadshotsContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteHeadshotsContext>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerHeadshotsContext>
{
    public SqlServerHeadshotsContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerHeadshotsContext>().UseSqlServer("Server=localhost;Database=headshots").Options);
}
