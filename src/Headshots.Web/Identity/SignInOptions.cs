namespace Headshots.Web.Identity;

/// <summary>Who vouches for people of the portal: the section <c>SignIn</c>. Checked at the start, see <see cref="SignInRules"/>.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Where people of every company sign in with Entra ID, and nobody with a private account does.</summary>
    public const string EntraAuthority = "https://login.microsoftonline.com/organizations/v2.0";

    /// <summary><c>Entra</c>, <c>OpenIdConnect</c>, <c>Development</c> or <c>None</c>; if left out, Development on a developer's machine and None elsewhere.</summary>
    public string? Kind { get; set; }

    /// <summary>The provider's address, under which it keeps <c>.well-known/openid-configuration</c>; Entra's own by default.</summary>
    public string? Authority { get; set; }

    /// <summary>What the provider calls this installation.</summary>
    public string? ClientId { get; set; }

    /// <summary>What proves it, unless a certificate does.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file that holds the secret, for whoever keeps secrets out of settings.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>A PKCS#12 or PEM file with certificate and private key, instead of a secret.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>Stands on the button: "Sign in with …".</summary>
    public string? DisplayName { get; set; }

    /// <summary>The claim that holds somebody's roles; Entra's app roles come in <c>roles</c>, the default.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Whether an administrator of a company that nobody set up may do so (Entra only); off by default, then the operator does it.</summary>
    public bool SelfService { get; set; }
}
