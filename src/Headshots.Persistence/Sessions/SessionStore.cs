using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Sessions;

internal sealed class SessionStore(HeadshotsDbContext context) : ISessionStore
{
    public void Add(Session session) => context.Add(session);

    public void Remove(Session session) => context.Remove(session);

    public Task<Session?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation) =>
        context.Rows<Session>(tenant).FirstOrDefaultAsync(s => s.Id == id, cancellation);

    public async Task<IReadOnlyList<Session>> OfMemberAsync(TenantId tenant, Guid memberId, CancellationToken cancellation) =>
        await context.Rows<Session>(tenant).Where(s => s.MemberId == memberId)
            .OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.Id).ToListAsync(cancellation);

    // Past the version: two requests that note it at once are no conflict.
    public Task TouchAsync(TenantId tenant, Guid id, DateTimeOffset now, CancellationToken cancellation) =>
        context.Rows<Session>(tenant).Where(s => s.Id == id && s.LastSeenAt < now)
            .ExecuteUpdateAsync(row => row.SetProperty(s => s.LastSeenAt, now), cancellation);

    public Task RemoveOverAsync(TenantId tenant, DateTimeOffset endedBefore, DateTimeOffset notSeenSince, CancellationToken cancellation) =>
        context.Rows<Session>(tenant).Where(s => s.ExpiresAt <= endedBefore || s.LastSeenAt <= notSeenSince).ExecuteDeleteAsync(cancellation);

    public async Task<IReadOnlyList<SessionAddress>> OfProviderAsync(string providerSessionHash, CancellationToken cancellation) =>
        await context.Set<Session>().IgnoreQueryFilters().Where(s => s.ProviderSessionHash == providerSessionHash)
            .Select(s => new SessionAddress(s.TenantId, s.Id)).ToListAsync(cancellation);
}
