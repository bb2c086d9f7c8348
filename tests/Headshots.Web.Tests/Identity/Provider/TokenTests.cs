using System.Net;
using System.Text;
using Headshots.Core.Tenants;
using Headshots.TestProvider;

namespace Headshots.Web.Tests.Identity.Provider;

/// <summary>Each forged token is refused with a page that helps; each real one enters.</summary>
public sealed class TokenTests(EntryHost host) : IClassFixture<EntryHost>
{
    private static readonly Guid Fabrikam = new("66666666-7777-4888-9999-aaaaaaaaaaaa");

    /// <summary>What a forger does, by name. Everything else of the token is real, its signature included where it is not the point.</summary>
    private static readonly Dictionary<string, Action<IdToken, EntraLikeProvider>> Forgeries = new(StringComparer.Ordinal)
    {
        ["wrong nonce"] = (t, _) => t.Claims["nonce"] = "another",
        ["no nonce"] = (t, _) => t.Claims.Remove("nonce"),
        ["expired"] = (t, _) => (t.Claims["iat"], t.Claims["nbf"], t.Claims["exp"]) = (Now(-3780), Now(-3780), Now(-180)),
        ["no expiry"] = (t, _) => t.Claims.Remove("exp"),
        ["not yet valid"] = (t, _) => t.Claims["nbf"] = Now(600),
        ["alg none"] = (t, _) => t.Algorithm = "none",
        ["alg none, capital"] = (t, _) => t.Tampering = text => Header(text, """{"alg":"None","typ":"JWT"}""") + ".",
        ["signature cut off"] = (t, _) => t.Tampering = text => text[..(text.LastIndexOf('.') + 1)],
        ["signature changed"] = (t, _) => t.Tampering = text => text[..^6] + (text.EndsWith("AAAAAA", StringComparison.Ordinal) ? "BBBBBB" : "AAAAAA"),
        ["payload changed"] = (t, _) => t.Tampering = text => Payload(text, p => p.Replace("Ada", "Eve", StringComparison.Ordinal)),
        ["HS256 with the public key"] = (t, _) => Symmetric(t, Encoding.ASCII.GetBytes(t.Key.Rsa.ExportSubjectPublicKeyInfoPem())),
        ["HS256 with the modulus"] = (t, _) => Symmetric(t, t.Key.Rsa.ExportParameters(false).Modulus!),
        ["HS256 with the client secret"] = (t, p) => Symmetric(t, Encoding.UTF8.GetBytes(p.ClientSecret)),
        ["other audience"] = (t, _) => t.Claims["aud"] = "99999999-0000-4000-8000-000000000000",
        ["no audience"] = (t, _) => t.Claims.Remove("aud"),
        ["two audiences, another's party"] = (t, p) => (t.Claims["aud"], t.Claims["azp"]) = (new[] { p.ClientId, "other" }, "other"),
        ["other issuer"] = (t, _) => t.Claims["iss"] = "https://login.example.com/v2.0",
        ["issuer with the literal"] = (t, p) => t.Claims["iss"] = p.IssuerOf("{tenantid}"),
        ["issuer of another tenant"] = (t, p) => t.Claims["iss"] = p.IssuerOf(Fabrikam.ToString("D")),
        ["tid of another tenant"] = (t, _) => t.Claims["tid"] = Fabrikam.ToString("D"),
        ["no tid"] = (t, _) => t.Claims.Remove("tid"),
        ["tid is no GUID"] = (t, p) => (t.Claims["tid"], t.Claims["iss"]) = ("contoso.example", p.IssuerOf("contoso.example")),
        ["tid in braces"] = (t, p) => (t.Claims["tid"], t.Claims["iss"]) = ($"{{{EntryHost.Contoso:D}}}", p.IssuerOf($"{{{EntryHost.Contoso:D}}}")),
        ["tid is empty"] = (t, p) => (t.Claims["tid"], t.Claims["iss"]) = (string.Empty, p.IssuerOf(string.Empty)),
        ["tid climbs"] = (t, p) => (t.Claims["tid"], t.Claims["iss"]) = ("../x", p.IssuerOf("../x")),
        ["key of another tenant"] = (t, p) => t.Key = p.AddKeyOf(Fabrikam),
        ["key nobody published"] = (t, p) => t.Key = EntraLikeProvider.NewKey(p.IssuerOf("{tenantid}")),
        ["key nobody published, under a known id"] = (t, p) => t.Key = EntraLikeProvider.NewKey(p.IssuerOf("{tenantid}")) with { Id = p.Keys[0].Id },
        ["no token at all"] = (t, _) => t.Tampering = _ => "not.a.token",
    };

    public static TheoryData<string> Names => [.. Forgeries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SignIn_ForgedToken_IsRefusedWithAPageThatHelps(string forgery)
    {
        using Visitor visitor = await host.SignInAsync(EntryHost.Somebody("Owner"), token => Forgeries[forgery](token, host.Provider));

        Assert.Equal("/signin/refused?why=unverified", visitor.At.PathAndQuery);
        Assert.Contains("We could not check your sign-in", visitor.Body, StringComparison.Ordinal);
        Assert.Contains("Try again", visitor.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("IDX", visitor.Body, StringComparison.Ordinal);
        Assert.False(visitor.HasSession);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/admin")).StatusCode);
    }

    [Theory]
    [InlineData("Owner", MemberRoles.Owner)]
    [InlineData("HrAdmin", MemberRoles.HrAdmin)]
    [InlineData("Reviewer", MemberRoles.Reviewer)]
    [InlineData("DirectoryAdmin", MemberRoles.DirectoryAdmin)]
    [InlineData("Auditor", MemberRoles.Auditor)]
    public async Task SignIn_RealToken_EntersWithTheRoleOfItsDirectory(string role, MemberRoles roles)
    {
        SignInAccount account = EntryHost.Somebody(role, "SomethingElse");

        using Visitor visitor = await host.SignInAsync(account);

        Assert.Equal("/admin", visitor.At.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(roles, (await MemberAsync(account))!.Roles);
    }

    [Fact]
    public async Task SignIn_UsesCodeWithPkceNonceAndAQueryAnswer()
    {
        using Visitor visitor = await host.SignInAsync(EntryHost.Somebody("Owner"));

        string authorize = visitor.Way.First(u => u.AbsolutePath.EndsWith("/authorize", StringComparison.Ordinal)).Query;
        Assert.All(["response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=", "state=", "scope=openid%20profile%20email"], part => Assert.Contains(part, authorize, StringComparison.Ordinal));
        Assert.DoesNotContain("form_post", authorize, StringComparison.Ordinal);
        Assert.True(host.Provider.LastRedemption["code_verifier"].Length >= 43);
    }

    [Fact]
    public async Task SignIn_Guest_IsSomebodyOfTheDirectoryTheyAreAGuestOf()
    {
        SignInAccount guest = EntryHost.Somebody("Reviewer") with { HomeIssuer = $"https://sts.windows.net/{Fabrikam:D}/", Email = "guest@fabrikam.example" };

        using Visitor visitor = await host.SignInAsync(guest);

        Assert.Equal("/admin", visitor.At.AbsolutePath);
        Assert.Equal(host.Tenant, (await MemberAsync(guest))!.TenantId);
    }

    [Fact]
    public async Task SignIn_SameAddressButAnotherPerson_IsAnotherMember()
    {
        SignInAccount first = EntryHost.Somebody("Owner");
        using Visitor one = await host.SignInAsync(first);
        using Visitor two = await host.SignInAsync(first with { ObjectId = Guid.CreateVersion7(), Roles = ["Auditor"] });

        Assert.Equal(MemberRoles.Owner, (await MemberAsync(first))!.Roles);
    }

    [Fact]
    public async Task SignIn_PrivateAccount_IsToldToUseTheCompanys()
    {
        SignInAccount account = EntryHost.Somebody("Owner") with { Directory = new Guid("9188040d-6c67-4c5b-b112-36a304b66dad") };

        using Visitor visitor = await host.SignInAsync(account);

        Assert.Contains("private Microsoft account", visitor.Body, StringComparison.Ordinal);
        Assert.False(visitor.HasSession);
    }

    [Fact]
    public async Task SignIn_TokenWithoutOid_SaysWhatIsMissing()
    {
        using Visitor visitor = await host.SignInAsync(EntryHost.Somebody("Owner") with { ObjectId = null });

        Assert.Equal("/signin/refused?why=nameless", visitor.At.PathAndQuery);
        Assert.Contains("oid", visitor.Body, StringComparison.Ordinal);
        Assert.False(visitor.HasSession);
    }

    [Fact]
    public async Task SignIn_WithoutARole_SaysWhomToAsk()
    {
        using Visitor owner = await host.SignInAsync(EntryHost.Somebody("Owner") with { Name = "Olga Owner" });
        SignInAccount nobody = EntryHost.Somebody();

        using Visitor visitor = await host.SignInAsync(nobody);

        Assert.Equal("/signin/refused?why=role", visitor.At.PathAndQuery);
        Assert.Contains("Olga Owner", visitor.Body, StringComparison.Ordinal);
        Assert.Contains("hr@contoso.example", visitor.Body, StringComparison.Ordinal);
        Assert.Null(await MemberAsync(nobody));
        using Visitor stranger = new(host);
        await stranger.OpenAsync("/signin/refused?why=role");
        Assert.DoesNotContain("Olga Owner", stranger.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_OfAnotherBrowser_IsRefused()
    {
        using Visitor victim = new(host);
        using Visitor attacker = new(host);
        host.Provider.Present = EntryHost.Somebody("Owner");
        await attacker.OpenAsync("/signin/start", u => u.AbsolutePath == "/signin-oidc");
        host.Provider.Present = null;

        await victim.OpenAsync(attacker.At.PathAndQuery);

        Assert.Equal("/signin/refused?why=expired", victim.At.PathAndQuery);
        Assert.False(victim.HasSession);
    }

    [Fact]
    public async Task Callback_WithWrongState_IsRefused()
    {
        using Visitor visitor = new(host);
        host.Provider.Present = EntryHost.Somebody("Owner");
        await visitor.OpenAsync("/signin/start", u => u.AbsolutePath == "/signin-oidc");
        host.Provider.Present = null;

        await visitor.OpenAsync(visitor.At.AbsolutePath + "?code=abc&state=forged");

        Assert.Equal("/signin/refused?why=expired", visitor.At.PathAndQuery);
        Assert.False(visitor.HasSession);
    }

    [Fact]
    public async Task Callback_WithACodeThatWasUsed_IsRefused()
    {
        using Visitor visitor = new(host);
        host.Provider.Present = EntryHost.Somebody("Owner");
        await visitor.OpenAsync("/signin/start", u => u.AbsolutePath == "/signin-oidc");
        string used = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(visitor.At.Query)["code"]!;
        await visitor.OpenAsync(visitor.At.PathAndQuery);
        Assert.True(visitor.HasSession);

        using Visitor again = new(host);
        await again.OpenAsync("/signin/start", u => u.AbsolutePath == "/signin-oidc");
        host.Provider.Present = null;
        string state = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(again.At.Query)["state"]!;
        await again.OpenAsync($"/signin-oidc?code={used}&state={Uri.EscapeDataString(state)}");

        Assert.Equal("/signin/refused?why=provider", again.At.PathAndQuery);
        Assert.False(again.HasSession);
    }

    [Fact]
    public async Task Callback_WithAnErrorOfTheProvider_SaysSo()
    {
        using Visitor visitor = new(host);
        host.Provider.Error = "access_denied";
        await visitor.OpenAsync("/signin/start");
        host.Provider.Error = "server_error";
        using Visitor other = new(host);
        await other.OpenAsync("/signin/start");
        host.Provider.Error = null;

        Assert.Equal("/signin/refused?why=denied", visitor.At.PathAndQuery);
        Assert.Equal("/signin/refused?why=provider", other.At.PathAndQuery);
        Assert.DoesNotContain("AADSTS", visitor.Body + other.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/people", "/admin/people")]
    [InlineData("https://evil.example/", "/admin")]
    [InlineData("//evil.example/", "/admin")]
    [InlineData("/\\evil.example/", "/admin")]
    public async Task Start_WithAnAddressToReturnTo_ReturnsToThisSiteOnly(string asked, string place)
    {
        using Visitor visitor = new(host);
        await visitor.SignInAsync(EntryHost.Somebody("Owner"), null, "/signin/start?returnUrl=" + Uri.EscapeDataString(asked));

        Assert.Equal(new Uri(host.Address, place), visitor.At);
    }

    private Task<Member?> MemberAsync(SignInAccount account) => host.WithAsync<ITenantStore, Member?>(s =>
        s.FindMemberAsync(host.Tenant, SignInRealm.Person(SignInRealm.Entra(account.Directory), account.ObjectId!.Value.ToString("D"))!, default));

    private static long Now(int seconds) => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds;

    private static void Symmetric(IdToken token, byte[] secret) => (token.Algorithm, token.Secret) = ("HS256", secret);

    private static string Header(string token, string header) =>
        string.Join('.', Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(header), token.Split('.')[1]);

    private static string Payload(string token, Func<string, string> change)
    {
        string[] parts = token.Split('.');
        return string.Join('.', parts[0], Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(change(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(parts[1]))), parts[2]);
    }
}
