using System.Globalization;
using System.Security.Claims;
using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Web.ApiKeys;

namespace Headshots.Web.Identity;

/// <summary>
/// A member in the claims of a request, and back: the only place where a <see cref="Caller"/> is made of a request. The cookie
/// itself names a session and nothing else; who that is, and what they may do, is read when it comes back.
/// </summary>
internal static class MemberClaims
{
    private const string Roles = "headshots:roles";

    private const string Suspended = "headshots:suspended";

    /// <summary>All that the cookie holds.</summary>
    public static ClaimsPrincipal Ticket(SessionAddress session) => new(new ClaimsIdentity(
        [new Claim(Access.TenantClaim, session.Tenant.ToString()), new Claim(Access.SessionClaim, session.Id.ToString("N"))],
        Access.Scheme));

    public static SessionAddress? SessionOf(ClaimsPrincipal? user) =>
        user is not null && TenantOf(user) is { } tenant && Guid.TryParse(user.FindFirstValue(Access.SessionClaim), out Guid id) ? new SessionAddress(tenant, id) : null;

    public static ClaimsPrincipal Principal(Member member, Guid session, bool suspended)
    {
        ClaimsPrincipal principal = Principal(member);
        ClaimsIdentity identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaim(new Claim(Access.SessionClaim, session.ToString("N")));
        if (suspended)
        {
            identity.AddClaim(new Claim(Suspended, "1"));
        }

        return principal;
    }

    /// <summary>The operator keeps their company out.</summary>
    public static bool IsSuspended(ClaimsPrincipal user) => user.HasClaim(c => c.Type == Suspended);

    public static ClaimsPrincipal Principal(Member member) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, member.Id.ToString("N")),
            new Claim(ClaimTypes.Name, member.Name),
            new Claim(ClaimTypes.Email, member.Email),
            new Claim(Access.TenantClaim, member.TenantId.ToString()),
            new Claim(Roles, ((int)member.Roles).ToString(CultureInfo.InvariantCulture)),
        ],
        Access.Scheme));

    public static TenantId? TenantOf(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && Guid.TryParse(user.FindFirstValue(Access.TenantClaim), out Guid tenant) ? new TenantId(tenant) : null;

    public static MemberRoles RolesOf(ClaimsPrincipal user) =>
        int.TryParse(user.FindFirstValue(Roles), NumberStyles.None, CultureInfo.InvariantCulture, out int roles) ? (MemberRoles)roles : MemberRoles.None;

    public static Guid? MemberOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out Guid member) ? member : null;

    /// <summary>Who asks. Policies have made sure that it is somebody.</summary>
    public static Caller Caller(ClaimsPrincipal user) =>
        TenantOf(user) is { } tenant && MemberOf(user) is { } member
            ? new Caller(tenant, new Actor(ApiKeyClaims.IsKey(user) ? ActorKind.ApiKey : ActorKind.Staff, member.ToString("N"), user.Identity?.Name ?? string.Empty))
            : throw new InvalidOperationException("A page without a policy asked who is signed in.");

    public static bool Allows(ClaimsPrincipal user, string policy) => Policies.All[policy].Allows(user, changes: true);

    public static bool AllowsReading(ClaimsPrincipal user, string policy) => Policies.All[policy].Allows(user, changes: false);
}
