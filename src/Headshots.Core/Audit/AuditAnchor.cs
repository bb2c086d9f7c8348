using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Headshots.Core.Shared;
using Headshots.Core.Signing;

namespace Headshots.Core.Audit;

/// <summary>
/// A tenant's chain at a moment, signed: one line, to be kept where whoever can change the database cannot. It shows later that
/// nothing was cut off at the end and nothing before it was made anew.
/// </summary>
public sealed partial record AuditAnchor(TenantId Tenant, long Sequence, string Seal, DateTimeOffset At, string KeyId, string Signature)
{
    public static AuditAnchor Sign(TenantId tenant, AuditHead head, DateTimeOffset at, ISigningKey key)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(key);
        AuditAnchor anchor = new(tenant, head.Sequence, Convert.ToHexStringLower(head.Seal), at, key.Public.Id, string.Empty);
        return anchor with { Signature = Base64Url.EncodeToString(key.Sign(anchor.Text())) };
    }

    /// <summary>Whether this installation signed it.</summary>
    public bool IsSignedBy(VerificationKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        byte[] signature = new byte[Base64Url.GetMaxDecodedLength(Signature.Length)];
        return KeyId == key.Id && Base64Url.TryDecodeFromChars(Signature, signature, out int length) && key.Verify(Text(), signature.AsSpan(0, length));
    }

    public override string ToString() => $"{Words()} key={KeyId} signature={Signature}";

    /// <summary>All anchors in a text, such as a log: whatever stands before and after them on the line.</summary>
    public static IReadOnlyList<AuditAnchor> Find(string text) =>
    [
        .. Line().Matches(text).Select(m => new AuditAnchor(
            new TenantId(Guid.ParseExact(m.Groups["tenant"].Value, "N")),
            long.Parse(m.Groups["sequence"].Value, CultureInfo.InvariantCulture),
            m.Groups["seal"].Value,
            DateTimeOffset.Parse(m.Groups["at"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            m.Groups["key"].Value,
            m.Groups["signature"].Value)),
    ];

    private string Words() => string.Create(
        CultureInfo.InvariantCulture, $"audit-anchor tenant={Tenant} sequence={Sequence} seal={Seal} at={At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");

    private byte[] Text() => Encoding.ASCII.GetBytes(Words());

    [GeneratedRegex(
        "audit-anchor tenant=(?<tenant>[0-9a-f]{32}) sequence=(?<sequence>[0-9]{1,18}) seal=(?<seal>[0-9a-f]{64}) at=(?<at>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z) key=(?<key>[A-Za-z0-9_-]{1,100}) signature=(?<signature>[A-Za-z0-9_-]{1,200})",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
