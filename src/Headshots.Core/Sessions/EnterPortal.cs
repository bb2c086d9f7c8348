using Headshots.Core.Audit;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Core.Sessions;

/// <summary>Somebody whom a provider vouches for, before it is known whether they may enter.</summary>
/// <param name="Realm">Where they signed in, see <see cref="SignInRealm"/>.</param>
/// <param name="Subject">What they are called there for ever: Entra's object id, another's subject.</param>
/// <param name="Name">For people to read.</param>
/// <param name="Email">For people to write to; empty if unknown. Nobody is known by it.</param>
/// <param name="Roles">Given to them by their company's directory.</param>
/// <param name="ProviderSession">The provider's name for its own session, if it gives one.</param>
public sealed record Arrival(string Realm, string Subject, string Name, string Email, MemberRoles Roles, string? ProviderSession);

/// <param name="Session">The session that was opened.</param>
/// <param name="Member">Who they are here.</param>
public sealed record Entered(Session Session, Member Member);

/// <summary>Opens a session for somebody who may enter, and says why to somebody who may not.</summary>
public sealed class EnterPortal(ITenantStore tenants, ISessionStore sessions, EntryWork work)
{
    public async Task<Result<Entered>> HandleAsync(Arrival arrival, string device, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        if (SignInRealm.Person(arrival.Realm, arrival.Subject) is not { } identity)
        {
            return EntryProblems.Nameless;
        }

        if (await tenants.FindByRealmAsync(arrival.Realm, cancellation) is not { } id)
        {
            return EntryProblems.UnknownCompany;
        }

        Result<Entered> entered = await EnterAsync(id, arrival, identity, device, cancellation);

        // Two tabs came in at once, and the other one was first to write who this is.
        return !entered.Ok && entered.Problem == SharedProblems.Changed ? await EnterAsync(id, arrival, identity, device, cancellation) : entered;
    }

    /// <summary>Opens a session for a member who is known already; for development, where nobody asks who it is.</summary>
    public async Task<Result<Entered>> AsMemberAsync(TenantId tenant, Guid memberId, string device, CancellationToken cancellation) =>
        await tenants.FindMemberAsync(tenant, memberId, cancellation) is { } member
            ? await OpenAsync(member, null, device, cancellation)
            : SharedProblems.NotFound;

    private async Task<Result<Entered>> EnterAsync(TenantId id, Arrival arrival, string identity, string device, CancellationToken cancellation)
    {
        Tenant? tenant = await tenants.FindAsync(id, cancellation);
        if (tenant is null or { SuspendedAt: not null })
        {
            return tenant is null ? EntryProblems.UnknownCompany : TenantProblems.Suspended;
        }

        Member? member = await tenants.FindMemberAsync(id, identity, cancellation);
        if (member is null)
        {
            if (arrival.Roles == MemberRoles.None)
            {
                return EntryProblems.NoRole;
            }

            member = Member.Create(id, work.Ids.New(), identity, arrival.Name, arrival.Email, MemberRoles.None);
            tenants.Add(member);
        }

        member.Arrive(arrival.Name, arrival.Email, arrival.Roles);
        return member.Roles == MemberRoles.None
            ? await LockOutAsync(member, cancellation)
            : await OpenAsync(member, arrival.ProviderSession, device, cancellation);
    }

    /// <summary>Their directory took the last role away: other browsers must not keep what this one is refused.</summary>
    private async Task<Problem> LockOutAsync(Member member, CancellationToken cancellation)
    {
        foreach (Session open in await sessions.OfMemberAsync(member.TenantId, member.Id, cancellation))
        {
            sessions.Remove(open);
        }

        Result<Done> saved = await work.Unit.SaveAsync(cancellation);
        return saved.Ok ? EntryProblems.NoRole : saved.Problem;
    }

    private async Task<Result<Entered>> OpenAsync(Member member, string? providerSession, string device, CancellationToken cancellation)
    {
        Session session = Session.Open(member, work.Ids.New(), providerSession, device, work.Time.GetUtcNow(), work.Limits);
        sessions.Add(session);
        Caller caller = new(member.TenantId, new Actor(ActorKind.Staff, member.Id.ToString("N"), member.Name));
        work.Audit.Record(caller, "session.opened", "member", member.Id, session.Device);
        Result<Done> saved = await work.Unit.SaveAsync(cancellation);
        return saved.Ok ? new Entered(session, member) : saved.Problem;
    }
}

/// <summary>What opening and ending sessions needs besides its stores.</summary>
public sealed record EntryWork(IAuditLog Audit, IUnitOfWork Unit, IIds Ids, TimeProvider Time, SessionLimits Limits);
