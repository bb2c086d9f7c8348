using System.Security.Claims;
using Headshots.Web.Identity;

namespace Headshots.Web.Shell;

/// <summary>
/// A place of the admin portal; the key is that of its name in ShellTexts. Those that are OnPhone have a seat at the lower edge
/// of a phone, the others are behind "More".
/// </summary>
internal sealed record NavigationItem(string Key, string Address, string Icon, string Policy, bool OnPhone = false)
{
    private const string Home = "/admin";

    public static IReadOnlyList<NavigationItem> All { get; } =
    [
        new("Nav.Home", Home, "home", Policies.Overview, OnPhone: true),
        new("Nav.Review", "/admin/review", "task-list-square-ltr", Policies.Reviewing, OnPhone: true),
        new("Nav.Campaigns", "/admin/campaigns", "megaphone", Policies.Campaigns, OnPhone: true),
        new("Nav.People", "/admin/people", "people", Policies.People, OnPhone: true),
        new("Nav.Kits", "/admin/kits", "color-background", Policies.Kits),
        new("Nav.Downloads", "/admin/downloads", "arrow-download", Policies.Downloads),
        new("Nav.Audit", "/admin/audit", "history", Policies.Auditing),
        new("Nav.Settings", "/admin/settings", "settings", Policies.Settings),
    ];

    /// <summary>The places that somebody may enter.</summary>
    public static IEnumerable<NavigationItem> For(ClaimsPrincipal user) => All.Where(i => MemberClaims.AllowsReading(user, i.Policy));

    public bool IsAt(string path) => Address == Home
        ? path.TrimEnd('/').Equals(Home, StringComparison.OrdinalIgnoreCase)
        : path.Equals(Address, StringComparison.OrdinalIgnoreCase) || path.StartsWith(Address + "/", StringComparison.OrdinalIgnoreCase);
}
