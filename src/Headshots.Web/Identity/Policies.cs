using Headshots.Core.ApiKeys;
using Headshots.Core.Tenants;
using Headshots.Web.ApiKeys;

namespace Headshots.Web.Identity;

/// <summary>
/// What roles may do, by part of the portal. An owner may do everything. Reading and changing differ: a policy applies the
/// second set to requests that change something, whichever page or endpoint takes them.
/// </summary>
public static class Policies
{
    public const string Overview = "overview";
    public const string People = "people";
    public const string PeopleEditing = "people-editing";
    public const string Kits = "kits";
    public const string KitEditing = "kit-editing";
    public const string Campaigns = "campaigns";
    public const string CampaignEditing = "campaign-editing";
    public const string Reviewing = "reviewing";
    public const string Headshots = "headshots";
    public const string Downloads = "downloads";
    public const string Auditing = "auditing";
    public const string Settings = "settings";
    public const string SettingsEditing = "settings-editing";

    /// <summary>One's own sessions, which every role may end.</summary>
    public const string Account = "account";

    private const MemberRoles Anyone = MemberRoles.HrAdmin | MemberRoles.Reviewer | MemberRoles.DirectoryAdmin | MemberRoles.Auditor;

    private const ApiScopes AnyScope =
        ApiScopes.ReadPeople | ApiScopes.ReadCampaigns | ApiScopes.ReadHeadshots | ApiScopes.Review | ApiScopes.WriteCampaigns | ApiScopes.WritePeople;

    internal static IReadOnlyDictionary<string, RoleRequirement> All { get; } = new Dictionary<string, RoleRequirement>(StringComparer.Ordinal)
    {
        [Access.PortalPolicy] = new(Anyone, Anyone) { Keys = new KeyAccess(AnyScope, ApiScopes.None) },
        [Overview] = new(Anyone, MemberRoles.HrAdmin) { Keys = new KeyAccess(ApiScopes.ReadCampaigns, ApiScopes.None) },
        [People] = new(Anyone, MemberRoles.HrAdmin) { Keys = new KeyAccess(ApiScopes.ReadPeople, ApiScopes.WritePeople) },
        [PeopleEditing] = new(MemberRoles.HrAdmin, MemberRoles.HrAdmin),
        [Kits] = new(MemberRoles.HrAdmin | MemberRoles.Reviewer | MemberRoles.Auditor, MemberRoles.HrAdmin),
        [KitEditing] = new(MemberRoles.HrAdmin, MemberRoles.HrAdmin),
        [Campaigns] = new(MemberRoles.HrAdmin | MemberRoles.Reviewer | MemberRoles.Auditor, MemberRoles.HrAdmin) { Keys = new KeyAccess(ApiScopes.ReadCampaigns, ApiScopes.WriteCampaigns) },
        [CampaignEditing] = new(MemberRoles.HrAdmin, MemberRoles.HrAdmin),
        [Reviewing] = new(MemberRoles.Reviewer, MemberRoles.Reviewer) { Keys = new KeyAccess(ApiScopes.Review, ApiScopes.Review) },
        [Headshots] = new(Anyone, MemberRoles.HrAdmin) { Keys = new KeyAccess(ApiScopes.ReadHeadshots, ApiScopes.None) },
        [Downloads] = new(MemberRoles.HrAdmin | MemberRoles.DirectoryAdmin, MemberRoles.HrAdmin | MemberRoles.DirectoryAdmin) { Keys = new KeyAccess(ApiScopes.ReadHeadshots, ApiScopes.None) },
        [Auditing] = new(MemberRoles.Auditor, MemberRoles.None),
        [Settings] = new(MemberRoles.Auditor, MemberRoles.None),
        [Account] = new(Anyone, Anyone),
        [SettingsEditing] = new(MemberRoles.None, MemberRoles.None),
    };

    /// <summary>Which part of the portal a folder of pages is.</summary>
    internal static IReadOnlyDictionary<string, string> Folders { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/Admin/Overview"] = Overview,
        ["/Admin/People"] = People,
        ["/Admin/Kits"] = Kits,
        ["/Admin/Campaigns"] = Campaigns,
        ["/Admin/Reviewing"] = Reviewing,
        ["/Admin/Downloads"] = Downloads,
        ["/Admin/Audit"] = Auditing,
        ["/Admin/Settings"] = Settings,
    };
}
