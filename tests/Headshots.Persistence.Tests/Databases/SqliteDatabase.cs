using Microsoft.Data.Sqlite;

namespace Headshots.Persistence.Tests.Databases;

/// <summary>A file in a folder of its own.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("headshots-data-");

    public string File => Path.Combine(_folder.FullName, "headshots.db");

    protected override PersistenceOptions Options => new() { Connection = File };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
