using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Headshots.Persistence.Providers.Sqlite;

/// <summary>The model on SQLite, whose columns have no type for a time with an offset: UTC ticks sort and compare.</summary>
internal sealed class SqliteHeadshotsContext(DbContextOptions<SqliteHeadshotsContext> options) : HeadshotsDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }

    private sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
