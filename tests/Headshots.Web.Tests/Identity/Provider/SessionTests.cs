using System.Net;
using System.Text.RegularExpressions;
using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.TestProvider;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Headshots.Web.Tests.Identity.Provider;

public sealed class SessionTests(EntryHost host) : IClassFixture<EntryHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cookie_OfSomebodySignedIn_HoldsASessionAndNothingElse()
    {
        using Visitor visitor = await host.SignInAsync(EntryHost.Somebody("Owner"));

        AuthenticationTicket ticket = host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Access.Scheme)
            .TicketDataFormat.Unprotect(visitor.Cookies.GetCookies(host.Address)["headshots"]!.Value)!;

        Assert.Equal([Access.SessionClaim, Access.TenantClaim], ticket.Principal.Claims.Select(c => c.Type).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(ticket.Properties.Items, i => i.Key.Contains("token", StringComparison.OrdinalIgnoreCase) || i.Key.Contains("code", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task SignOut_EndsTheSessionHereAndGoesOnToTheProvider()
    {
        using Visitor visitor = await host.SignInAsync(EntryHost.Somebody("Owner"));
        string kept = visitor.Cookies.GetCookieHeader(host.Address);

        using HttpResponseMessage answer = await visitor.PostAsync("/signout");
        await visitor.OpenAsync(answer.Headers.Location!.ToString());
        string onward = Regex.Match(visitor.Body, "content=\"0;url=(?<url>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["url"].Value;
        await visitor.OpenAsync(onward);

        Assert.Contains(visitor.Way, u => u.AbsolutePath.EndsWith("/oauth2/v2.0/logout", StringComparison.Ordinal) && u.Query.Contains("client_id=" + host.Provider.ClientId, StringComparison.Ordinal));
        Assert.Equal("/signin", visitor.At.AbsolutePath);
        Assert.Equal(HttpStatusCode.Redirect, (await WithCookieAsync(kept, "/admin")).StatusCode);
    }

    [Fact]
    public async Task SignOut_ByAForeignPagesForm_DoesNothing()
    {
        using Visitor visitor = await host.SignInAsync(EntryHost.Somebody("Owner"));
        await visitor.OpenAsync("/signout");
        using FormUrlEncodedContent form = new([]);
        using HttpResponseMessage answer = await WithCookieAsync(visitor.Cookies.GetCookieHeader(host.Address), "/signout", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task SignIn_Again_EndsTheSessionThatThisBrowserHad()
    {
        SignInAccount account = EntryHost.Somebody("Owner");
        using Visitor visitor = await host.SignInAsync(account);
        string kept = visitor.Cookies.GetCookieHeader(host.Address);

        await visitor.SignInAsync(account);

        Assert.Equal(HttpStatusCode.Redirect, (await WithCookieAsync(kept, "/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Sessions_OneEndedFromAnotherBrowser_IsOverAtItsNextRequest()
    {
        SignInAccount account = EntryHost.Somebody("Reviewer");
        using Visitor phone = await host.SignInAsync(account);
        using Visitor desk = await host.SignInAsync(account);
        await desk.OpenAsync("/account/sessions");
        Assert.Contains("Firefox · Linux", desk.Body, StringComparison.Ordinal);
        Guid other = (await SessionsAsync(account)).Single(s => s.Id != Own(desk)).Id;

        using HttpResponseMessage ended = await desk.PostAsync("/account/sessions?handler=End", ("session", other.ToString()));

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Sessions_Everywhere_EndsAll()
    {
        SignInAccount account = EntryHost.Somebody("Auditor");
        using Visitor phone = await host.SignInAsync(account);
        using Visitor desk = await host.SignInAsync(account);
        await desk.OpenAsync("/account/sessions");

        using HttpResponseMessage ended = await desk.PostAsync("/account/sessions?handler=Everywhere");

        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.GetAsync("/admin")).StatusCode);
        Assert.Empty(await SessionsAsync(account));
    }

    [Fact]
    public async Task Sessions_OfAnotherMember_CannotBeEndedThere()
    {
        SignInAccount victim = EntryHost.Somebody("Owner");
        using Visitor theirs = await host.SignInAsync(victim);
        using Visitor visitor = await host.SignInAsync(EntryHost.Somebody("Reviewer"));
        await visitor.OpenAsync("/account/sessions");

        using HttpResponseMessage ended = await visitor.PostAsync("/account/sessions?handler=End", ("session", (await SessionsAsync(victim)).Single().Id.ToString()));

        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Settings_OwnerSignsAMemberOut_EverywhereAtOnce()
    {
        SignInAccount reviewer = EntryHost.Somebody("Reviewer");
        using Visitor theirs = await host.SignInAsync(reviewer);
        using Visitor owner = await host.SignInAsync(EntryHost.Somebody("Owner"));
        await owner.OpenAsync("/admin/settings");

        using HttpResponseMessage ended = await owner.PostAsync("/admin/settings?handler=SignOut", ("member", (await MemberAsync(reviewer)).Id.ToString()));

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await theirs.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Settings_SomebodyElse_MaySignNobodyOut()
    {
        SignInAccount owner = EntryHost.Somebody("Owner");
        using Visitor theirs = await host.SignInAsync(owner);
        using Visitor auditor = await host.SignInAsync(EntryHost.Somebody("Auditor"));
        await auditor.OpenAsync("/admin/settings");

        using HttpResponseMessage ended = await auditor.PostAsync("/admin/settings?handler=SignOut", ("member", (await MemberAsync(owner)).Id.ToString()));

        Assert.Equal(HttpStatusCode.Forbidden, ended.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Role_TakenAwayInTheDirectory_EndsAllWhenTheyComeAgain()
    {
        SignInAccount account = EntryHost.Somebody("HrAdmin");
        using Visitor phone = await host.SignInAsync(account);

        using Visitor again = await host.SignInAsync(account with { Roles = [] });
        host.Time.Advance(SessionDesk.Trusted);

        Assert.Equal("/signin/refused?why=role", again.At.PathAndQuery);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Role_Changed_HoldsInOtherBrowsersWithinSeconds()
    {
        SignInAccount account = EntryHost.Somebody("HrAdmin");
        using Visitor phone = await host.SignInAsync(account);
        Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync("/admin/audit")).StatusCode);

        using Visitor again = await host.SignInAsync(account with { Roles = ["Auditor"] });
        host.Time.Advance(SessionDesk.Trusted);

        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/admin/audit")).StatusCode);
    }

    [Fact]
    public async Task Session_Idle_IsOverAndABusyOneIsNot()
    {
        using Visitor idle = await host.SignInAsync(EntryHost.Somebody("Owner"));
        using Visitor busy = await host.SignInAsync(EntryHost.Somebody("Owner"));
        for (int i = 0; i < 5; i++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(30));
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/admin")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await idle.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Session_Busy_IsOverAfterItsLongest()
    {
        SignInAccount account = EntryHost.Somebody("Owner");
        using Visitor visitor = await host.SignInAsync(account);
        string kept = visitor.Cookies.GetCookieHeader(host.Address);
        DateTimeOffset end = (await SessionsAsync(account)).Single().ExpiresAt;
        while (host.Time.GetUtcNow().AddHours(1) < end)
        {
            host.Time.Advance(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await WithCookieAsync(kept, "/admin")).StatusCode);
        }

        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Redirect, (await WithCookieAsync(kept, "/admin")).StatusCode);
    }

    [Fact]
    public async Task Tenant_Suspended_ShutsMembersOutWithAPageThatSaysSo()
    {
        Guid directory = Guid.CreateVersion7();
        TenantId tenant = await host.FoundAsync("Fabrikam", directory);
        SignInAccount account = EntryHost.Somebody("Owner") with { Directory = directory };
        using Visitor visitor = await host.SignInAsync(account);
        await host.WithAsync<SuspendTenant, bool>(async s => (await s.SuspendAsync(tenant, Stop)).Ok);
        host.Time.Advance(SessionDesk.Trusted);

        await visitor.OpenAsync("/admin");
        using Visitor another = await host.SignInAsync(account);

        Assert.Equal("/signin/refused?why=suspended", visitor.At.PathAndQuery);
        Assert.Contains("suspended", visitor.Body, StringComparison.Ordinal);
        Assert.Equal("/signin/refused?why=suspended", another.At.PathAndQuery);
        Assert.False(another.HasSession);

        await host.WithAsync<SuspendTenant, bool>(async s => (await s.ResumeAsync(tenant, Stop)).Ok);
        host.Time.Advance(SessionDesk.Trusted);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Tenant_Deleted_EndsItsSessions()
    {
        Guid directory = Guid.CreateVersion7();
        TenantId tenant = await host.FoundAsync("Northwind", directory);
        using Visitor visitor = await host.SignInAsync(EntryHost.Somebody("Owner") with { Directory = directory });
        await host.WithAsync<DeleteTenant, bool>(async d =>
        {
            await d.AtOnceAsync(tenant, Stop);
            return true;
        });
        host.Time.Advance(SessionDesk.Trusted);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/admin")).StatusCode);
    }

    private Guid Own(Visitor visitor) => MemberClaims.SessionOf(host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Access.Scheme)
        .TicketDataFormat.Unprotect(visitor.Cookies.GetCookies(host.Address)["headshots"]!.Value)!.Principal)!.Value.Id;

    private async Task<Member> MemberAsync(SignInAccount account) => (await host.WithAsync<ITenantStore, Member?>(s =>
        s.FindMemberAsync(host.Tenant, SignInRealm.Person(SignInRealm.Entra(account.Directory), account.ObjectId!.Value.ToString("D"))!, default)))!;

    private async Task<IReadOnlyList<Session>> SessionsAsync(SignInAccount account)
    {
        Guid member = (await MemberAsync(account)).Id;
        return await host.WithAsync<ISessionStore, IReadOnlyList<Session>>(s => s.OfMemberAsync(host.Tenant, member, default));
    }

    private async Task<HttpResponseMessage> WithCookieAsync(string cookie, string address, HttpContent? form = null)
    {
        using HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
        using HttpRequestMessage request = new(form is null ? HttpMethod.Get : HttpMethod.Post, address) { Content = form };
        request.Headers.Add("Cookie", cookie);
        request.Headers.Accept.ParseAdd("text/html");
        return await client.SendAsync(request, Stop);
    }
}
