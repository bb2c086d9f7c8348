using System.Collections.Concurrent;
using System.Security.Claims;
using Headshots.Core.Sessions;
using Headshots.Core.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.Identity;

/// <summary>
/// Knows who the sessions are that come in again and again, so that a page with forty pictures does not ask the database forty
/// times. What ended in this process is forgotten at once; what ended elsewhere, or a role that was taken away, is noticed
/// within <see cref="Trusted"/>.
/// </summary>
internal sealed class SessionDesk(IServiceScopeFactory scopes, SessionLimits limits, TimeProvider time)
{
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(15);

    /// <summary>When somebody was last seen is for people to read and for the idle limit: a minute is near enough.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    private const int Most = 10_000;

    private readonly ConcurrentDictionary<SessionAddress, Seat> _seats = new();

    /// <summary>Raised whenever something is forgotten: what was read before may be what was just ended.</summary>
    private long _forgotten;

    /// <summary>Who that is; null when the session is over.</summary>
    public async Task<ClaimsPrincipal?> FindAsync(SessionAddress address, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (_seats.TryGetValue(address, out Seat? seat) && now - seat.ReadAt < Trusted && now < seat.ExpiresAt)
        {
            return seat.Who;
        }

        long before = Interlocked.Read(ref _forgotten);
        seat = await ReadAsync(address, now, cancellation);
        if (seat is null)
        {
            _seats.TryRemove(address, out _);
            return null;
        }

        if (_seats.Count >= Most)
        {
            _seats.Clear();
        }

        _seats[address] = seat;
        if (Interlocked.Read(ref _forgotten) != before)
        {
            _seats.TryRemove(address, out _);
        }

        return seat.Who;
    }

    public void Forget(SessionAddress address)
    {
        Interlocked.Increment(ref _forgotten);
        _seats.TryRemove(address, out _);
    }

    private async Task<Seat?> ReadAsync(SessionAddress address, DateTimeOffset now, CancellationToken cancellation)
    {
        // A scope of its own: a request for an employee's link must not have touched the tenant that a cookie names.
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        ISessionStore sessions = scope.ServiceProvider.GetRequiredService<ISessionStore>();
        ITenantStore tenants = scope.ServiceProvider.GetRequiredService<ITenantStore>();
        if (await sessions.FindAsync(address.Tenant, address.Id, cancellation) is not { } session || session.IsOver(now, limits)
            || await tenants.FindAsync(address.Tenant, cancellation) is not { } tenant
            || await tenants.FindMemberAsync(address.Tenant, session.MemberId, cancellation) is not { } member)
        {
            return null;
        }

        if (now - session.LastSeenAt >= Noted)
        {
            await sessions.TouchAsync(address.Tenant, address.Id, now, cancellation);
        }

        return new Seat(MemberClaims.Principal(member, address.Id, tenant.SuspendedAt is not null), now, session.ExpiresAt);
    }

    private sealed record Seat(ClaimsPrincipal Who, DateTimeOffset ReadAt, DateTimeOffset ExpiresAt);
}
