using Headshots.Core.Sessions;
using Headshots.Core.Tenants;
using Headshots.Persistence.Tests.Databases;

namespace Headshots.Persistence.Tests.Sessions;

public abstract class SessionStoreContract(TestDatabase database) : StoreContract(database)
{
    private static readonly SessionLimits Limits = new();

    [Fact]
    public async Task Session_Opened_ComesBackWhole()
    {
        Session session = await OpenAsync(One, "sid-1");

        Session read = (await AskAsync<ISessionStore, Session?>(s => s.FindAsync(One.Tenant, session.Id, Stop)))!;

        Assert.Equivalent(session, read, strict: true);
        Assert.NotEqual("sid-1", read.ProviderSessionHash);
        Assert.Null(await AskAsync<ISessionStore, Session?>(s => s.FindAsync(Two.Tenant, session.Id, Stop)));
    }

    [Fact]
    public async Task Touch_MovesForwardOnlyAndIsNoConflict()
    {
        Session session = await OpenAsync(One, null);

        await ChangeAsync<ISessionStore>(s => s.TouchAsync(One.Tenant, session.Id, Now.AddMinutes(2), Stop));
        await ChangeAsync<ISessionStore>(s => s.TouchAsync(One.Tenant, session.Id, Now.AddMinutes(1), Stop));

        Session read = (await AskAsync<ISessionStore, Session?>(s => s.FindAsync(One.Tenant, session.Id, Stop)))!;
        Assert.Equal(Now.AddMinutes(2), read.LastSeenAt);
        Assert.Equal(1, read.Version);
    }

    [Fact]
    public async Task OfProvider_NamesThoseOfOneProviderSession()
    {
        Session first = await OpenAsync(One, "shared");
        Session second = await OpenAsync(Two, "shared");
        await OpenAsync(One, "other");

        IReadOnlyList<SessionAddress> found = await AskAsync<ISessionStore, IReadOnlyList<SessionAddress>>(s => s.OfProviderAsync(Session.Hash("shared"), Stop));

        Assert.Equivalent(new[] { new SessionAddress(One.Tenant, first.Id), new SessionAddress(Two.Tenant, second.Id) }, found);
        await ChangeAsync<ISessionStore>(async s => s.Remove((await s.FindAsync(One.Tenant, first.Id, Stop))!));
        await ChangeAsync<ISessionStore>(async s => s.Remove((await s.FindAsync(Two.Tenant, second.Id, Stop))!));
    }

    [Fact]
    public async Task RemoveOver_TakesThoseThatAreOverAndNoOthers()
    {
        Session session = await OpenAsync(One, null);

        await ChangeAsync<ISessionStore>(s => s.RemoveOverAsync(One.Tenant, Now, Now - Limits.Idle, Stop));
        Assert.NotNull(await AskAsync<ISessionStore, Session?>(s => s.FindAsync(One.Tenant, session.Id, Stop)));

        await ChangeAsync<ISessionStore>(s => s.RemoveOverAsync(One.Tenant, Now, Now, Stop));
        Assert.Null(await AskAsync<ISessionStore, Session?>(s => s.FindAsync(One.Tenant, session.Id, Stop)));
    }

    private async Task<Session> OpenAsync(Sample sample, string? providerSession)
    {
        Member member = Member.Create(sample.Tenant, sample.NewId(), "Zoë", "zoe@example.com", MemberRoles.Owner);
        Session session = Session.Open(member, sample.NewId(), providerSession, "Firefox on Linux", Now, Limits);
        await Database.AddAsync(member, session);
        return session;
    }
}
