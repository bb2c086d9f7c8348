using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Headshots.Core.Signing;

namespace Headshots.Core.Privacy.Receipts;

/// <summary>A receipt as a file: what it says, for people and programs, and a signature over <see cref="ReceiptContent.Text"/>.</summary>
public sealed record ReceiptDocument(ReceiptContent Receipt, string Algorithm, string Key, string Signature)
{
    public const string SignatureAlgorithm = "ES256";

    private const int Longest = 64 * 1024;

    public static string Write(ReceiptContent content, ISigningKey key)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(key);
        return JsonSerializer.Serialize(
            new ReceiptDocument(content, SignatureAlgorithm, key.Public.Id, Base64Url.EncodeToString(key.Sign(content.Text()))), ReceiptJson.Default.ReceiptDocument) + "\n";
    }

    /// <summary>Null when it is no receipt at all.</summary>
    public static ReceiptDocument? Read(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(text, ReceiptJson.Default.ReceiptDocument) is { Receipt.Deleted: not null, Receipt.Company: not null, Signature: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether this key signed exactly this.</summary>
    public bool IsSignedBy(VerificationKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        byte[] signature = new byte[Base64Url.GetMaxDecodedLength(Signature.Length)];
        return Algorithm == SignatureAlgorithm && Key == key.Id
            && Base64Url.TryDecodeFromChars(Signature, signature, out int length) && key.Verify(Receipt.Text(), signature.AsSpan(0, length));
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ReceiptDocument))]
internal sealed partial class ReceiptJson : JsonSerializerContext;
