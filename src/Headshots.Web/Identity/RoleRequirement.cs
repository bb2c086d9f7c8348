using System.Security.Claims;
using Headshots.Core.Tenants;
using Headshots.Web.ApiKeys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Identity;

/// <summary>Somebody of a tenant who has one of the roles; owners have all.</summary>
/// <param name="Reading">For requests that change nothing.</param>
/// <param name="Changing">For all others.</param>
internal sealed record RoleRequirement(MemberRoles Reading, MemberRoles Changing) : IAuthorizationRequirement
{
    /// <summary>For keys of programs, which have no roles; none by default.</summary>
    public KeyAccess Keys { get; init; } = KeyAccess.None;

    public bool Allows(ClaimsPrincipal user, bool changes)
    {
        MemberRoles roles = MemberClaims.RolesOf(user);
        return MemberClaims.TenantOf(user) is not null && !MemberClaims.IsSuspended(user)
            && (roles.HasFlag(MemberRoles.Owner) || (roles & (changes ? Changing : Reading)) != MemberRoles.None);
    }
}

internal sealed class RoleHandler : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        // What is no request is judged as a change: a caller that forgets to say so gets the narrower answer.
        bool changes = context.Resource is not HttpContext http
            || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
        bool may = ApiKeyClaims.IsKey(context.User)
            ? requirement.Keys.Allows(ApiKeyClaims.ScopesOf(context.User), changes)
            : requirement.Allows(context.User, changes);
        if (may)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
