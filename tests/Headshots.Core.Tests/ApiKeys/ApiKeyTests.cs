using FsCheck;
using FsCheck.Fluent;
using Headshots.Core.ApiKeys;
using Headshots.Core.Audit;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Core.Tests.Company;

namespace Headshots.Core.Tests.ApiKeys;

public sealed class ApiKeyTests
{
    [Fact]
    public async Task Check_KeyJustMade_IsItsCompanys()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        MadeApiKey made = await MakeAsync(company);

        ApiKey key = (await CheckAsync(company, made.Token))!;

        Assert.Equal((company.Tenant, made.Id, "Payroll", ApiScopes.ReadPeople), (key.TenantId, key.Id, key.Name, key.Scopes));
        Assert.Equal(company.Now.AddDays(90), key.ExpiresAt);
        Assert.Equal("Zoë Müller", key.CreatedBy);
    }

    [Fact]
    public async Task Stored_OfAKey_IsNothingThatOpens()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        MadeApiKey made = await MakeAsync(company);
        ApiKey key = (await company.DoAsync((IApiKeyStore keys) => keys.FindAsync(company.Tenant, made.Id, CancellationToken.None)))!;
        Assert.True(ApiKeyToken.TryRead(made.Token, out ApiKeyToken? token));

        Assert.Equal(64, key.SecretHash.Length);
        Assert.DoesNotContain(Convert.ToHexStringLower(token.Secret.Span), key.SecretHash, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Token[40..], $"{token} {key.Name} {key.SecretHash}", StringComparison.Ordinal);
        Assert.Null(await CheckAsync(company, (token with { Secret = Convert.FromHexString(key.SecretHash) }).Text()));
    }

    [Fact]
    public async Task Check_ExpiredRevokedChangedOrForeign_IsNothing()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        MadeApiKey made = await MakeAsync(company, days: 2);
        MadeApiKey revoked = await MakeAsync(company, "Other");
        TenantId foreign = (await company.DoAsync((CreateTenant use) => use.HandleAsync(new CreateTenantRequest("Fabrikam", "Fay", "fay@example.com", null), CancellationToken.None))).Value;
        Assert.True(ApiKeyToken.TryRead(made.Token, out ApiKeyToken? token));
        byte[] secret = token.Secret.ToArray();
        secret[31] ^= 1;
        Assert.True((await company.DoAsync((RevokeApiKey use) => use.HandleAsync(company.Staff, revoked.Id, CancellationToken.None))).Ok);

        Assert.NotNull(await CheckAsync(company, made.Token));
        Assert.Null(await CheckAsync(company, revoked.Token));
        Assert.Null(await CheckAsync(company, (token with { Secret = secret }).Text()));
        Assert.Null(await CheckAsync(company, (token with { Tenant = foreign }).Text()));
        Assert.Null(await CheckAsync(company, (token with { Id = revoked.Id }).Text()));
        company.Time.Advance(TimeSpan.FromDays(2));
        Assert.Null(await CheckAsync(company, made.Token));
    }

    [Fact]
    public async Task Check_CompanyThatIsGone_IsNothing()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        MadeApiKey made = await MakeAsync(company);
        await company.DoAsync(async (ITenantStore tenants) =>
        {
            await tenants.DeleteAsync(company.Tenant, CancellationToken.None);
            return true;
        });

        Assert.Null(await CheckAsync(company, made.Token));
    }

    [Fact]
    public async Task Check_ManyTimesAMinute_NotesTheFirst()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        MadeApiKey made = await MakeAsync(company);
        DateTimeOffset first = company.Now;

        await CheckAsync(company, made.Token);
        company.Time.Advance(TimeSpan.FromSeconds(59));
        await CheckAsync(company, made.Token);
        DateTimeOffset? afterSeconds = (await FindAsync(company, made.Id)).LastUsedAt;
        company.Time.Advance(TimeSpan.FromSeconds(1));
        await CheckAsync(company, made.Token);

        Assert.Equal(first, afterSeconds);
        Assert.Equal(company.Now, (await FindAsync(company, made.Id)).LastUsedAt);
    }

    [Theory]
    [InlineData("", ApiScopes.ReadPeople, 90, "Name")]
    [InlineData("x", ApiScopes.None, 90, "Scopes")]
    [InlineData("x", (ApiScopes)1024, 90, "Scopes")]
    [InlineData("x", ApiScopes.ReadPeople, 0, "Days")]
    [InlineData("x", ApiScopes.ReadPeople, 366, "Days")]
    public async Task Make_WithSomethingWrong_MarksTheField(string name, ApiScopes scopes, int days, string field)
    {
        await using TestCompany company = await TestCompany.OpenAsync();

        Result<MadeApiKey> made = await company.DoAsync((MakeApiKey use) => use.HandleAsync(company.Staff, new MakeApiKeyRequest(name, scopes, days), CancellationToken.None));

        Assert.Equal(field, Assert.Single(made.Problem!.Fields).Field);
    }

    [Fact]
    public async Task Make_SameNameTwice_IsRefusedUntilTheFirstEnded()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        MadeApiKey first = await MakeAsync(company);
        Result<MadeApiKey> twice = await company.DoAsync((MakeApiKey use) => use.HandleAsync(company.Staff, new MakeApiKeyRequest(" payroll ", ApiScopes.Review), CancellationToken.None));
        await company.DoAsync((RevokeApiKey use) => use.HandleAsync(company.Staff, first.Id, CancellationToken.None));
        MadeApiKey again = await MakeAsync(company);

        Assert.Equal(ApiKeyProblems.NameTaken, twice.Problem);
        Assert.NotEqual(first.Token, again.Token);
    }

    [Fact]
    public async Task MakeAndRevoke_AreInTheAuditLogOnce()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        MadeApiKey made = await MakeAsync(company);
        await company.DoAsync((RevokeApiKey use) => use.HandleAsync(company.Staff, made.Id, CancellationToken.None));
        await company.DoAsync((RevokeApiKey use) => use.HandleAsync(company.Staff, made.Id, CancellationToken.None));

        Slice<AuditEntry> entries = await company.DoAsync((IAuditLog log) => log.ListAsync(company.Tenant, new AuditQuery("api_key."), CancellationToken.None));

        Assert.Equal(["api_key.made", "api_key.revoked"], entries.Items.Select(e => e.Action).Order(StringComparer.Ordinal));
        Assert.All(entries.Items, e => Assert.Equal((made.Id, "Zoë Müller"), (e.SubjectId, e.ActorName)));
        Assert.DoesNotContain(entries.Items, e => e.Summary.Contains(made.Token[^20..], StringComparison.Ordinal));
    }

    [Fact]
    public void Token_Written_IsReadAsItWas() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ArbMap.Default.ArbFor<Guid>(), ArbMap.Default.ArbFor<Guid>(), Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), 32).ToArbitrary(), (tenant, id, secret) =>
        {
            ApiKeyToken token = new(new TenantId(tenant), id, secret);
            bool read = ApiKeyToken.TryRead(token.Text(), out ApiKeyToken? again);
            return tenant == Guid.Empty ? !read : read && again!.Tenant == token.Tenant && again.Id == id && again.Secret.Span.SequenceEqual(secret) && token.Text().Length == ApiKeyToken.Length;
        }));

    [Fact]
    public void Token_OfAnyOtherText_IsNone() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Gen.OneOf(ArbMap.Default.GeneratorFor<string>(), ArbMap.Default.GeneratorFor<string>().Select(s => ApiKeyToken.Prefix + s), Gen.Elements("hs_", "hs_" + new string('!', 86), "hs_" + new string('A', 86), "HS_" + new string('B', 86))).ToArbitrary(),
            text => !ApiKeyToken.TryRead(text, out _)));

    private static async Task<MadeApiKey> MakeAsync(TestCompany company, string name = "Payroll", int days = MakeApiKeyRequest.UsualDays) =>
        (await company.DoAsync((MakeApiKey use) => use.HandleAsync(company.Staff, new MakeApiKeyRequest(name, ApiScopes.ReadPeople, days), CancellationToken.None))).Value;

    private static Task<ApiKey?> CheckAsync(TestCompany company, string token) => company.DoAsync((CheckApiKey use) => use.HandleAsync(token, CancellationToken.None));

    private static async Task<ApiKey> FindAsync(TestCompany company, Guid id) => (await company.DoAsync((IApiKeyStore keys) => keys.FindAsync(company.Tenant, id, CancellationToken.None)))!;
}
