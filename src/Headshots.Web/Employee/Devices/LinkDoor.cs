using System.Buffers.Text;
using System.Security.Cryptography;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Web.Security;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Employee.Devices;

/// <summary>
/// Lets a request in below a link: by the token in the address, and by what the device holds once the link is somebody's. Every
/// page and endpoint below <c>/i/</c> asks here.
/// </summary>
internal sealed class LinkDoor(OpenInvitation open, RateLimits limits)
{
    public const string CookieName = "headshots.link";

    /// <param name="http">The request.</param>
    /// <param name="token">From its address.</param>
    /// <param name="evenIfClosed">Whether a link that is over is good enough.</param>
    /// <param name="notes">Whether this counts as opening the link.</param>
    public async Task<Result<OpenedInvitation>> EnterAsync(HttpContext http, string? token, bool evenIfClosed = false, bool notes = false)
    {
        Result<OpenedInvitation> found = await FindAsync(http, token, evenIfClosed);
        if (!found.Ok)
        {
            return found;
        }

        if (!InvitationDevices.IsIn(found.Value, Held(http)))
        {
            return InvitationProblems.CodeNeeded;
        }

        return notes ? await open.HandleAsync(token, http.RequestAborted) : found;
    }

    /// <summary>For the pages at which a device asks to be let in.</summary>
    public async Task<Result<OpenedInvitation>> FindAsync(HttpContext http, string? token, bool evenIfClosed)
    {
        Result<OpenedInvitation> found = await open.FindAsync(token, http.RequestAborted, evenIfClosed);
        return found.Ok || found.Problem != InvitationProblems.Unknown || limits.MayMiss(http) ? found : InvitationProblems.TooManyUnknown;
    }

    /// <summary>What this device holds for the link; null for nothing.</summary>
    public static string? Held(HttpContext http) => http.Request.Cookies[CookieName] is { } secret && InvitationDevices.LooksRight(secret) ? secret : null;

    /// <summary>What this device holds, given to it where it held nothing. Only below this link does the browser show it.</summary>
    public static string Give(HttpContext http, string token)
    {
        if (Held(http) is { } held)
        {
            return held;
        }

        string secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        http.Response.Cookies.Append(CookieName, secret, new CookieOptions
        {
            Path = EmployeePlaces.Address(http.Request.PathBase, token, string.Empty),
            HttpOnly = true,
            Secure = http.Request.IsHttps,

            // Strict would hide it from who comes by the mail's link.
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(180),
            IsEssential = true,
        });
        return secret;
    }
}
