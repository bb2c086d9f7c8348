using Headshots.Core.Shared;

namespace Headshots.Core.Sessions;

/// <summary>Removes sessions that are over: who used which browser is kept no longer than it is needed.</summary>
public sealed class TidySessions(ISessionStore sessions, SessionLimits limits, TimeProvider time)
{
    public Task HandleAsync(TenantId tenant, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        return sessions.RemoveOverAsync(tenant, now, now - limits.Idle, cancellation);
    }
}
