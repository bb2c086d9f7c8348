using Headshots.Core.Tenants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.Identity;

/// <summary>What happens to the cookie on its way: programs get numbers instead of a page, and who lost a role notices within minutes.</summary>
internal sealed class MemberCookie(TimeProvider time) : CookieAuthenticationEvents
{
    public const string Name = "headshots";

    private static readonly TimeSpan Trusted = TimeSpan.FromMinutes(5);

    private const string CheckedAt = "checked";

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset? last = context.Properties.GetString(CheckedAt) is { } text && long.TryParse(text, out long ticks)
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : context.Properties.IssuedUtc;
        if (now - last < Trusted)
        {
            return;
        }

        Member? member = await FindAsync(context);
        if (member is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Access.Scheme);
            return;
        }

        context.ReplacePrincipal(MemberClaims.Principal(member));
        context.Properties.SetString(CheckedAt, now.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture));
        context.ShouldRenew = true;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, StatusCodes.Status403Forbidden);

    private static async Task<Member?> FindAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is not { } user || MemberClaims.TenantOf(user) is not { } tenant || MemberClaims.MemberOf(user) is not { } id)
        {
            return null;
        }

        ITenantStore tenants = context.HttpContext.RequestServices.GetRequiredService<ITenantStore>();
        return (await tenants.MembersAsync(tenant, context.HttpContext.RequestAborted)).FirstOrDefault(m => m.Id == id);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int code)
    {
        // A page is opened by a person, who is led on; a fetch or a program is told.
        bool page = !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (page && code == StatusCodes.Status401Unauthorized)
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = code;
        }

        return Task.CompletedTask;
    }
}
