using Headshots.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.ApiKeys;

internal static class ApiKeyServices
{
    /// <summary>
    /// Beside the cookie, whose scheme stays the default one. A request that shows a key is judged by the key alone: a cookie
    /// that comes along must not help a key out that was refused.
    /// </summary>
    public static void AddApiKeys(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyClaims.Scheme, null);
        services.PostConfigure<CookieAuthenticationOptions>(
            Access.Scheme, cookie => cookie.ForwardDefaultSelector = context => ApiKeyHandler.IsMeant(context) ? ApiKeyClaims.Scheme : null);
    }
}
