using System.Net.Http.Headers;
using System.Security.Claims;
using Headshots.Core.ApiKeys;
using Headshots.Core.Sessions;
using Headshots.Core.Tenants;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>Who asks: nobody, a member of our own company with one role, or a program with a key of one scope. Members carry the token that forms need.</summary>
internal sealed class Visitor : IDisposable
{
    private Visitor(string name, HttpClient client, MemberRoles? role, ApiScopes? scope) => (Name, Client, Role, Scope) = (name, client, role, scope);

    public string Name { get; }

    public HttpClient Client { get; }

    public MemberRoles? Role { get; }

    public ApiScopes? Scope { get; }

    public static IReadOnlyList<Visitor> All(EndpointHost host) =>
        [Nobody(host), .. Enum.GetValues<MemberRoles>().Select(r => Member(host, r)), .. host.Own.Keys.Select(k => Program(host, $"key {k.Key}", k.Value, k.Key))];

    public static Visitor Nobody(EndpointHost host) => WithToken(host, new Visitor("nobody", Browser(host), null, null), new ClaimsPrincipal(new ClaimsIdentity()), null);

    public static Visitor Member(EndpointHost host, MemberRoles role)
    {
        HttpClient browser = Browser(host);
        (Core.Tenants.Member member, Guid session) = host.Own.Sessions[role];
        DateTimeOffset now = host.Time.GetUtcNow();
        AuthenticationTicket ticket = new(MemberClaims.Ticket(new SessionAddress(host.Own.Tenant, session)), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(8) }, Access.Scheme);
        string cookie = host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Access.Scheme).TicketDataFormat.Protect(ticket);
        return WithToken(host, new Visitor(role.ToString(), browser, role, null), MemberClaims.Principal(member, session, suspended: false), $"{MemberCookie.Name}={cookie}");
    }

    public static Visitor Program(EndpointHost host, string name, string key, ApiScopes scope)
    {
        HttpClient client = host.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new Visitor(name, client, null, scope);
    }

    /// <summary>Whether the policies let them in; the answers are held against it.</summary>
    public bool May(Door door) => Role is { } role
        ? door.Policies.All(p => role.HasFlag(MemberRoles.Owner) || (role & (door.Changes ? p.Changing : p.Reading)) != MemberRoles.None)
        : door.IsApi && Scope is { } scope && door.Policies.All(p => p.Keys.Allows(scope, door.Changes));

    public void Dispose() => Client.Dispose();

    private static HttpClient Browser(EndpointHost host)
    {
        HttpClient client = host.Client();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return client;
    }

    /// <summary>The token as a form of that somebody carries it, and its cookie.</summary>
    private static Visitor WithToken(EndpointHost host, Visitor visitor, ClaimsPrincipal user, string? cookie)
    {
        using IServiceScope scope = host.Services.CreateScope();
        AntiforgeryTokenSet tokens = scope.ServiceProvider.GetRequiredService<IAntiforgery>()
            .GetTokens(new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = user });
        visitor.Client.DefaultRequestHeaders.Add(tokens.HeaderName!, tokens.RequestToken);
        visitor.Client.DefaultRequestHeaders.Add("Cookie", $"headshots.form={tokens.CookieToken}{(cookie is null ? string.Empty : "; " + cookie)}");
        return visitor;
    }
}
