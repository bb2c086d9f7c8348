using System.Security.Claims;
using Headshots.Core.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Identity;

/// <summary>What a session is in a browser.</summary>
internal static class SignedIn
{
    public static ClaimsPrincipal Ticket(Session session) => MemberClaims.Ticket(new SessionAddress(session.TenantId, session.Id));

    /// <summary>The cookie lasts as long as the session may; that the session may end earlier is not for the browser to know.</summary>
    public static AuthenticationProperties Properties(Session session) =>
        new() { IsPersistent = true, IssuedUtc = session.CreatedAt, ExpiresUtc = session.ExpiresAt, AllowRefresh = false };

    public static Task WriteAsync(HttpContext http, Session session) => http.SignInAsync(Access.Scheme, Ticket(session), Properties(session));
}
