using System.Security.Cryptography;
using System.Text.Json;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Identity.Provider;

/// <summary>Keeps <see cref="EntryTicket"/>s in a cookie, and the state of a consent that was begun with one.</summary>
internal sealed class EntryDesk(IDataProtectionProvider protection, IIds ids)
{
    private const string CookieName = "headshots.entry";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector _tickets = protection.CreateProtector("Headshots.Entry").ToTimeLimitedDataProtector();

    private readonly ITimeLimitedDataProtector _states = protection.CreateProtector("Headshots.Consent").ToTimeLimitedDataProtector();

    public EntryTicket Keep(HttpContext http, Arriving arriving)
    {
        EntryTicket ticket = new(ids.New(), arriving.Who, arriving.MaySetUp);
        Keep(http, ticket);
        return ticket;
    }

    public void Keep(HttpContext http, EntryTicket ticket) => http.Response.Cookies.Append(
        CookieName, _tickets.Protect(JsonSerializer.Serialize(ticket, EntryJson.Default.EntryTicket), Lifetime), Cookie(http));

    /// <summary>Null when nobody came from the provider lately.</summary>
    public EntryTicket? Of(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[CookieName] is { Length: > 0 } text ? JsonSerializer.Deserialize(_tickets.Unprotect(text), EntryJson.Default.EntryTicket) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(CookieName, Cookie(http));

    /// <summary>What Entra hands back with its answer: it was this sign-in, of this directory, that asked.</summary>
    public string StateFor(EntryTicket ticket) => _states.Protect(StateText(ticket), Lifetime);

    public bool IsStateOf(EntryTicket ticket, string? state)
    {
        try
        {
            return state is { Length: > 0 and < 2000 } && _states.Unprotect(state) == StateText(ticket);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string StateText(EntryTicket ticket) => $"{ticket.Id:N} {SignInRealm.EntraOf(ticket.Who.Realm):D}";

    // Lax: it must come along when the browser returns from the provider.
    private static CookieOptions Cookie(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        MaxAge = Lifetime,
        Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
    };
}
