using Headshots.Core.Shared;
using Headshots.Web.ApiKeys;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Api;

/// <param name="Tenant">The company's id.</param>
/// <param name="Id">The member's id, or the key's.</param>
/// <param name="Name">The member's name, or the key's.</param>
/// <param name="Roles">What the member may do.</param>
/// <param name="Scopes">What the key may do.</param>
/// <param name="TokenHeader">Header that requests of members must carry which change something; empty for a key.</param>
/// <param name="Token">Its value.</param>
internal sealed record Me(Guid Tenant, string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes, string TokenHeader, string Token)
{
    public static IResult Get(HttpContext http, IAntiforgery antiforgery)
    {
        Caller caller = MemberClaims.Caller(http.User);
        if (ApiKeyClaims.IsKey(http.User))
        {
            string[] scopes = [.. ApiKeyClaims.Each(ApiKeyClaims.ScopesOf(http.User)).Select(s => s.ToString())];
            return Results.Ok(new Me(caller.Tenant.Value, caller.Actor.Id, caller.Actor.Name, [], scopes, string.Empty, string.Empty));
        }

        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(http);
        return Results.Ok(new Me(
            caller.Tenant.Value,
            caller.Actor.Id,
            caller.Actor.Name,
            [.. Identity.Roles.Of(MemberClaims.RolesOf(http.User)).Select(r => r.ToString())],
            [],
            tokens.HeaderName ?? string.Empty,
            tokens.RequestToken ?? string.Empty));
    }
}
