using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Headshots.Persistence.Providers.SqlServer;

/// <summary>The model on SQL Server.</summary>
internal sealed class SqlServerHeadshotsContext(DbContextOptions<SqlServerHeadshotsContext> options) : HeadshotsDbContext(options)
{
    /// <summary>Text is compared as it is stored, as SQLite does: what may be told apart is decided by us, not by a server's setting.</summary>
    private const string Exact = "Latin1_General_100_BIN2";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (IMutableProperty property in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => p.ClrType == typeof(string)))
        {
            property.SetCollation(Exact);
        }
    }
}
