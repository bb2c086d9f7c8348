namespace Headshots.Web.Identity;

/// <summary>How people of the portal say who they are.</summary>
public enum SignInKind
{
    /// <summary>Nobody enters the portal; employees' links work.</summary>
    None,

    /// <summary>As anybody of the sample company, without a password; only on a developer's machine.</summary>
    Development,

    /// <summary>One OpenID Connect provider, whose people are of one company.</summary>
    OpenIdConnect,

    /// <summary>Microsoft Entra ID, where every company signs in to a directory of its own.</summary>
    Entra,
}
