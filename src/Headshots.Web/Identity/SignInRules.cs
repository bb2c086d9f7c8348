namespace Headshots.Web.Identity;

/// <summary>What must hold of <see cref="SignInOptions"/>. None of the sentences repeats a secret.</summary>
internal static class SignInRules
{
    public static SignInKind? KindOf(SignInOptions options, bool isDevelopment) => string.IsNullOrWhiteSpace(options.Kind)
        ? isDevelopment ? SignInKind.Development : SignInKind.None
        : Enum.GetNames<SignInKind>().FirstOrDefault(n => n.Equals(options.Kind.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<SignInKind>(name)
            : null;

    public static IEnumerable<string> Check(SignInOptions options, bool isDevelopment)
    {
        switch (KindOf(options, isDevelopment))
        {
            case null:
                return [$"SignIn:Kind is \"{options.Kind}\", which is no way to sign in. Choose one of {string.Join(", ", Enum.GetNames<SignInKind>())}."];
            case SignInKind.None:
                return [];
            case SignInKind.Development:
                return isDevelopment
                    ? []
                    : ["SignIn:Kind is Development, which asks for no password and is for a developer's machine (ASPNETCORE_ENVIRONMENT=Development) only. Set SignIn:Kind to Entra or OpenIdConnect, with SignIn:ClientId and SignIn:ClientSecret."];
            case { } provider:
                return CheckProvider(options, provider);
        }
    }

    private static IEnumerable<string> CheckProvider(SignInOptions options, SignInKind kind)
    {
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return "SignIn:ClientId is missing: set it to the id that the provider gave this installation.";
        }

        if (kind == SignInKind.OpenIdConnect && string.IsNullOrWhiteSpace(options.Authority))
        {
            yield return "SignIn:Authority is missing: set it to the provider's address, such as https://login.example.com.";
        }
        else if (!string.IsNullOrWhiteSpace(options.Authority) && !IsSafe(options.Authority))
        {
            yield return $"SignIn:Authority is \"{options.Authority}\"; it is an address that begins with https://. Only a provider on this very machine may do without.";
        }

        int proofs = new[] { options.ClientSecret, options.ClientSecretFile, options.CertificatePath }.Count(p => !string.IsNullOrWhiteSpace(p));
        if (proofs != 1)
        {
            yield return proofs == 0
                ? "SignIn has nothing to prove itself by: set one of SignIn:ClientSecret, SignIn:ClientSecretFile and SignIn:CertificatePath."
                : "SignIn has more than one proof of itself: set only one of SignIn:ClientSecret, SignIn:ClientSecretFile and SignIn:CertificatePath.";
        }

        if (string.IsNullOrWhiteSpace(options.RoleClaim))
        {
            yield return "SignIn:RoleClaim is empty: set it to the claim that holds the roles, usually roles.";
        }

        if (options.SelfService && kind != SignInKind.Entra)
        {
            yield return "SignIn:SelfService works with Entra only; companies of another provider are set up with \"headshots tenant create --issuer\".";
        }
    }

    /// <summary>Codes and tokens go there: never in the clear over a network.</summary>
    private static bool IsSafe(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
