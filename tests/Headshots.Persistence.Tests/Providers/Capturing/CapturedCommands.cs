using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headshots.Persistence.Tests.Providers.Capturing;

/// <summary>Stands where a server would: notes each command and answers with no rows, or with 0 where something is counted.</summary>
internal sealed class CapturedCommands : DbCommandInterceptor
{
    public List<string> Sql { get; } = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Sql.Add(command.CommandText);
        DataTable table = new();
        if (command.CommandText.StartsWith("SELECT COUNT(", StringComparison.Ordinal) || command.CommandText.StartsWith("SELECT CASE", StringComparison.Ordinal))
        {
            bool asked = command.CommandText.StartsWith("SELECT CASE", StringComparison.Ordinal);
            table.Columns.Add("Value", asked ? typeof(bool) : typeof(int));
            table.Rows.Add(asked ? false : 0);
        }

        return new(InterceptionResult<DbDataReader>.SuppressWithResult(table.CreateDataReader()));
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Sql.Add(command.CommandText);
        return new(InterceptionResult<int>.SuppressWithResult(0));
    }
}

/// <summary>Nothing is connected to.</summary>
internal sealed class NoConnection : DbConnectionInterceptor
{
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult.Suppress());

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(InterceptionResult.Suppress());
}

/// <summary>Begins and ends without a server.</summary>
internal sealed class NoTransaction : DbTransactionInterceptor
{
    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        // Commands take no other class, and this one has no constructor; without its inside it counts as one that has ended.
        SqlTransaction ended = (SqlTransaction)RuntimeHelpers.GetUninitializedObject(typeof(SqlTransaction));
        GC.SuppressFinalize(ended);
        return new(InterceptionResult<DbTransaction>.SuppressWithResult(ended));
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult.Suppress());
}
