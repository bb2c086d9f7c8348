using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Headshots.TestProvider;

/// <summary>Writes a token by hand, so that it can also be one that no library would write.</summary>
internal static class TokenWriter
{
    public static string Write(IdToken token)
    {
        Dictionary<string, object> header = new(StringComparer.Ordinal) { ["typ"] = "JWT", ["alg"] = token.Algorithm, ["kid"] = token.KeyId ?? token.Key.Id };
        string text = $"{Encode(header)}.{Encode(token.Claims)}";
        string signed = $"{text}.{Sign(token, Encoding.ASCII.GetBytes(text))}";
        return token.Tampering?.Invoke(signed) ?? signed;
    }

    private static string Sign(IdToken token, byte[] text) => token.Algorithm switch
    {
        "none" => string.Empty,
        "HS256" => Base64UrlEncoder.Encode(HMACSHA256.HashData(token.Secret!, text)),
        "RS256" => Base64UrlEncoder.Encode(token.Key.Rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        _ => throw new NotSupportedException(token.Algorithm),
    };

    private static string Encode(Dictionary<string, object> part) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(part));
}
