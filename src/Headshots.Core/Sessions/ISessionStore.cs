using Headshots.Core.Shared;

namespace Headshots.Core.Sessions;

public interface ISessionStore
{
    void Add(Session session);

    void Remove(Session session);

    Task<Session?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellation);

    /// <summary>Seen last comes first.</summary>
    Task<IReadOnlyList<Session>> OfMemberAsync(TenantId tenant, Guid memberId, CancellationToken cancellation);

    /// <summary>Notes at once that it was used; a page that fails later was used all the same.</summary>
    Task TouchAsync(TenantId tenant, Guid id, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Removes at once those that ended before a moment, or were not seen since another.</summary>
    Task RemoveOverAsync(TenantId tenant, DateTimeOffset endedBefore, DateTimeOffset notSeenSince, CancellationToken cancellation);

    /// <summary>Those that began in one session of the provider. It names no tenant, and so only whose they are leaves through here.</summary>
    Task<IReadOnlyList<SessionAddress>> OfProviderAsync(string providerSessionHash, CancellationToken cancellation);
}

/// <summary>Whose session, and which.</summary>
public readonly record struct SessionAddress(TenantId Tenant, Guid Id);
