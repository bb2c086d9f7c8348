using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Headshots.Core.Audit;

/// <summary>The key of the audit trail's seals; at least 32 bytes, not in the database.</summary>
public interface IAuditKey
{
    ReadOnlyMemory<byte> Bytes { get; }
}

/// <summary>
/// Seals entries: HMAC-SHA256 over a fixed layout of what an entry says, its commitments and the seal before. With a key, since
/// whoever can write to the database could make up a chain of plain hashes.
/// </summary>
public sealed class AuditSeals(IAuditKey key)
{
    /// <summary>What the first entry has for the seal before.</summary>
    public static byte[] Beginning => new byte[AuditEntry.HashLength];

    public byte[] Of(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using MemoryStream text = new();
        text.Write("headshots audit 1"u8);
        Write(text, entry.TenantId.Value);
        Write(text, entry.Sequence);
        Write(text, entry.Id);
        Write(text, entry.At.UtcTicks);
        Write(text, (long)entry.ActorKind);
        Write(text, entry.ActorId);
        Write(text, entry.Action);
        Write(text, entry.SubjectType);
        Write(text, entry.SubjectId);
        Write(text, entry.PersonId ?? Guid.Empty);
        text.Write(entry.ActorCommitment);
        text.Write(entry.SummaryCommitment);
        text.Write(entry.Previous);
        return HMACSHA256.HashData(key.Bytes.Span, text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    private static void Write(MemoryStream text, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        text.Write(bytes);
    }

    private static void Write(MemoryStream text, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        text.Write(bytes);
    }

    /// <summary>Its length first, so that no two entries have the same layout.</summary>
    private static void Write(MemoryStream text, string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        Write(text, bytes.Length);
        text.Write(bytes);
    }
}
