using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Headshots.Workers;

/// <summary>Goes from tenant to tenant, each in a scope of its own; what breaks for one does not keep it from the others.</summary>
internal sealed partial class TenantRounds(IServiceScopeFactory scopes, ILogger<TenantRounds> logger)
{
    /// <param name="what">For the log: what is done.</param>
    /// <param name="work">Done for each tenant, with services that are its alone.</param>
    /// <param name="closedToo">Also for tenants that are suspended or about to be deleted: what was promised to people is done there, too.</param>
    /// <param name="cancellation">Stops between tenants.</param>
    public async Task RunAsync(string what, Func<IServiceProvider, TenantId, CancellationToken, Task> work, bool closedToo, CancellationToken cancellation)
    {
        foreach (TenantId tenant in await AllAsync(what, closedToo, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                await using AsyncServiceScope scope = scopes.CreateAsyncScope();
                await work(scope.ServiceProvider, tenant, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // Whatever broke for this tenant, the next one has a right to its round.
            catch (Exception e)
#pragma warning restore CA1031
            {
                LogBroke(e, what, tenant);
            }
        }
    }

    private async Task<IReadOnlyList<TenantId>> AllAsync(string what, bool closedToo, CancellationToken cancellation)
    {
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            ITenantStore tenants = scope.ServiceProvider.GetRequiredService<ITenantStore>();
            return await (closedToo ? tenants.AllAsync(cancellation) : tenants.OpenAsync(cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // A database that does not answer now may answer at the next round.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogNoTenants(e, what);
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} broke for tenant {Tenant}; it is tried again at the next round")]
    private partial void LogBroke(Exception e, string what, TenantId tenant);

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} could not begin: the tenants could not be read")]
    private partial void LogNoTenants(Exception e, string what);
}
