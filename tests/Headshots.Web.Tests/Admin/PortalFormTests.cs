using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Headshots.Core.Campaigns;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Web.Tests.Admin;

/// <summary>What forms and the API do to a real database, and what they refuse.</summary>
[Collection(OfficePages.Name)]
public sealed partial class PortalFormTests(Office office)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Root_OfNobodyAndOfAMember_LeadsToSigningInAndToThePortal()
    {
        using HttpClient nobody = office.Browser();
        nobody.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using HttpClient member = office.Browser(office.Own, MemberRoles.Reviewer);

        using HttpResponseMessage asked = await nobody.GetAsync("/", Cancellation);
        using HttpResponseMessage led = await member.GetAsync("/", Cancellation);

        Assert.Contains("/signin", asked.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal("/admin", led.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Import_FileWithGoodAndBadRows_TakesTheGoodOnes()
    {
        using HttpClient browser = office.Browser(office.Own, MemberRoles.HrAdmin);
        string token = await TokenAsync(browser, "/admin/people/import");
        using MultipartFormDataContent upload = new()
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent("Name;E-Mail;Abteilung\nKatherine Johnson;katherine@example.com;Flug\nNobody;no address;\nDorothy Vaughan;dorothy@example.com;Flug\n"u8.ToArray()), "file", "people.csv" },
        };
        using HttpResponseMessage uploaded = await browser.PostAsync("/admin/people/import", upload, Cancellation);
        Assert.True(uploaded.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await uploaded.Content.ReadAsStringAsync(Cancellation)));
        string preview = await PageAsync(browser, uploaded.Headers.Location!.ToString());
        Assert.Contains("This is not an e-mail address.", preview, StringComparison.Ordinal);
        Assert.Contains("Katherine Johnson", preview, StringComparison.Ordinal);

        string errors = await PageAsync(browser, uploaded.Headers.Location + "?handler=Errors");
        Assert.Contains("3,This is not an e-mail address.,Nobody,no address", errors, StringComparison.Ordinal);

        Dictionary<string, string> columns = new() { ["Map.Name"] = "0", ["Map.Email"] = "1", ["Map.Department"] = "2" };
        using HttpResponseMessage imported = await PostAsync(browser, uploaded.Headers.Location!.ToString(), Token(preview), columns);
        Assert.Equal(HttpStatusCode.Redirect, imported.StatusCode);
        Slice<Person> found = await office.WithAsync<IPersonStore, Slice<Person>>(s => s.ListAsync(office.Own.Tenant, new PersonQuery(Department: "Flug"), Cancellation));
        Assert.Equal(["Dorothy Vaughan", "Katherine Johnson"], found.Items.Select(p => p.Name));

        using HttpResponseMessage again = await PostAsync(browser, uploaded.Headers.Location!.ToString(), Token(preview), columns);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Fact]
    public async Task Edit_OldVersion_KeepsWhatWasTypedAndSaysWhy()
    {
        using HttpClient browser = office.Browser(office.Own, MemberRoles.HrAdmin);
        string address = $"/admin/people/{office.Own.Person}/edit";
        using HttpResponseMessage answer = await PostAsync(browser, address, await TokenAsync(browser, address), new()
        {
            ["Form.Name"] = "Typed with care", ["Form.Email"] = "grace@example.com", ["Form.Version"] = "999",
        });
        string page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Typed with care", page, StringComparison.Ordinal);
        Assert.Contains("Somebody else changed this", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_WithoutName_MarksTheField()
    {
        using HttpClient browser = office.Browser(office.Own, MemberRoles.HrAdmin);
        using HttpResponseMessage answer = await PostAsync(browser, "/admin/people/new", await TokenAsync(browser, "/admin/people/new"), new() { ["Form.Email"] = "x@example.com" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("A name is needed.", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_WithoutToken_ChangeNothing()
    {
        using HttpClient browser = office.Browser(office.Own, MemberRoles.Owner);
        using FormUrlEncodedContent form = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["Forget"] = "true", ["Confirmed"] = "true" });
        using HttpResponseMessage answer = await browser.PostAsync($"/admin/people/{office.Own.Person}/erase", form, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(await office.WithAsync<IPersonStore, Person?>(s => s.FindAsync(office.Own.Tenant, office.Own.Person, Cancellation)));
    }

    [Fact]
    public async Task Forms_WithAnotherCompanysIds_ChangeNothing()
    {
        using HttpClient owner = office.Browser(office.Own, MemberRoles.Owner);
        string token = await TokenAsync(owner, "/admin/people/new");
        Company foreign = office.Foreign;
        Dictionary<string, Dictionary<string, string>> forms = new(StringComparer.Ordinal)
        {
            [$"/admin/people/{foreign.Person}/erase"] = new() { ["Forget"] = "true", ["Confirmed"] = "true" },
            [$"/admin/people/{foreign.Person}/edit"] = new() { ["Form.Name"] = "Stolen", ["Form.Email"] = "stolen@example.com", ["Form.Version"] = "1" },
            [$"/admin/people/{foreign.Person}?handler=Left"] = new() { ["gone"] = "true" },
            [$"/admin/campaigns/{foreign.Campaign}?handler=Close"] = [],
            [$"/admin/campaigns/{foreign.Campaign}?handler=Revoke"] = new() { ["selected"] = foreign.Invitation.ToString() },
            [$"/admin/campaigns/{foreign.Campaign}/links/{foreign.Invitation}?handler=Renew"] = [],
            [$"/admin/kits/{foreign.Kit}?handler=Archive"] = new() { ["archived"] = "true" },
        };
        foreach ((string address, Dictionary<string, string> fields) in forms)
        {
            using HttpResponseMessage answer = await PostAsync(owner, address, token, fields);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Redirect, $"{address} answered {answer.StatusCode}.");
        }

        Person person = (await office.WithAsync<IPersonStore, Person?>(s => s.FindAsync(foreign.Tenant, foreign.Person, Cancellation)))!;
        Assert.Equal(("Grace Hopper", PersonStatus.Active), (person.Name, person.Status));
        Assert.Equal(CampaignState.Running, (await office.WithAsync<ICampaignStore, Campaign?>(s => s.FindAsync(foreign.Tenant, foreign.Campaign, Cancellation)))!.State);
        Assert.Null((await office.WithAsync<Core.Invitations.IInvitationStore, Core.Invitations.Invitation?>(s => s.FindAsync(foreign.Tenant, foreign.Invitation, Cancellation)))!.RevokedAt);
    }

    [Fact]
    public async Task Api_ChangeWithoutToken_IsRefusedAsProblem()
    {
        using HttpClient browser = office.Browser(office.Own, MemberRoles.HrAdmin);
        using HttpResponseMessage answer = await browser.PostAsJsonAsync("/api/v1/people", new { name = "Annie Easley", email = "annie@example.com" }, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("token_missing", (await ProblemAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Api_PersonFromCradleToGrave_IsCreatedChangedFoundAndErased()
    {
        using HttpClient browser = office.Browser(office.Own, MemberRoles.HrAdmin);
        await SignForApiAsync(browser);
        using HttpResponseMessage created = await browser.PostAsJsonAsync("/api/v1/people", new { name = "Mary Jackson", email = "Mary@Example.com", department = "Wind" }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        JsonElement person = await created.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("mary@example.com", person.GetProperty("email").GetString());
        Assert.Equal("Active", person.GetProperty("status").GetString());

        using HttpResponseMessage twice = await browser.PostAsJsonAsync("/api/v1/people", new { name = "Mary Jackson", email = "mary@example.com" }, Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Equal("person_email_taken", (await ProblemAsync(twice)).GetProperty("code").GetString());

        string address = created.Headers.Location!.ToString();
        long version = person.GetProperty("version").GetInt64();
        using HttpResponseMessage changed = await browser.PutAsJsonAsync(address, new { name = "Mary W. Jackson", email = "mary@example.com", version }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using HttpResponseMessage stale = await browser.PutAsJsonAsync(address, new { name = "Late", email = "mary@example.com", version }, Cancellation);
        Assert.Equal("changed_meanwhile", (await ProblemAsync(stale)).GetProperty("code").GetString());

        JsonElement list = await browser.GetFromJsonAsync<JsonElement>("/api/v1/people?search=jackson&size=1", Cancellation);
        Assert.Equal(1, list.GetProperty("items").GetArrayLength());
        using HttpResponseMessage erased = await browser.DeleteAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        using HttpResponseMessage gone = await browser.GetAsync(address, Cancellation);
        Assert.Equal("not_found", (await ProblemAsync(gone)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Api_Description_NamesEveryAddress()
    {
        using HttpClient nobody = office.Browser();
        JsonElement document = await nobody.GetFromJsonAsync<JsonElement>("/api/v1/openapi.json", Cancellation);
        string[] paths = [.. document.GetProperty("paths").EnumerateObject().Select(p => p.Name)];
        Assert.Contains("/api/v1/people/{id}", paths);
        Assert.Contains("/api/v1/campaigns/{id}/invitations", paths);
        Assert.Contains("/api/v1/headshots/reviews", paths);
        Assert.All(paths, p => Assert.StartsWith("/api/v1/", p, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Api_Progress_IsSentAsEventsAndAsJson()
    {
        using HttpClient browser = office.Browser(office.Own, MemberRoles.Reviewer);
        browser.DefaultRequestHeaders.Accept.Clear();
        JsonElement once = await browser.GetFromJsonAsync<JsonElement>($"/api/v1/events?campaign={office.Own.Campaign}", Cancellation);
        Assert.Equal("1-0-0-0-0-0", once.GetProperty("version").GetString());

        browser.DefaultRequestHeaders.Accept.ParseAdd("text/event-stream");
        using HttpResponseMessage stream = await browser.GetAsync($"/api/v1/events?campaign={office.Own.Campaign}", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
        using StreamReader reader = new(await stream.Content.ReadAsStreamAsync(Cancellation));
        Assert.StartsWith("data: {\"version\":\"1-0-0-0-0-0\"", await reader.ReadLineAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_InProduction_LetsNobodyIn()
    {
        using HttpClient nobody = office.Browser();
        string page = await PageAsync(nobody, "/signin");
        Assert.Contains("Signing in is not set up yet", page, StringComparison.Ordinal);
        using HttpResponseMessage answer = await PostAsync(nobody, "/signin", await TokenAsync(nobody, "/preferences"), new() { ["member"] = office.Own.Member.ToString() });
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, answer.StatusCode.ToString());
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies) && cookies.Any(c => c.StartsWith("headshots=", StringComparison.Ordinal)));
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static async Task SignForApiAsync(HttpClient browser)
    {
        using HttpResponseMessage answer = await browser.GetAsync("/api/v1/me", Cancellation);
        KeepCookies(browser, answer);
        JsonElement me = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        browser.DefaultRequestHeaders.Add(me.GetProperty("tokenHeader").GetString()!, me.GetProperty("token").GetString());
    }

    private static async Task<string> TokenAsync(HttpClient browser, string address) => Token(await PageAsync(browser, address));

    private static string Token(string page) => TokenField().Match(page) is { Success: true } match ? match.Groups["token"].Value : string.Empty;

    private static async Task<string> PageAsync(HttpClient browser, string address)
    {
        using HttpResponseMessage answer = await browser.GetAsync(address, Cancellation);
        KeepCookies(browser, answer);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, string token, Dictionary<string, string> fields)
    {
        using FormUrlEncodedContent form = new([.. fields, new("__RequestVerificationToken", token)]);
        return await browser.PostAsync(address, form, Cancellation);
    }

    /// <summary>The form cookie joins the one that says who it is.</summary>
    private static void KeepCookies(HttpClient browser, HttpResponseMessage answer)
    {
        if (answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies) && cookies.FirstOrDefault(c => c.StartsWith("headshots.form=", StringComparison.Ordinal)) is { } form)
        {
            string before = browser.DefaultRequestHeaders.TryGetValues("Cookie", out IEnumerable<string>? sent) ? string.Join("; ", sent) + "; " : string.Empty;
            browser.DefaultRequestHeaders.Remove("Cookie");
            browser.DefaultRequestHeaders.Add("Cookie", before + form.Split(';')[0]);
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();
}
