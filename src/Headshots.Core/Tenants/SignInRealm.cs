namespace Headshots.Core.Tenants;

/// <summary>
/// Where the people of a company sign in, as one text: an Entra tenant's id, or another provider's issuer. A company has one, and
/// no two have the same. With what the provider calls a person it makes the key of a member; an e-mail address never does, for
/// addresses are given to others in time, and whoever runs a directory may write any address into it.
/// </summary>
public static class SignInRealm
{
    public const int MaxLength = 200;

    private const int MaxSubject = 190;

    public static string Entra(Guid directory) => $"entra:{directory:D}";

    public static string Issuer(string issuer) => issuer;

    /// <summary>The Entra tenant's id; null for another provider's realm.</summary>
    public static Guid? EntraOf(string? realm) =>
        realm is not null && realm.StartsWith("entra:", StringComparison.Ordinal) && Guid.TryParseExact(realm["entra:".Length..], "D", out Guid directory) ? directory : null;

    public static bool LooksRight(string? realm) => EntraOf(realm) is not null
        || (realm is { Length: <= MaxLength } && Uri.TryCreate(realm, UriKind.Absolute, out Uri? issuer) && issuer.Scheme is "https" or "http" && issuer.Fragment.Length == 0);

    /// <summary>The key of a member: what the provider of this realm calls somebody.</summary>
    /// <returns>Null when the provider's name is none that can be kept.</returns>
    public static string? Person(string realm, string? subject) =>
        subject is { Length: > 0 and <= MaxSubject } && !subject.Any(char.IsControl) ? $"{realm} {subject}" : null;
}
