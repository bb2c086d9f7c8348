using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Headshots.Core.Invitations;

/// <summary>
/// Tokens of links: 256 bits, derived from a key that is not in the database and from the invitation, so that a reminder can
/// carry the same link though only the hash is stored. Whoever reads the database alone can make no link.
/// </summary>
public sealed class InvitationTokens(ILinkKey key)
{
    /// <summary>Characters of a token: base64url of 32 bytes.</summary>
    public const int Length = 43;

    public string TokenFor(Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        byte[] text = Encoding.UTF8.GetBytes(
            $"invitation\n{invitation.TenantId}\n{invitation.Id:N}\n{invitation.TokenNumber}");
        return Base64Url.EncodeToString(HMACSHA256.HashData(key.Bytes.Span, text));
    }

    public string HashFor(Invitation invitation) => Hash(TokenFor(invitation));

    /// <summary>What is stored of a token.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether it has a token's shape at all.</summary>
    public static bool LooksRight(string? token) =>
        token is { Length: Length } && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

/// <summary>The key that links and signed addresses are made with; at least 32 bytes, the same on every machine.</summary>
public interface ILinkKey
{
    ReadOnlyMemory<byte> Bytes { get; }
}
