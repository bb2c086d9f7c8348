using System.Security.Cryptography;
using System.Text;

namespace Headshots.Core.Audit;

/// <summary>SHA-256 of a salt and a text: whoever has both can show that this was the text; whoever has neither learns nothing.</summary>
internal static class AuditCommitment
{
    public static byte[] To(ReadOnlySpan<byte> salt, string text)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return hash.GetHashAndReset();
    }

    /// <summary>Null when the text was erased; else whether it is the one that was committed to.</summary>
    public static bool? Holds(ReadOnlySpan<byte> commitment, byte[] salt, string text) =>
        salt.Length == 0 ? null : CryptographicOperations.FixedTimeEquals(commitment, To(salt, text));
}
