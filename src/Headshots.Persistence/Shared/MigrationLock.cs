using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Shared;

/// <summary>
/// One process at a time brings a SQLite file up to date: an open file beside it, which the operating system closes for a
/// process that is killed. EF keeps a lock of its own in a table, which nobody would take away then.
/// </summary>
internal static class MigrationLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<FileStream> TakeAsync(string path, TimeSpan timeout, CancellationToken cancellation)
    {
        for (TimeSpan waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < timeout && File.Exists(path))
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    /// <summary>We hold the file, so whoever wrote EF's lock is gone.</summary>
    public static async Task BreakStaleAsync(HeadshotsDbContext context, CancellationToken cancellation)
    {
        int tables = await context.Database
            .SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'").SingleAsync(cancellation);
        if (tables > 0)
        {
            await context.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellation);
        }
    }
}
