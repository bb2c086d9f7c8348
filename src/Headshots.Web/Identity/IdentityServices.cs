using Headshots.Core.Sessions;
using Headshots.Web.Identity.Provider;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Headshots.Web.Identity;

internal static class IdentityServices
{
    public static void AddHeadshotsIdentity(this IServiceCollection services, SignInPlan plan)
    {
        services.AddAuthentication(Access.Scheme).AddCookie(Access.Scheme, Cookie);
        services.AddOptions<CookieAuthenticationOptions>(Access.Scheme).Configure<SessionLimits>((cookie, limits) => cookie.ExpireTimeSpan = limits.Longest);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SessionLimits>();
        services.AddSingleton(plan);
        services.AddSingleton<SessionDesk>();
        services.AddScoped<MemberCookie>();
        services.AddScoped<Leaving>();
        ProviderScheme.AddEvents(services);
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

        // The session slides, not the cookie: what is not seen for a while ends in the database, where it can also be ended.
        options.SlidingExpiration = false;
        options.EventsType = typeof(MemberCookie);
    }
}
