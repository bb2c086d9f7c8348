using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Identity;

/// <summary>What happens to the cookie on its way: its session is looked up, and programs get numbers instead of a page.</summary>
internal sealed class MemberCookie(SessionDesk desk) : CookieAuthenticationEvents
{
    public const string Name = "headshots";

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (MemberClaims.SessionOf(context.Principal) is { } session
            && await desk.FindAsync(session, context.HttpContext.RequestAborted) is { } who)
        {
            // A copy: whoever adds a claim during a request adds it to that request.
            context.ReplacePrincipal(new ClaimsPrincipal(who.Identities.Select(i => i.Clone())));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Access.Scheme);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, StatusCodes.Status403Forbidden);

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int code)
    {
        // A page is opened by a person, who is led on; a fetch or a program is told.
        bool page = !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (page && code == StatusCodes.Status401Unauthorized)
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else if (page && HttpMethods.IsGet(context.Request.Method) && MemberClaims.IsSuspended(context.HttpContext.User))
        {
            context.Response.Redirect(context.Request.PathBase + "/signin/refused?why=suspended");
        }
        else
        {
            context.Response.StatusCode = code;
        }

        return Task.CompletedTask;
    }
}
