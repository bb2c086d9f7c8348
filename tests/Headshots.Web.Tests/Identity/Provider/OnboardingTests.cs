using System.Net;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.TestProvider;
using Microsoft.AspNetCore.WebUtilities;

namespace Headshots.Web.Tests.Identity.Provider;

/// <summary>A company that nobody set up: who may do so, and what happens to those who only pretend.</summary>
public sealed class OnboardingTests(EntryHost host) : IClassFixture<EntryHost>
{
    [Fact]
    public async Task Administrator_AgreesAndNamesTheCompany_IsItsFirstOwner()
    {
        SignInAccount admin = Stranger(administrator: true);
        using Visitor visitor = await host.SignInAsync(admin);
        Assert.Equal("/onboarding", visitor.At.AbsolutePath);
        Assert.Contains("not set up here yet", visitor.Body, StringComparison.Ordinal);

        await visitor.OpenAsync("/onboarding/consent");
        Assert.Equal("/onboarding/company", visitor.At.AbsolutePath);
        using HttpResponseMessage created = await visitor.PostAsync("/onboarding/company", ("Name", "Fabrikam"), ("Contact", "hr@fabrikam.example"));
        await visitor.OpenAsync(created.Headers.Location!.ToString());

        Assert.Equal("/admin", visitor.At.AbsolutePath);
        TenantId tenant = (await TenantAsync(admin))!.Value;
        Member owner = Assert.Single(await host.WithAsync<ITenantStore, IReadOnlyList<Member>>(s => s.MembersAsync(tenant, default)));
        Assert.Equal(MemberRoles.Owner, owner.Roles);

        // Nobody was given a role in the directory yet, and the founder stays owner.
        using Visitor again = await host.SignInAsync(admin);
        Assert.Equal("/admin", again.At.AbsolutePath);
        using Visitor colleague = await host.SignInAsync(admin with { ObjectId = Guid.CreateVersion7(), IsAdministrator = false });
        Assert.Equal("/signin/refused?why=role", colleague.At.PathAndQuery);
    }

    [Fact]
    public async Task Return_WithAnError_IsTheErrorWhateverElseItSays()
    {
        SignInAccount admin = Stranger(administrator: true);
        using Visitor visitor = await host.SignInAsync(admin);
        string state = await StateAsync(visitor);

        await visitor.OpenAsync($"/onboarding/return?error=access_denied&admin_consent=True&tenant={admin.Directory}&state={Uri.EscapeDataString(state)}");

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Contains("declined", visitor.Body, StringComparison.Ordinal);
        await AssertClosedAsync(visitor, admin);
    }

    [Fact]
    public async Task Return_WithAForgedState_IsRefused()
    {
        SignInAccount admin = Stranger(administrator: true);
        using Visitor visitor = await host.SignInAsync(admin);

        foreach (string state in new[] { string.Empty, "forged", await ForeignStateAsync(admin) })
        {
            await visitor.OpenAsync($"/onboarding/return?admin_consent=True&tenant={admin.Directory}&state={Uri.EscapeDataString(state)}");
            Assert.Contains("does not belong to your sign-in", visitor.Body, StringComparison.Ordinal);
        }

        await AssertClosedAsync(visitor, admin);
    }

    [Fact]
    public async Task Return_AboutAnotherTenant_IsRefused()
    {
        SignInAccount admin = Stranger(administrator: true);
        using Visitor visitor = await host.SignInAsync(admin);
        string state = await StateAsync(visitor);

        await visitor.OpenAsync($"/onboarding/return?admin_consent=True&tenant={EntryHost.Contoso}&state={Uri.EscapeDataString(state)}");

        Assert.Contains("another company", visitor.Body, StringComparison.Ordinal);
        await AssertClosedAsync(visitor, admin);
    }

    [Fact]
    public async Task Return_WithoutConsent_IsRefused()
    {
        SignInAccount admin = Stranger(administrator: true);
        using Visitor visitor = await host.SignInAsync(admin);
        string state = await StateAsync(visitor);

        await visitor.OpenAsync($"/onboarding/return?admin_consent=False&tenant={admin.Directory}&state={Uri.EscapeDataString(state)}");

        await AssertClosedAsync(visitor, admin);
    }

    /// <summary>The way back is only an address: whoever is of a company can type it. That makes nobody its owner.</summary>
    [Fact]
    public async Task SomebodyWhoAdministersNothing_CannotBegin()
    {
        SignInAccount somebody = Stranger(administrator: false);
        using Visitor visitor = await host.SignInAsync(somebody);
        Assert.Contains("An administrator can set it up", visitor.Body, StringComparison.Ordinal);

        await visitor.OpenAsync("/onboarding/consent");
        Assert.Equal("/onboarding", visitor.At.AbsolutePath);
        await visitor.OpenAsync($"/onboarding/return?admin_consent=True&tenant={somebody.Directory}&state={Uri.EscapeDataString(await ForeignStateAsync(somebody))}");

        await AssertClosedAsync(visitor, somebody);
    }

    [Fact]
    public async Task Pages_WithoutASignIn_AskForOne()
    {
        using Visitor visitor = new(host);
        await visitor.OpenAsync("/onboarding");
        Assert.Contains("Sign in first", visitor.Body, StringComparison.Ordinal);
        await visitor.OpenAsync("/onboarding/company");
        Assert.Equal("/onboarding", visitor.At.AbsolutePath);
        await visitor.OpenAsync("/onboarding/consent");
        Assert.Equal("/onboarding", visitor.At.AbsolutePath);
    }

    private static SignInAccount Stranger(bool administrator) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Fay Brikam", "fay@fabrikam.example") { IsAdministrator = administrator };

    private static async Task<string> StateAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/onboarding/consent", u => u.AbsolutePath.EndsWith("/adminconsent", StringComparison.Ordinal));
        return QueryHelpers.ParseQuery(visitor.At.Query)["state"]!;
    }

    /// <summary>Real, of the same directory, and of another browser.</summary>
    private async Task<string> ForeignStateAsync(SignInAccount account)
    {
        using Visitor other = await host.SignInAsync(account with { ObjectId = Guid.CreateVersion7(), IsAdministrator = true });
        return await StateAsync(other);
    }

    private Task<TenantId?> TenantAsync(SignInAccount account) =>
        host.WithAsync<ITenantStore, TenantId?>(s => s.FindByRealmAsync(SignInRealm.Entra(account.Directory), default));

    private async Task AssertClosedAsync(Visitor visitor, SignInAccount account)
    {
        await visitor.OpenAsync("/onboarding/company");
        Assert.Equal("/onboarding", visitor.At.AbsolutePath);
        Assert.Null(await TenantAsync(account));
    }
}
