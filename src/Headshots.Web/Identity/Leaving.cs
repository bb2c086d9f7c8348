using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.Identity;

/// <summary>Ends sessions, and sees to it that this process knows at once.</summary>
internal sealed class Leaving(EndSessions end, SessionDesk desk, IServiceScopeFactory scopes)
{
    /// <summary>Whatever session this browser has; nothing happens when it has none.</summary>
    public async Task BrowserAsync(HttpContext http)
    {
        AuthenticateResult here = await http.AuthenticateAsync(Access.Scheme);
        if (MemberClaims.SessionOf(here.Principal) is { } session && MemberClaims.MemberOf(here.Principal!) is { } member)
        {
            await OneAsync(MemberClaims.Caller(here.Principal!), member, session.Id, http.RequestAborted);
        }
    }

    public async Task<Result<IReadOnlyList<Guid>>> OneAsync(Caller caller, Guid member, Guid session, CancellationToken cancellation) =>
        Forget(caller.Tenant, await end.OneAsync(caller, member, session, cancellation));

    public async Task<Result<IReadOnlyList<Guid>>> AllAsync(Caller caller, Guid member, Guid? but, CancellationToken cancellation) =>
        Forget(caller.Tenant, await end.AllAsync(caller, member, but, cancellation));

    /// <summary>Those that began in a session of the provider, whichever company's they are.</summary>
    /// <param name="providerSession">The provider's name for it.</param>
    /// <param name="isOf">Whether a tenant may be meant.</param>
    /// <param name="cancellation">Stops between tenants.</param>
    public async Task OfProviderAsync(string providerSession, Func<TenantId, Task<bool>> isOf, CancellationToken cancellation)
    {
        IReadOnlyList<SessionAddress> found;
        await using (AsyncServiceScope scope = scopes.CreateAsyncScope())
        {
            found = await scope.ServiceProvider.GetRequiredService<ISessionStore>().OfProviderAsync(Session.Hash(providerSession), cancellation);
        }

        foreach (IGrouping<TenantId, SessionAddress> company in found.GroupBy(a => a.Tenant))
        {
            if (!await isOf(company.Key))
            {
                continue;
            }

            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            Forget(company.Key, await scope.ServiceProvider.GetRequiredService<EndSessions>().OfProviderAsync(company.Key, [.. company.Select(a => a.Id)], cancellation));
        }
    }

    private Result<IReadOnlyList<Guid>> Forget(TenantId tenant, Result<IReadOnlyList<Guid>> ended)
    {
        foreach (Guid id in ended.Ok ? ended.Value : [])
        {
            desk.Forget(new SessionAddress(tenant, id));
        }

        return ended;
    }
}
