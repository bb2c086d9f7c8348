using Headshots.Core.Privacy;

namespace Headshots.Persistence.Providers.SqlServer;

/// <summary>
/// SQL Server clears deleted rows from its pages by itself, some seconds later, and keeps what they were in the transaction log until
/// that is backed up and used again. A program has no say in this; what lies on disks is for the server's own encryption (TDE).
/// </summary>
internal sealed class SqlServerTraces : IDatabaseTraces
{
    public Task<bool> WipeAsync(DateTimeOffset deletedUntil, CancellationToken cancellation) => Task.FromResult(true);
}
