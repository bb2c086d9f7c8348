using Headshots.Core.Audit;
using Headshots.Persistence.Providers.Sqlite;
using Headshots.Persistence.Tests.Databases;
using Headshots.TestKit.Secrets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests.Providers.Sqlite;

public sealed class SqliteModelTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Model_IsWhatTheMigrationsSay()
    {
        await using AsyncServiceScope scope = database.Services.CreateAsyncScope();

        Assert.False(scope.ServiceProvider.GetRequiredService<SqliteHeadshotsContext>().Database.HasPendingModelChanges());
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "1")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "30000")]
    [InlineData("secure_delete", "1")]
    public async Task Connection_AsStoresOpenIt_IsSetUp(string pragma, string value)
    {
        await using AsyncServiceScope scope = database.Services.CreateAsyncScope();
        HeadshotsDbContext context = scope.ServiceProvider.GetRequiredService<HeadshotsDbContext>();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.Equal(value, Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Migrate_ByEightAtOnce_CollidesNowhere()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("headshots-migrate-");
        try
        {
            string file = Path.Combine(folder.FullName, "deeper", "new.db");
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => MigrateAsync(file))));

            Assert.True(File.Exists(file));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>EF's own lock is a row that a killed process leaves behind.</summary>
    [Fact]
    public async Task Migrate_AfterAProcessDiedInTheMiddle_GoesOn()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("headshots-migrate-");
        try
        {
            string file = Path.Combine(folder.FullName, "new.db");
            await using (SqliteConnection connection = new($"Data Source={file}"))
            {
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                await using SqliteCommand command = connection.CreateCommand();
                command.CommandText =
                    """
                    CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                    INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                    """;
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            }

            await MigrateAsync(file).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task MigrateAsync(string file)
    {
        await using ServiceProvider services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<Core.Shared.IIds, Core.Shared.TimeOrderedIds>()
            .AddTestSecrets()
            .AddSingleton<AuditSeals>()
            .AddHeadshotsPersistence(new PersistenceOptions { Connection = file })
            .BuildServiceProvider();
        HeadshotsDatabase database = services.GetRequiredService<HeadshotsDatabase>();
        await database.MigrateAsync(CancellationToken.None);
        Assert.Empty(await database.PendingMigrationsAsync(CancellationToken.None));
        Assert.True(await database.AnswersAsync(CancellationToken.None));
    }
}
