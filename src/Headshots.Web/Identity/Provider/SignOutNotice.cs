using System.Security.Claims;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Headshots.Web.Identity.Provider;

/// <summary>
/// The provider tells that somebody signed out there. Front-channel: a GET in a hidden frame of another site, where our cookie does not
/// come along; issuer and session id say who it is, and both are the provider's secrets to tell. The answer is always 200, for the
/// provider and for whoever tries. Back-channel: a signed token, from server to server.
/// OpenID Connect Front-Channel Logout 1.0 and Back-Channel Logout 1.0.
/// </summary>
internal static class SignOutNotice
{
    public const string Path = "/signout-oidc";

    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, FrontAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost(Path, BackAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> FrontAsync(HttpContext http, string? iss, string? sid, Leaving leaving, ITenantStore tenants, SignInPlan plan, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (sid is { Length: > 0 and <= 300 })
        {
            await leaving.OfProviderAsync(sid, tenant => IsOfAsync(tenant, iss, plan, tenants, cancellation), cancellation);
        }

        return Results.Ok();
    }

    private static async Task<IResult> BackAsync(HttpContext http, Leaving leaving, ITenantStore tenants, SignInPlan plan, IOptionsMonitor<OpenIdConnectOptions> options, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType || http.Request.ContentLength is null or > 32 << 10
            || (await http.Request.ReadFormAsync(cancellation))["logout_token"].ToString() is not { Length: > 0 } token)
        {
            return Results.BadRequest();
        }

        TokenValidationParameters rules = TokenRules.For(plan);
        rules.ConfigurationManager = options.Get(Access.ProviderScheme).ConfigurationManager as BaseConfigurationManager;
        TokenValidationResult result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, rules);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken notice || Find(result.ClaimsIdentity, "sid") is not { Length: > 0 and <= 300 } sid
            || Find(result.ClaimsIdentity, "nonce") is not null || Find(result.ClaimsIdentity, "events")?.Contains(LogoutEvent, StringComparison.Ordinal) != true)
        {
            return Results.BadRequest();
        }

        await leaving.OfProviderAsync(sid, tenant => IsOfAsync(tenant, notice.Issuer, plan, tenants, cancellation), cancellation);
        return Results.Ok();
    }

    private static string? Find(ClaimsIdentity token, string claim) => token.FindFirst(claim)?.Value;

    /// <summary>Whether a session of this tenant may be ended in this issuer's name. Entra leaves the issuer out at times; its session ids are GUIDs that only it knows.</summary>
    private static async Task<bool> IsOfAsync(TenantId tenant, string? issuer, SignInPlan plan, ITenantStore tenants, CancellationToken cancellation)
    {
        string? realm = (await tenants.FindAsync(tenant, cancellation))?.Realm;
        return realm is not null && (SignInRealm.EntraOf(realm) is { } directory
            ? plan.Kind == SignInKind.Entra && (string.IsNullOrEmpty(issuer) || issuer.Split('/').Contains(directory.ToString("D"), StringComparer.Ordinal))
            : realm == issuer);
    }
}
