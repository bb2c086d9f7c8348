using System.Data.Common;
using Headshots.Core.Privacy;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Providers.Sqlite;

/// <summary>
/// What SQLite keeps of deleted rows. <c>secure_delete</c> overwrites a row where it was, but rows move when pages are split, and
/// the journal holds pages as they were before. So the file is written anew, and the journal is emptied into it.
/// </summary>
internal sealed class SqliteTraces(IContextSource contexts, TimeProvider time) : IDatabaseTraces, IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    private DateTimeOffset _wipedAt = DateTimeOffset.MinValue;

    public async Task<bool> WipeAsync(DateTimeOffset deletedUntil, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_wipedAt > deletedUntil)
            {
                return true;
            }

            DateTimeOffset start = time.GetUtcNow();
            await using HeadshotsDbContext context = await contexts.OpenAsync(cancellation);
            await context.Database.OpenConnectionAsync(cancellation);
            await RunAsync(context, "VACUUM", cancellation);
            if (await RunAsync(context, "PRAGMA wal_checkpoint(TRUNCATE)", cancellation) != 0)
            {
                return false;
            }

            _wipedAt = start;
            return true;
        }
        catch (Exception e) when (DatabaseErrors.IsBusy(e))
        {
            return false;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <returns>The first number of the answer; 0 where there is none.</returns>
    private static async Task<long> RunAsync(HeadshotsDbContext context, string statement, CancellationToken cancellation)
    {
        await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement;
        return await command.ExecuteScalarAsync(cancellation) is long number ? number : 0;
    }
}
