using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Headshots.Core.Signing;

/// <summary>The public part of a key on P-256, as a JSON web key (RFC 7517).</summary>
public sealed class VerificationKey
{
    private const int CoordinateBytes = 32;

    private const string Curve = "P-256";

    private readonly ECParameters _point;

    private VerificationKey(ECParameters point)
    {
        _point = point;
        string text = $$"""{"crv":"{{Curve}}","kty":"EC","x":"{{X}}","y":"{{Y}}"}""";
        Id = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
    }

    /// <summary>The key's thumbprint, RFC 7638.</summary>
    public string Id { get; }

    private string X => Base64Url.EncodeToString(_point.Q.X);

    private string Y => Base64Url.EncodeToString(_point.Q.Y);

    public static VerificationKey Of(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new VerificationKey(key.ExportParameters(includePrivateParameters: false));
    }

    /// <summary>All keys of a set as it is published; those of other kinds are passed over. Null when it is no set.</summary>
    public static IReadOnlyList<VerificationKey>? ReadSet(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WebKeyJson.Default.WebKeySet) is { Keys: { } keys }
                ? [.. keys.Where(k => k is { Kty: "EC", Crv: Curve, X: not null, Y: not null }).Select(Read).OfType<VerificationKey>()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A set with this key in it.</summary>
    public string WriteSet() => JsonSerializer.Serialize(new WebKeySet([new WebKey("EC", Curve, X, Y, "ES256", "sig", Id)]), WebKeyJson.Default.WebKeySet);

    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        using ECDsa key = ECDsa.Create(_point);
        return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static VerificationKey? Read(WebKey key)
    {
        byte[] x = new byte[Base64Url.GetMaxDecodedLength(key.X!.Length)], y = new byte[Base64Url.GetMaxDecodedLength(key.Y!.Length)];
        if (!Base64Url.TryDecodeFromChars(key.X, x, out int lengthX) || !Base64Url.TryDecodeFromChars(key.Y, y, out int lengthY) || lengthX != CoordinateBytes || lengthY != CoordinateBytes)
        {
            return null;
        }

        ECParameters point = new() { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x[..lengthX], Y = y[..lengthY] } };
        try
        {
            // A point that lies beside the curve is no key.
            using ECDsa probe = ECDsa.Create(point);
            return new VerificationKey(point);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

internal sealed record WebKeySet(IReadOnlyList<WebKey> Keys);

internal sealed record WebKey(string? Kty, string? Crv, string? X, string? Y, string? Alg, string? Use, string? Kid);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(WebKeySet))]
internal sealed partial class WebKeyJson : JsonSerializerContext;
