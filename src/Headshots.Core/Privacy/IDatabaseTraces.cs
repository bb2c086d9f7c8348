namespace Headshots.Core.Privacy;

/// <summary>What deleted rows leave in a database's files until something else is written over it.</summary>
public interface IDatabaseTraces
{
    /// <summary>Overwrites what rows left that were deleted until then; nothing happens when that was done since.</summary>
    /// <param name="deletedUntil">When rows were last deleted.</param>
    /// <param name="cancellation">Stops before the next step.</param>
    /// <returns>False when somebody who reads was in the way: ask again.</returns>
    Task<bool> WipeAsync(DateTimeOffset deletedUntil, CancellationToken cancellation);
}
