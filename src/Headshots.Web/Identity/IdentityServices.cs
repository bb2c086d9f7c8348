using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Headshots.Web.Identity;

internal static class IdentityServices
{
    public static void AddHeadshotsIdentity(this IServiceCollection services)
    {
        services.AddAuthentication(Access.Scheme).AddCookie(Access.Scheme, Cookie);
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<MemberCookie>();
        services.AddSingleton<IAuthorizationHandler, RoleHandler>();
        AuthorizationBuilder authorization = services.AddAuthorizationBuilder();
        foreach ((string name, RoleRequirement requirement) in Policies.All)
        {
            authorization.AddPolicy(name, policy => policy.RequireAuthenticatedUser().AddRequirements(requirement));
        }
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = MemberCookie.Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/signin";
        options.AccessDeniedPath = "/status/403";
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.EventsType = typeof(MemberCookie);
    }
}
