using System.Security.Cryptography;
using System.Text;
using Headshots.Core.Audit;
using Headshots.Core.Shared;

namespace Headshots.Core.Invitations;

/// <summary>
/// Which devices a link works on. Whoever agrees first has it; another device is let in by a code that was mailed, or by a
/// picture that a device which is in shows for some minutes. Links are forwarded and lie in mailboxes; a face behind one must
/// not be anybody's who comes across it.
/// </summary>
public sealed class InvitationDevices(ILinkKey key, IAuditLog audit, OpeningWork work)
{
    /// <summary>How long the picture of <see cref="Handover"/> may be scanned.</summary>
    public static readonly TimeSpan HandoverTime = TimeSpan.FromMinutes(10);

    /// <summary>Characters of a device's secret: base64url of 32 bytes.</summary>
    public const int SecretLength = 43;

    public static bool LooksRight(string? secret) => InvitationTokens.LooksRight(secret);

    /// <summary>Whether this device need not ask.</summary>
    /// <param name="opened">What the link leads to.</param>
    /// <param name="secret">What the device holds; null for nothing.</param>
    public static bool IsIn(OpenedInvitation opened, string? secret)
    {
        ArgumentNullException.ThrowIfNull(opened);
        bool free = opened.Invitation.Devices.Count == 0 && !opened.Tenant.Settings.AskForCode;
        return free || (LooksRight(secret) && opened.Invitation.Devices.Contains(InvitationTokens.Hash(secret!), StringComparer.Ordinal));
    }

    /// <summary>The link is this device's from now on, if it is nobody's. In again, nothing changes.</summary>
    public async Task<Result<Done>> ClaimAsync(OpenedInvitation opened, string secret, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return !IsIn(opened, secret) ? InvitationProblems.CodeNeeded
            : opened.Invitation.Devices.Count > 0 ? default(Done)
            : await AdmitAsync(opened, secret, "The device that agreed", cancellation);
    }

    /// <summary>What a picture on a device that is in leads another one in with; it works for <see cref="HandoverTime"/>.</summary>
    public string Handover(OpenedInvitation opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        long until = (work.Time.GetUtcNow() + HandoverTime).ToUnixTimeSeconds();
        return $"{until}.{Signature(opened.Invitation, until)}";
    }

    /// <summary>Lets a device in that scanned <see cref="Handover"/>.</summary>
    public async Task<Result<Done>> TakeOverAsync(OpenedInvitation opened, string? handover, string secret, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opened);
        string[] parts = (handover ?? string.Empty).Split('.');
        if (parts.Length != 2
            || !long.TryParse(parts[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long until)
            || until < work.Time.GetUtcNow().ToUnixTimeSeconds()
            || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(parts[1]), Encoding.ASCII.GetBytes(Signature(opened.Invitation, until))))
        {
            return InvitationProblems.CodeNeeded;
        }

        return IsIn(opened, secret) ? default(Done) : await AdmitAsync(opened, secret, "Another device, shown the way by the first", cancellation);
    }

    internal async Task<Result<Done>> AdmitAsync(OpenedInvitation opened, string secret, string how, CancellationToken cancellation)
    {
        opened.Invitation.Admit(InvitationTokens.Hash(secret));
        audit.Record(opened.Caller, "invitation.device_admitted", "invitation", opened.Invitation.Id, how);
        return await work.Unit.SaveAsync(cancellation);
    }

    private string Signature(Invitation invitation, long until) => System.Buffers.Text.Base64Url.EncodeToString(HMACSHA256.HashData(
        key.Bytes.Span,
        Encoding.UTF8.GetBytes($"handover\n{invitation.TenantId}\n{invitation.Id:N}\n{invitation.TokenNumber}\n{until}")));
}
