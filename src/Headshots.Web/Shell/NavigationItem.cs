namespace Headshots.Web.Shell;

/// <summary>
/// A place of the admin portal; the key is that of its name in ShellTexts. Those that are OnPhone have a seat at the lower edge
/// of a phone, the others are behind "More".
/// </summary>
internal sealed record NavigationItem(string Key, string Address, string Icon, bool OnPhone = false)
{
    private const string Home = "/admin";

    public static IReadOnlyList<NavigationItem> All { get; } =
    [
        new("Nav.Home", Home, "home", OnPhone: true),
        new("Nav.Review", "/admin/review", "task-list-square-ltr", OnPhone: true),
        new("Nav.Campaigns", "/admin/campaigns", "megaphone", OnPhone: true),
        new("Nav.People", "/admin/people", "people", OnPhone: true),
        new("Nav.Kits", "/admin/kits", "color-background"),
        new("Nav.Downloads", "/admin/downloads", "arrow-download"),
        new("Nav.Audit", "/admin/audit", "history"),
        new("Nav.Settings", "/admin/settings", "settings"),
    ];

    public bool IsAt(string path) => Address == Home
        ? path.TrimEnd('/').Equals(Home, StringComparison.OrdinalIgnoreCase)
        : path.Equals(Address, StringComparison.OrdinalIgnoreCase) || path.StartsWith(Address + "/", StringComparison.OrdinalIgnoreCase);
}
