namespace Headshots.Persistence;

/// <summary>Where the database is.</summary>
public sealed class PersistenceOptions
{
    /// <summary>Which database; default SQLite, which needs no server.</summary>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>SQLite: the file's path. SQL Server: a connection string.</summary>
    public required string Connection { get; init; }

    /// <summary>How long a command waits for another writer or for an answer, 1 s to 5 min; default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Connection))
        {
            throw new ArgumentException("Database:Connection is empty: name the SQLite file, or give the SQL Server connection string.");
        }

        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(5))
        {
            throw new ArgumentException("Database:Timeout is 1 second to 5 minutes.");
        }
    }
}

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}
