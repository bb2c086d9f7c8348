using Headshots.TestProvider;

namespace Headshots.Web.Tests.Identity.Provider;

/// <summary>Each with a portal of its own: how often it may look for new keys is counted.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private readonly EntryHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task SignIn_KeysWereRotated_FetchesThemAndEnters()
    {
        using Visitor before = await _host.SignInAsync(EntryHost.Somebody("Owner"));
        _host.Provider.Rotate();

        using Visitor after = await _host.SignInAsync(EntryHost.Somebody("Owner"));

        Assert.Equal("/admin", before.At.AbsolutePath);
        Assert.Equal("/admin", after.At.AbsolutePath);
        Assert.Equal(2, _host.Provider.KeyFetches);
    }

    [Fact]
    public async Task SignIn_WithKeysThatNobodyPublished_FetchesTheKeySetOnceAMinute()
    {
        for (int i = 0; i < 6; i++)
        {
            using Visitor forger = await _host.SignInAsync(EntryHost.Somebody("Owner"), t => t.Key = EntraLikeProvider.NewKey(_host.Provider.IssuerOf("{tenantid}")));
            Assert.False(forger.HasSession);
        }

        Assert.InRange(_host.Provider.KeyFetches, 1, 2);
    }

    [Fact]
    public async Task SignIn_KeyOfTheTenantItself_SignsForItAndForNoOther()
    {
        SigningKey own = _host.Provider.AddKeyOf(EntryHost.Contoso);
        SigningKey others = _host.Provider.AddKeyOf(Guid.CreateVersion7());

        using Visitor real = await _host.SignInAsync(EntryHost.Somebody("Owner"), t => t.Key = own);
        using Visitor forged = await _host.SignInAsync(EntryHost.Somebody("Owner"), t => t.Key = others);

        Assert.Equal("/admin", real.At.AbsolutePath);
        Assert.Equal("/signin/refused?why=unverified", forged.At.PathAndQuery);
    }
}
