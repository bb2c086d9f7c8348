using System.Net;
using System.Text.Json;
using Headshots.Core.ApiKeys;
using Headshots.Core.Audit;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Web.Tests.Endpoints;

namespace Headshots.Web.Tests.ApiKeys;

/// <summary>What a key opens, and that nothing can be learnt from one that opens nothing.</summary>
public sealed class ApiKeyAccessTests : IAsyncLifetime
{
    private EndpointHost _host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await EndpointHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>Written out, so that a scope that opens more than before is seen by whoever changes it.</summary>
    [Theory]
    [InlineData(ApiScopes.ReadPeople, "GET /me, GET /people, GET /people/{id}")]
    [InlineData(ApiScopes.WritePeople, "DELETE /people/{id}, GET /me, POST /people, PUT /people/{id}")]
    [InlineData(ApiScopes.ReadCampaigns, "GET /campaigns, GET /campaigns/{id}, GET /campaigns/{id}/invitations, GET /events, GET /me")]
    [InlineData(ApiScopes.WriteCampaigns, "GET /me, POST /campaigns, POST /campaigns/{id}/close, POST /campaigns/{id}/extend, POST /campaigns/{id}/invitations, POST /campaigns/{id}/remind, PUT /campaigns/{id}")]
    [InlineData(ApiScopes.ReadHeadshots, "GET /headshots/{id}, GET /headshots/{id}/renditions/{name}, GET /me, GET /people/{id}/headshots")]
    [InlineData(ApiScopes.Review, "DELETE /headshots/{id}/review, GET /headshots/waiting, GET /me, POST /headshots/reviews")]
    public async Task Document_OfEachScope_NamesWhatItOpens(ApiScopes scope, string opens)
    {
        using HttpClient nobody = _host.Client();
        JsonElement document = await nobody.GetFromJsonAsync<JsonElement>("/api/v1/openapi.json", Stop);

        IEnumerable<string> open = from path in document.GetProperty("paths").EnumerateObject()
                                   from operation in path.Value.EnumerateObject()
                                   where operation.Value.TryGetProperty("security", out JsonElement security)
                                       && security.EnumerateArray().Any(s => s.TryGetProperty("key", out JsonElement scopes) && scopes.EnumerateArray().Any(n => n.GetString() == scope.ToString()))
                                   select $"{operation.Name.ToUpperInvariant()} {path.Name["/api/v1".Length..].TrimEnd('/')}";

        Assert.Equal(opens, string.Join(", ", open.Order(StringComparer.Ordinal)));
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task Change_ByAKey_NeedsNoFormTokenAndIsAuditedAsTheKeys()
    {
        using HttpClient program = Client(_host.Own.Keys[ApiScopes.WritePeople]);

        using HttpResponseMessage created = await program.PostAsJsonAsync("/api/v1/people", new { name = "Annie Easley", email = "annie@contoso.example" }, Stop);
        Guid id = (await created.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetGuid();
        Slice<AuditEntry> entries = await _host.WithAsync<IAuditLog, Slice<AuditEntry>>(log => log.ListAsync(_host.Own.Tenant, new AuditQuery("person.added", SubjectId: id), Stop));

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        AuditEntry entry = Assert.Single(entries.Items);
        Assert.Equal((ActorKind.ApiKey, "Contoso WritePeople"), (entry.ActorKind, entry.ActorName));
    }

    [Fact]
    public async Task Me_OfAKey_SaysItsScopesAndGivesNoToken()
    {
        using HttpClient program = Client(_host.Own.Keys[ApiScopes.Review]);

        JsonElement me = await program.GetFromJsonAsync<JsonElement>("/api/v1/me", Stop);

        Assert.Equal("Review", Assert.Single(me.GetProperty("scopes").EnumerateArray()).GetString());
        Assert.Equal(_host.Own.Tenant.Value, me.GetProperty("tenant").GetGuid());
        Assert.Equal(string.Empty, me.GetProperty("token").GetString());
        Assert.Empty(me.GetProperty("roles").EnumerateArray());
    }

    /// <summary>Malformed, unknown, wrong, another company's, expired, revoked: word for word the same.</summary>
    [Fact]
    public async Task Keys_ThatOpenNothing_AreAnsweredWithTheSameWords()
    {
        string good = _host.Own.Keys[ApiScopes.ReadPeople];
        Assert.True(ApiKeyToken.TryRead(good, out ApiKeyToken? token));
        MadeApiKey revoked = await MakeAsync("Revoked", 90);
        await _host.WithAsync<RevokeApiKey, Result<Done>>(r => r.HandleAsync(Caller.System(_host.Own.Tenant), revoked.Id, Stop));
        MadeApiKey expired = await MakeAsync("Expired", 1);
        _host.Time.Advance(TimeSpan.FromDays(1));
        Dictionary<string, string> keys = new(StringComparer.Ordinal)
        {
            ["empty"] = string.Empty,
            ["short"] = "hs_abc",
            ["no key"] = "eyJhbGciOiJub25lIn0.e30.",
            ["two"] = $"{good}, {good}",
            ["longer"] = good + "A",
            ["unknown"] = (token with { Id = Guid.CreateVersion7() }).Text(),
            ["unknown tenant"] = (token with { Tenant = new TenantId(Guid.CreateVersion7()) }).Text(),
            ["wrong secret"] = (token with { Secret = new byte[32] }).Text(),
            ["another company's id"] = (token with { Tenant = _host.Other.Tenant }).Text(),
            ["revoked"] = revoked.Token,
            ["expired"] = expired.Token,
        };
        List<string> answers = [];
        foreach ((string what, string key) in keys)
        {
            using HttpClient program = _host.Client();
            program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key}");
            Answer answer = await Answer.OfAsync(program, new HttpRequestMessage(HttpMethod.Get, $"/api/v1/people/{_host.Own.Ids["People"]}"));
            Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"{what}: {answer.Status}");
            Assert.Equal("application/problem+json", answer.Type);
            Assert.Contains("WWW-Authenticate: Bearer", answer.Headers, StringComparison.Ordinal);
            answers.Add(answer.Shape(Guid.Empty));
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        using HttpClient right = Client(good);
        using HttpResponseMessage opened = await right.GetAsync("/api/v1/people", Stop);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Fact]
    public async Task Key_ThatIsRefused_IsNotHelpedByACookie()
    {
        using Visitor owner = Visitor.Member(_host, MemberRoles.Owner);
        owner.Client.DefaultRequestHeaders.Add("Authorization", "Bearer hs_nothing");

        using HttpResponseMessage api = await owner.Client.GetAsync("/api/v1/people", Stop);
        using HttpResponseMessage page = await owner.Client.GetAsync("/admin/people", Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Key_OnAPage_IsNobody()
    {
        using HttpClient program = Client(_host.Own.Keys[ApiScopes.ReadPeople]);
        program.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using HttpResponseMessage page = await program.GetAsync("/admin/people", Stop);

        Assert.Contains("/signin", page.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_MakesAKey_ShowsItOnceAndRevokesItAtOnce()
    {
        using Visitor owner = Visitor.Member(_host, MemberRoles.Owner);
        using FormUrlEncodedContent form = new([new("Form.Name", "Payroll <b>"), new("Form.Scopes", "ReadPeople"), new("Form.Scopes", "Review"), new("Form.Days", "30")]);
        using HttpResponseMessage made = await owner.Client.PostAsync("/admin/settings/keys", form, Stop);
        string page = await made.Content.ReadAsStringAsync(Stop);
        string key = System.Text.RegularExpressions.Regex.Match(page, "hs_[A-Za-z0-9_-]{86}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        string list = await owner.Client.GetStringAsync("/admin/settings/keys", Stop);
        using HttpClient program = Client(key);
        using HttpResponseMessage before = await program.GetAsync("/api/v1/headshots/waiting", Stop);
        Assert.True(ApiKeyToken.TryRead(key, out ApiKeyToken? token));
        using FormUrlEncodedContent end = new([new("key", token.Id.ToString())]);
        using HttpResponseMessage revoked = await owner.Client.PostAsync("/admin/settings/keys?handler=Revoke", end, Stop);
        using HttpResponseMessage after = await program.GetAsync("/api/v1/headshots/waiting", Stop);

        Assert.True(made.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain(key, list, StringComparison.Ordinal);
        Assert.Contains("Payroll &lt;b&gt;", list, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.Unauthorized), (before.StatusCode, revoked.StatusCode, after.StatusCode));
    }

    private HttpClient Client(string key)
    {
        HttpClient client = _host.Client();
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");
        return client;
    }

    private async Task<MadeApiKey> MakeAsync(string name, int days) => (await _host.WithAsync<MakeApiKey, Result<MadeApiKey>>(
        m => m.HandleAsync(Caller.System(_host.Own.Tenant), new MakeApiKeyRequest(name, ApiScopes.ReadPeople, days), Stop))).Value;
}
