using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Shared;

/// <summary>What a database's error numbers mean.</summary>
internal static class DatabaseErrors
{
    /// <summary>A row that must be unique exists already, or one that this hangs on was removed meanwhile.</summary>
    public static bool IsViolation(Exception e) => Inner(e) switch
    {
        // SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY and _FOREIGNKEY.
        SqliteException { SqliteErrorCode: 19, SqliteExtendedErrorCode: 2067 or 1555 or 787 } => true,
        SqlException { Number: 2601 or 2627 or 547 } => true,
        _ => false,
    };

    /// <summary>Another writer was in the way; trying again helps.</summary>
    public static bool IsBusy(Exception e) => Inner(e) switch
    {
        // SQLITE_BUSY and SQLITE_LOCKED; SQL Server's deadlock victim.
        SqliteException { SqliteErrorCode: 5 or 6 } => true,
        SqlException { Number: 1205 } => true,
        _ => false,
    };

    private static Exception? Inner(Exception e) => e is DbUpdateException ? e.InnerException : e;
}
