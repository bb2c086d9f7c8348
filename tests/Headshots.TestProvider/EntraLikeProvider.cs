using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Headshots.TestProvider;

/// <summary>
/// An OpenID provider that behaves as Entra ID does for multi-tenant applications: one metadata document whose issuer is the literal
/// <c>{tenantid}</c>, a key set in which each key says for whom it signs, codes that work once, for the client and the verifier they were
/// given to. A test says who sits in front of it, and what a forger does to the token.
/// </summary>
public sealed class EntraLikeProvider : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Grant> _grants = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private EntraLikeProvider(WebApplication app) => _app = app;

    public string ClientId { get; init; } = "0e5b4a3c-7c1d-4a53-9a64-2f1f6b7d3c11";

    public string ClientSecret { get; init; } = "a secret of the tests";

    /// <summary>Ends without a slash.</summary>
    public string Address { get; private set; } = string.Empty;

    public string Authority => Address + "/organizations/v2.0";

    /// <summary>Published now; the first signs.</summary>
    public IReadOnlyList<SigningKey> Keys { get; private set; } = [];

    /// <summary>Who sits in front of the sign-in page; null asks on a page.</summary>
    public SignInAccount? Present { get; set; }

    /// <summary>Who can be chosen on that page.</summary>
    public IReadOnlyList<SignInAccount> Accounts { get; init; } = [];

    /// <summary>What a forger does to the next tokens.</summary>
    public Action<IdToken>? Forging { get; set; }

    /// <summary>An error that the sign-in page answers with.</summary>
    public string? Error { get; set; }

    /// <summary>The session of this provider that the next sign-ins belong to.</summary>
    public string SessionId { get; set; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>How often the key set was fetched.</summary>
    public int KeyFetches => _keyFetches;

    /// <summary>What the last code was redeemed with.</summary>
    public IReadOnlyDictionary<string, string> LastRedemption { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    private int _keyFetches;

    public static async Task<EntraLikeProvider> StartAsync(string url, IReadOnlyList<SignInAccount>? accounts = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        WebApplication app = builder.Build();
        EntraLikeProvider provider = new(app) { Accounts = accounts ?? [] };
        ProviderPages.Map(app, provider);
        await app.StartAsync();
        provider.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');
        provider.Rotate();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public string IssuerOf(string directory) => $"{Address}/{directory}/v2.0";

    /// <summary>A new key signs; the old ones are published no more.</summary>
    public void Rotate() => Keys = [NewKey(IssuerOf("{tenantid}"))];

    /// <summary>Publishes a key beside the others that signs for one directory only.</summary>
    public SigningKey AddKeyOf(Guid directory)
    {
        SigningKey key = NewKey(IssuerOf(directory.ToString("D")));
        Keys = [.. Keys, key];
        return key;
    }

    public static SigningKey NewKey(string? issuer) => new(RandomNumberGenerator.GetHexString(16), RSA.Create(2048), issuer);

    /// <summary>Tells an application that a session ended. OpenID Connect Back-Channel Logout 1.0, section 2.4.</summary>
    public string LogoutToken(Guid directory, string sid, Action<IdToken>? forging = null)
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        IdToken token = new()
        {
            Key = Keys[0],
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["iss"] = IssuerOf(directory.ToString("D")),
                ["aud"] = ClientId,
                ["iat"] = now,
                ["exp"] = now + 120,
                ["jti"] = RandomNumberGenerator.GetHexString(16),
                ["tid"] = directory.ToString("D"),
                ["sid"] = sid,
                ["events"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>(StringComparer.Ordinal) },
            },
        };
        forging?.Invoke(token);
        return TokenWriter.Write(token);
    }

    internal void CountKeyFetch() => Interlocked.Increment(ref _keyFetches);

    internal string Allow(SignInAccount account, AuthorizeRequest request)
    {
        Grant grant = new(
            RandomNumberGenerator.GetHexString(48), account, request.ClientId, request.RedirectUri, request.Challenge, request.Nonce, request.Scope, TimeProvider.System.GetUtcNow().AddMinutes(5));
        _grants[grant.Code] = grant;
        return grant.Code;
    }

    /// <summary>Once: a code that is shown a second time is worth nothing.</summary>
    /// <returns>The token, or the error.</returns>
    internal (string? Token, string? Error) Redeem(IReadOnlyDictionary<string, string> form)
    {
        LastRedemption = form;
        string? verifier = form.GetValueOrDefault("code_verifier");
        bool proven = form.GetValueOrDefault("client_secret") == ClientSecret || form.ContainsKey("client_assertion");
        return form.GetValueOrDefault("client_id") != ClientId || !proven ? (null, "invalid_client")
            : !_grants.TryRemove(form.GetValueOrDefault("code") ?? string.Empty, out Grant? grant) || grant.Until < TimeProvider.System.GetUtcNow() ? (null, "invalid_grant")
            : grant.RedirectUri != form.GetValueOrDefault("redirect_uri") ? (null, "invalid_grant")
            : grant.Challenge is null || verifier is null || grant.Challenge != ChallengeOf(verifier) ? (null, "invalid_grant")
            : (Token(grant), null);
    }

    private static string ChallengeOf(string verifier) =>
        Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(verifier)));

    private string Token(Grant grant)
    {
        SignInAccount account = grant.Account;
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Dictionary<string, object> claims = new(StringComparer.Ordinal)
        {
            ["iss"] = IssuerOf(account.Directory.ToString("D")),
            ["aud"] = grant.ClientId,
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 3600,
            ["sub"] = Pairwise(account),
            ["tid"] = account.Directory.ToString("D"),
            ["ver"] = "2.0",
            ["sid"] = SessionId,
            ["email"] = account.Email,
        };
        Add(claims, "nonce", grant.Nonce);
        if (grant.Scope?.Split(' ').Contains("profile", StringComparer.Ordinal) == true)
        {
            Add(claims, "oid", account.ObjectId?.ToString("D"));
            Add(claims, "name", account.Name);
            Add(claims, "preferred_username", account.Email);
        }

        Add(claims, "idp", account.HomeIssuer);
        Add(claims, "roles", account.Roles.Count == 0 ? null : account.Roles);
        Add(claims, "wids", account.IsAdministrator ? new[] { "62e90394-69f5-4237-9190-012177145e10" } : null);
        IdToken token = new() { Claims = claims, Key = Keys[0] };
        Forging?.Invoke(token);
        return TokenWriter.Write(token);
    }

    /// <summary>Entra's subject is another for each application; nobody is known by it.</summary>
    private string Pairwise(SignInAccount account) =>
        Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{ClientId}{account.Directory}{account.Email}")));

    private static void Add(Dictionary<string, object> claims, string name, object? value)
    {
        if (value is not null)
        {
            claims[name] = value;
        }
    }
}
