namespace Headshots.Web.Identity;

/// <summary>Names under which hosts and pages agree on who may do what.</summary>
public static class Access
{
    /// <summary>Being signed in here, by a cookie that names a session.</summary>
    public const string Scheme = "headshots";

    /// <summary>Signing in there, at the provider.</summary>
    public const string ProviderScheme = "provider";

    /// <summary>Whoever may enter the admin portal.</summary>
    public const string PortalPolicy = "portal";

    /// <summary>Claim that holds the tenant's id.</summary>
    public const string TenantClaim = "headshots:tenant";

    /// <summary>Claim that holds the session's id.</summary>
    public const string SessionClaim = "headshots:session";
}
