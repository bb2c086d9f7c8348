using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headshots.Persistence.Providers.Sqlite;

/// <summary>What holds per connection. With the journal written ahead, NORMAL loses nothing when a process dies. What is deleted is overwritten at once.</summary>
internal sealed class SqliteConnectionSettings(TimeSpan timeout) : DbConnectionInterceptor
{
    private readonly string _settings = $"PRAGMA busy_timeout = {(long)timeout.TotalMilliseconds}; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = _settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = _settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
