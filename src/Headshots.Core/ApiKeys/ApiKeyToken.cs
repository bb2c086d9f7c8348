using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Headshots.Core.Shared;

namespace Headshots.Core.ApiKeys;

/// <summary>
/// What a program sends: <c>hs_</c>, by which scanners for leaked secrets know it, and base64url of the key's id, its tenant's id
/// and 32 random bytes. The ids say where to look, so that the secret itself is compared and never searched for.
/// </summary>
public sealed record ApiKeyToken(TenantId Tenant, Guid Id, ReadOnlyMemory<byte> Secret)
{
    public const string Prefix = "hs_";

    public const int SecretBytes = 32;

    private const int IdBytes = 16;

    private const int AllBytes = IdBytes + IdBytes + SecretBytes;

    /// <summary>Characters of a token: the prefix and base64url of 64 bytes.</summary>
    public const int Length = 89;

    /// <summary>What is stored of it.</summary>
    public string SecretHash => Convert.ToHexStringLower(SHA256.HashData(Secret.Span));

    public static bool TryRead(string? text, [NotNullWhen(true)] out ApiKeyToken? token)
    {
        token = null;
        Span<byte> bytes = stackalloc byte[AllBytes];
        if (text is not { Length: Length } || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || Base64Url.DecodeFromChars(text.AsSpan(Prefix.Length), bytes, out _, out int written) != OperationStatus.Done || written != AllBytes)
        {
            return false;
        }

        token = new ApiKeyToken(
            new TenantId(new Guid(bytes[IdBytes..(IdBytes * 2)], bigEndian: true)), new Guid(bytes[..IdBytes], bigEndian: true), bytes[(IdBytes * 2)..].ToArray());
        return token.Tenant != default;
    }

    /// <summary>Whole, with its secret: for the one answer that shows it.</summary>
    public string Text()
    {
        Span<byte> bytes = stackalloc byte[AllBytes];
        Id.TryWriteBytes(bytes, bigEndian: true, out _);
        Tenant.Value.TryWriteBytes(bytes[IdBytes..], bigEndian: true, out _);
        Secret.Span.CopyTo(bytes[(IdBytes * 2)..]);
        return Prefix + Base64Url.EncodeToString(bytes);
    }

    /// <summary>Without its secret, so that a log that prints it gives nothing away.</summary>
    public override string ToString() => $"{Prefix}{Id:N}";
}
