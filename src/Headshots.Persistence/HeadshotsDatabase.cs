using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence;

/// <summary>The database itself: made, brought up to date, asked whether it answers.</summary>
public sealed class HeadshotsDatabase
{
    private readonly IContextSource _contexts;
    private readonly PersistenceOptions _options;
    private readonly OlderRows _older;

    internal HeadshotsDatabase(IContextSource contexts, PersistenceOptions options, OlderRows older)
    {
        _contexts = contexts;
        _options = options;
        _older = older;
    }

    /// <summary>Creates the database or brings it up to date. Two processes that start at once do it one after the other.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using HeadshotsDbContext context = await _contexts.OpenAsync(cancellation);
        if (_options.Provider == DatabaseProvider.SqlServer)
        {
            // SQL Server has a lock of its own for this, which ends with the connection.
            await context.Database.MigrateAsync(cancellation);
            await _older.AdoptAsync(context, cancellation);
            return;
        }

        string file = Path.GetFullPath(_options.Connection);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using FileStream alone = await MigrationLock.TakeAsync(file + ".migrating", _options.Timeout, cancellation);
        await MigrationLock.BreakStaleAsync(context, cancellation);
        await context.Database.MigrateAsync(cancellation);
        await _older.AdoptAsync(context, cancellation);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
    }

    /// <summary>Whether it answers.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        await using HeadshotsDbContext context = await _contexts.OpenAsync(cancellation);
        return await context.Database.CanConnectAsync(cancellation);
    }

    /// <summary>Which migrations have yet to be applied.</summary>
    public async Task<IReadOnlyList<string>> PendingMigrationsAsync(CancellationToken cancellation)
    {
        await using HeadshotsDbContext context = await _contexts.OpenAsync(cancellation);
        return [.. await context.Database.GetPendingMigrationsAsync(cancellation)];
    }
}
