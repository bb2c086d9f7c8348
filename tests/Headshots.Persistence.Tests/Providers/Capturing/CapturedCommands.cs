using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

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
internal sealed class NoTransactions : IDbContextTransactionManager
{
    public IDbContextTransaction? CurrentTransaction => null;

    public IDbContextTransaction BeginTransaction() => throw new NotSupportedException();

    public Task<IDbContextTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) => Task.FromResult<IDbContextTransaction>(new Transaction());

    public void CommitTransaction() => throw new NotSupportedException();

    public Task CommitTransactionAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void RollbackTransaction() => throw new NotSupportedException();

    public Task RollbackTransactionAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void ResetState()
    {
    }

    public Task ResetStateAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    private sealed class Transaction : IDbContextTransaction
    {
        public Guid TransactionId => Guid.Empty;

        public void Commit()
        {
        }

        public Task CommitAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public void Rollback()
        {
        }

        public Task RollbackAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}

/// <summary>Several rows are written without one either.</summary>
internal sealed class NoAutomaticTransaction : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        eventData.Context!.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return new(result);
    }
}
