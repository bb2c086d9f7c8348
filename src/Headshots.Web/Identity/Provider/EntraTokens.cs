using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Headshots.Web.Identity.Provider;

/// <summary>
/// What Entra's tokens must be besides. Its metadata for all companies names the issuer with the literal <c>{tenantid}</c>: each
/// token's own <c>tid</c> goes there, and the issuer must be that, letter by letter. The same holds for the keys: each says in the
/// key set for which issuer it signs, or one company's key could sign for another.
/// https://learn.microsoft.com/entra/identity-platform/claims-validation
/// </summary>
internal static class EntraTokens
{
    /// <summary>In which every private Microsoft account lives: not a company.</summary>
    public static readonly Guid Consumers = new("9188040d-6c67-4c5b-b112-36a304b66dad");

    private const string Placeholder = "{tenantid}";

    public static void Restrict(TokenValidationParameters rules)
    {
        rules.TryAllIssuerSigningKeys = false;
        rules.IssuerValidatorUsingConfiguration = CheckIssuer;
        rules.IssuerSigningKeyValidatorUsingConfiguration = CheckKey;
    }

    /// <summary>The company's directory; null when what stands there is none, which is more than a GUID in another spelling.</summary>
    public static Guid? DirectoryOf(string? tid) => Guid.TryParseExact(tid, "D", out Guid id) && id != Guid.Empty ? id : null;

    private static string CheckIssuer(string issuer, SecurityToken token, TokenValidationParameters rules, BaseConfiguration configuration)
    {
        string? tid = TidOf(token);
        return DirectoryOf(tid) is not null && !string.IsNullOrEmpty(configuration?.Issuer) && string.Equals(issuer, Filled(configuration.Issuer, tid), StringComparison.Ordinal)
            ? issuer
            : throw new SecurityTokenInvalidIssuerException("The issuer is not that of the token's tenant.") { InvalidIssuer = issuer };
    }

    private static bool CheckKey(SecurityKey? key, SecurityToken token, TokenValidationParameters rules, BaseConfiguration configuration)
    {
        if (key is null)
        {
            throw new SecurityTokenInvalidSignatureException("The token is not signed.");
        }

        JsonWebKey[] said = configuration is OpenIdConnectConfiguration { JsonWebKeySet.Keys: { } keys } ? [.. keys.Where(k => k.Kid == key.KeyId)] : [];
        bool mine = said.Length > 0 && said.All(k => k.AdditionalData.TryGetValue("issuer", out object? issuer)
            && string.Equals(token.Issuer, Filled(issuer?.ToString() ?? string.Empty, TidOf(token)), StringComparison.Ordinal));
        return mine ? true : throw new SecurityTokenInvalidSigningKeyException("The key does not sign for the token's tenant.") { SigningKey = key };
    }

    private static string Filled(string template, string? tid) => template.Replace(Placeholder, tid, StringComparison.Ordinal);

    private static string? TidOf(SecurityToken token) =>
        token is JsonWebToken jwt && jwt.TryGetPayloadValue("tid", out string? tid) ? tid : null;
}
