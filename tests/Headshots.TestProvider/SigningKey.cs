using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Headshots.TestProvider;

/// <summary>A key that the provider signs with.</summary>
/// <param name="Id">Its <c>kid</c>.</param>
/// <param name="Rsa">Both halves.</param>
/// <param name="Issuer">As the key set says for whom it signs: <c>{tenantid}</c> for every directory, or one of them; null says nothing.</param>
public sealed record SigningKey(string Id, RSA Rsa, string? Issuer)
{
    public RsaSecurityKey SecurityKey => new(Rsa) { KeyId = Id };

    /// <summary>As it stands in the key set.</summary>
    public Dictionary<string, object> Published()
    {
        RSAParameters numbers = Rsa.ExportParameters(includePrivateParameters: false);
        Dictionary<string, object> key = new(StringComparer.Ordinal)
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
        };
        if (Issuer is not null)
        {
            key["issuer"] = Issuer;
        }

        return key;
    }
}
