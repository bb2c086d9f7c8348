using Headshots.Core.Tenants;

namespace Headshots.Web.Identity;

internal static class Roles
{
    /// <summary>One by one, for lists; <see cref="MemberRoles.None"/> alone where there is none.</summary>
    public static IReadOnlyList<MemberRoles> Of(MemberRoles roles)
    {
        MemberRoles[] held = [.. Enum.GetValues<MemberRoles>().Where(r => r != MemberRoles.None && roles.HasFlag(r))];
        return held.Length == 0 ? [MemberRoles.None] : held;
    }
}
