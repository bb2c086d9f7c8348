using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Core.Sessions;

/// <summary>Signs somebody out: here, everywhere, or because the provider says that they left there.</summary>
public sealed class EndSessions(ISessionStore sessions, ITenantStore tenants, EntryWork work)
{
    /// <summary>One of a member's; another member's id finds nothing.</summary>
    public async Task<Result<IReadOnlyList<Guid>>> OneAsync(Caller caller, Guid memberId, Guid sessionId, CancellationToken cancellation) =>
        await sessions.FindAsync(caller.Tenant, sessionId, cancellation) is { } session && session.MemberId == memberId
            ? await EndAsync(caller, memberId, [session], cancellation)
            : SharedProblems.NotFound;

    /// <summary>All of a member's, but one where that is named.</summary>
    /// <returns>Which ended.</returns>
    public async Task<Result<IReadOnlyList<Guid>>> AllAsync(Caller caller, Guid memberId, Guid? but, CancellationToken cancellation)
    {
        if (await tenants.FindMemberAsync(caller.Tenant, memberId, cancellation) is null)
        {
            return SharedProblems.NotFound;
        }

        Session[] open = [.. (await sessions.OfMemberAsync(caller.Tenant, memberId, cancellation)).Where(s => s.Id != but)];
        return await EndAsync(caller, memberId, open, cancellation);
    }

    /// <summary>Those of one tenant that began in a session of the provider.</summary>
    public async Task<Result<IReadOnlyList<Guid>>> OfProviderAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        List<Session> open = [];
        foreach (Guid id in ids)
        {
            if (await sessions.FindAsync(tenant, id, cancellation) is { } session)
            {
                open.Add(session);
            }
        }

        return open.Count == 0 ? Array.Empty<Guid>() : await EndAsync(Caller.System(tenant), open[0].MemberId, open, cancellation);
    }

    private async Task<Result<IReadOnlyList<Guid>>> EndAsync(Caller caller, Guid memberId, IReadOnlyList<Session> ended, CancellationToken cancellation)
    {
        foreach (Session session in ended)
        {
            sessions.Remove(session);
        }

        if (ended.Count > 0)
        {
            work.Audit.Record(caller, "session.ended", "member", memberId, ended.Count == 1 ? ended[0].Device : $"{ended.Count} sessions");
        }

        Result<Done> saved = await work.Unit.SaveAsync(cancellation);

        // Another request ended it in the same moment: it is ended, which is all that was asked for.
        return saved.Ok || saved.Problem == SharedProblems.Changed ? (Guid[])[.. ended.Select(s => s.Id)] : saved.Problem;
    }
}
