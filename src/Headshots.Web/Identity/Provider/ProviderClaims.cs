using System.Security.Claims;
using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Web.Identity.Provider;

/// <summary>
/// Who a validated ID token speaks of: the one place where claims become somebody. A guest is, as Entra treats them, somebody of the
/// directory they are a guest of: its <c>tid</c>, and the object id they have there.
/// </summary>
public static class ProviderClaims
{
    private const int LongestName = 120;

    /// <summary>Where providers say it, the surest first.</summary>
    private static readonly string[] _addresses = ["email", "preferred_username"];

    /// <summary>Roles in a directory whose holders may consent for all of it: global, privileged role, cloud application and application administrator.</summary>
    private static readonly string[] Administrators =
    [
        "62e90394-69f5-4237-9190-012177145e10", "e8611ab8-c189-46e8-94e1-60213ab1f814", "158c047a-c907-4556-b7ef-446551a6b5f7", "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
    ];

    /// <summary>Null where the token does not say enough.</summary>
    internal static Result<Arriving> Read(ClaimsPrincipal principal, string issuer, SignInPlan plan)
    {
        (string? realm, string? subject) = (SignInRealm.Issuer(issuer), principal.FindFirstValue("sub"));
        if (plan.Kind == SignInKind.Entra)
        {
            if (EntraTokens.DirectoryOf(principal.FindFirstValue("tid")) is not { } directory || !Guid.TryParse(principal.FindFirstValue("oid"), out Guid oid))
            {
                return EntryProblems.Nameless;
            }

            if (directory == EntraTokens.Consumers)
            {
                return EntryRefusals.Private;
            }

            (realm, subject) = (SignInRealm.Entra(directory), oid.ToString("D"));
        }

        if (SignInRealm.Person(realm, subject) is null)
        {
            return EntryProblems.Nameless;
        }

        MemberRoles roles = RolesOf(principal, plan.RoleClaim);
        string email = _addresses.Select(c => principal.FindFirstValue(c)).FirstOrDefault(EmailAddress.LooksRight) ?? string.Empty;
        Arrival arrival = new(realm, subject!, NameOf(principal, email), email, roles, principal.FindFirstValue("sid"));
        return new Arriving(arrival, roles.HasFlag(MemberRoles.Owner) || principal.FindAll("wids").Any(w => Administrators.Contains(w.Value, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Names of roles as they stand in the app registration; others are another program's.</summary>
    public static MemberRoles RolesOf(ClaimsPrincipal principal, string claim)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.FindAll(claim).Aggregate(MemberRoles.None, (roles, value) => roles | value.Value switch
        {
            nameof(MemberRoles.Owner) => MemberRoles.Owner,
            nameof(MemberRoles.HrAdmin) => MemberRoles.HrAdmin,
            nameof(MemberRoles.Reviewer) => MemberRoles.Reviewer,
            nameof(MemberRoles.DirectoryAdmin) => MemberRoles.DirectoryAdmin,
            nameof(MemberRoles.Auditor) => MemberRoles.Auditor,
            _ => MemberRoles.None,
        });
    }

    private static string NameOf(ClaimsPrincipal principal, string email)
    {
        string name = string.Concat((principal.FindFirstValue("name") ?? principal.FindFirstValue("preferred_username") ?? email).Where(c => !char.IsControl(c))).Trim();
        return name.Length == 0 ? "?" : name.Length > LongestName ? name[..LongestName] : name;
    }
}

/// <param name="Who">Whom the provider vouches for.</param>
/// <param name="MaySetUp">Whether they may decide for their whole company: an owner, or an administrator of its directory.</param>
internal sealed record Arriving(Arrival Who, bool MaySetUp);
