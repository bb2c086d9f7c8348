using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Headshots.Web.Identity;

/// <summary>The sign-in as it was set up: checked, and with its secret read.</summary>
public sealed class SignInPlan
{
    private SignInPlan(SignInKind kind, SignInOptions options, string? secret, X509Certificate2? certificate)
    {
        Kind = kind;
        Authority = (options.Authority ?? (kind == SignInKind.Entra ? SignInOptions.EntraAuthority : string.Empty)).TrimEnd('/');
        ClientId = options.ClientId ?? string.Empty;
        DisplayName = options.DisplayName ?? (kind == SignInKind.Entra ? "Microsoft" : string.Empty);
        RoleClaim = options.RoleClaim;
        SelfService = options.SelfService;
        Secret = secret;
        Certificate = certificate;
    }

    public SignInKind Kind { get; }

    public bool HasProvider => Kind is SignInKind.OpenIdConnect or SignInKind.Entra;

    public string Authority { get; }

    public string ClientId { get; }

    /// <summary>Empty where it has none that people know.</summary>
    public string DisplayName { get; }

    public string RoleClaim { get; }

    public bool SelfService { get; }

    public string? Secret { get; }

    public X509Certificate2? Certificate { get; }

    /// <summary>Reads what was set.</summary>
    /// <param name="options">As configured.</param>
    /// <param name="isDevelopment">Whether this is a developer's machine, as <c>ASPNETCORE_ENVIRONMENT</c> says.</param>
    /// <param name="problems">Sentences for whoever has to put it right; empty when all is well.</param>
    public static SignInPlan Of(SignInOptions options, bool isDevelopment, out IReadOnlyList<string> problems)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> wrong = [.. SignInRules.Check(options, isDevelopment)];
        SignInKind kind = SignInRules.KindOf(options, isDevelopment) ?? SignInKind.None;
        string? secret = null;
        X509Certificate2? certificate = null;
        if (wrong.Count == 0 && kind is SignInKind.OpenIdConnect or SignInKind.Entra)
        {
            try
            {
                secret = string.IsNullOrEmpty(options.ClientSecretFile) ? options.ClientSecret : File.ReadAllText(options.ClientSecretFile).Trim();
                certificate = string.IsNullOrEmpty(options.CertificatePath) ? null : Load(options.CertificatePath, options.CertificatePassword);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
            {
                wrong.Add($"SignIn: the file with secret or certificate cannot be read: {e.Message}");
            }

            if (certificate is { HasPrivateKey: false })
            {
                wrong.Add("SignIn:CertificatePath has a certificate without its private key; name a PKCS#12 file, or a PEM file that holds both.");
            }
        }

        problems = wrong;
        return new SignInPlan(kind, options, string.IsNullOrEmpty(secret) ? null : secret, certificate);
    }

    private static X509Certificate2 Load(string path, string? password) => Path.GetExtension(path).ToLowerInvariant() is ".pem" or ".crt"
        ? string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password)
        : X509CertificateLoader.LoadPkcs12FromFile(path, password);
}
