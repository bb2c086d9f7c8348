using System.Globalization;
using System.Security.Claims;
using Headshots.Core.ApiKeys;
using Headshots.Web.Identity;

namespace Headshots.Web.ApiKeys;

/// <summary>A key in the claims of a request. It has scopes and no roles, so that no policy for members opens to it by accident.</summary>
internal static class ApiKeyClaims
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "api-key";

    private const string Scopes = "headshots:scopes";

    public static ClaimsPrincipal Principal(ApiKey key) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, key.Id.ToString("N")),
            new Claim(ClaimTypes.Name, key.Name),
            new Claim(Access.TenantClaim, key.TenantId.ToString()),
            new Claim(Scopes, ((int)key.Scopes).ToString(CultureInfo.InvariantCulture)),
        ],
        Scheme));

    public static bool IsKey(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true, AuthenticationType: Scheme };

    public static ApiScopes ScopesOf(ClaimsPrincipal user) =>
        IsKey(user) && int.TryParse(user.FindFirstValue(Scopes), NumberStyles.None, CultureInfo.InvariantCulture, out int scopes) ? (ApiScopes)scopes : ApiScopes.None;

    /// <summary>One by one, for lists.</summary>
    public static IReadOnlyList<ApiScopes> Each(ApiScopes scopes) => [.. Enum.GetValues<ApiScopes>().Where(s => s != ApiScopes.None && scopes.HasFlag(s))];
}
