using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Api;

/// <param name="Tenant">The company's id.</param>
/// <param name="Id">The member's id.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="TokenHeader">Header that requests must carry which change something.</param>
/// <param name="Token">Its value.</param>
internal sealed record Me(Guid Tenant, string Id, string Name, IReadOnlyList<string> Roles, string TokenHeader, string Token)
{
    public static IResult Get(HttpContext http, IAntiforgery antiforgery)
    {
        Caller caller = MemberClaims.Caller(http.User);
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(http);
        return Results.Ok(new Me(
            caller.Tenant.Value,
            caller.Actor.Id,
            caller.Actor.Name,
            [.. Identity.Roles.Of(MemberClaims.RolesOf(http.User)).Select(r => r.ToString())],
            tokens.HeaderName ?? string.Empty,
            tokens.RequestToken ?? string.Empty));
    }
}
