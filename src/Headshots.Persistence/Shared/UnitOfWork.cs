using Headshots.Core.Shared;
using Headshots.Persistence.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Headshots.Persistence.Shared;

internal sealed class UnitOfWork(HeadshotsDbContext context, AuditChain chain) : IUnitOfWork
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
        bool audited = AuditChain.IsNeeded(context);
        if (context.WithNextSave.Count == 0 && !audited)
        {
            await context.SaveChangesAsync(cancellation);
            return;
        }

        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (audited)
        {
            await chain.JoinAsync(context, cancellation);
        }

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
