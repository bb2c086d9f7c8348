namespace Headshots.EndToEnd.Tests.Pages;

/// <summary>A page in one of its states.</summary>
/// <param name="Name">Of the test and of its screenshots.</param>
/// <param name="Route">As the page declares it.</param>
/// <param name="AddressOf">Relative to the portal.</param>
internal sealed record PortalPageState(string Name, string Route, Func<SampleFacts, string> AddressOf);

/// <summary>All pages, each at least once. A page that is not here fails a test.</summary>
internal static class PortalPages
{
    public static IReadOnlyList<PortalPageState> All { get; } =
    [
        new("signin", "/signin", _ => "signin"),
        new("not-found", "/status/{code:int}", _ => "nowhere"),
        new("preferences", "/preferences", _ => "preferences"),
        new("overview", "/admin", _ => "admin"),
        new("review", "/admin/review", _ => "admin/review"),
        new("downloads", "/admin/downloads", _ => "admin/downloads"),
        new("audit", "/admin/audit", _ => "admin/audit"),
        new("settings", "/admin/settings", _ => "admin/settings"),
        new("keys", "/admin/settings/keys", _ => "admin/settings/keys"),
        new("people", "/admin/people", _ => "admin/people"),
        new("people-none", "/admin/people", _ => "admin/people?q=nobody-is-called-this"),
        new("person", "/admin/people/{id:guid}", f => $"admin/people/{f.Person}"),
        new("person-new", "/admin/people/new", _ => "admin/people/new"),
        new("person-erase", "/admin/people/{id:guid}/erase", f => $"admin/people/{f.Person}/erase"),
        new("receipts", "/admin/people/receipts", _ => "admin/people/receipts"),
        new("import", "/admin/people/import", _ => "admin/people/import"),
        new("kits", "/admin/kits", _ => "admin/kits"),
        new("kit-new", "/admin/kits/new", _ => "admin/kits/new"),
        new("kit", "/admin/kits/{id:guid}", f => $"admin/kits/{f.Kit}"),
        new("kit-dry-run", "/admin/kits/{id:guid}/dry-run", f => $"admin/kits/{f.Kit}/dry-run"),
        new("campaigns", "/admin/campaigns", _ => "admin/campaigns"),
        new("campaign-new", "/admin/campaigns/new", _ => "admin/campaigns/new"),
        new("campaign", "/admin/campaigns/{id:guid}", f => $"admin/campaigns/{f.Campaign}"),
        new("campaign-invite", "/admin/campaigns/{id:guid}/invite", f => $"admin/campaigns/{f.Campaign}/invite"),
        new("campaign-link", "/admin/campaigns/{id:guid}/links/{invitation:guid}", f => $"admin/campaigns/{f.Campaign}/links/{f.Invitation}"),
        new("welcome", "/i/{token}", f => $"i/{f.Tokens["Kavi"]}"),
        new("welcome-retake", "/i/{token}", f => $"i/{f.Tokens["Idris"]}"),
        new("link-unknown", "/i/{token}", _ => "i/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        new("link-code", "/i/{token}/code", f => $"i/{f.Tokens["Kavi"]}/code"),
        new("choose", "/i/{token}/choose", f => $"i/{f.Tokens["George"]}/choose"),
        new("status-chosen", "/i/{token}/status", f => $"i/{f.Tokens["Dara"]}/status"),
        new("status-approved", "/i/{token}/status", f => $"i/{f.Tokens["Amara"]}/status"),
        new("withdraw", "/i/{token}/withdraw", f => $"i/{f.Tokens["George"]}/withdraw"),
    ];

    /// <summary>Addresses that answer with something other than a page.</summary>
    public static IReadOnlySet<string> NoPages { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "/admin/kits/assets", "/admin/kits/sitters/{name}", "/admin/kits/{id:guid}/picture", "/admin/kits/{id:guid}/preview", "/signout", "/i/{token}/phone", "/admin/people/receipts/{id:guid}",
    };

    /// <summary>Pages that need steps before them, which tests of their own take.</summary>
    public static IReadOnlySet<string> WithSteps { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "/admin/people/import/{id:guid}", "/i/{token}/{way:regex(^(photos|own-photo)$)}",
    };
}
