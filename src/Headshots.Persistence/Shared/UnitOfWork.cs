using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Headshots.Persistence.Shared;

internal sealed class UnitOfWork(HeadshotsDbContext context) : IUnitOfWork
{
    /// <summary>The database waits for other writers by itself; these are for the rare cases in which it cannot.</summary>
    private const int Attempts = 5;

    public async Task<Result<Done>> SaveAsync(CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await WriteAsync(cancellation);
                return default(Done);
            }
            catch (DbUpdateConcurrencyException)
            {
                Forget();
                return SharedProblems.Changed;
            }
            catch (Exception e) when (DatabaseErrors.IsViolation(e))
            {
                Forget();
                return SharedProblems.Changed;
            }
            catch (Exception e) when (DatabaseErrors.IsBusy(e) && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), cancellation);
            }
            catch
            {
                Forget();
                throw;
            }
        }
    }

    public void Forget()
    {
        context.ChangeTracker.Clear();
        context.WithNextSave.Clear();
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        if (context.WithNextSave.Count == 0)
        {
            await context.SaveChangesAsync(cancellation);
            return;
        }

        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
        foreach (Func<HeadshotsDbContext, CancellationToken, Task> step in context.WithNextSave)
        {
            await step(context, cancellation);
        }

        await context.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellation);
        await transaction.CommitAsync(cancellation);
        context.ChangeTracker.AcceptAllChanges();
        context.WithNextSave.Clear();
    }
}
