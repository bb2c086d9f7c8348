namespace Headshots.Web.Identity;

/// <summary>Names under which hosts and pages agree on who may do what.</summary>
public static class Access
{
    public const string Scheme = "headshots";

    /// <summary>Whoever may enter the admin portal.</summary>
    public const string PortalPolicy = "portal";

    /// <summary>Claim that holds the tenant's id.</summary>
    public const string TenantClaim = "headshots:tenant";
}
