using System.Security.Cryptography;
using Headshots.Core.Audit;

namespace Headshots.App.Keys;

/// <summary>The key of the audit trail's seals: not in the database, so that whoever can change entries there cannot seal them.</summary>
internal sealed class FileAuditKey(SealedFiles files) : IAuditKey
{
    private readonly Lazy<byte[]> _bytes = new(() => files.ReadOrMake("audit", () => RandomNumberGenerator.GetBytes(32)));

    public ReadOnlyMemory<byte> Bytes => _bytes.Value;
}
