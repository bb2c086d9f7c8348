using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Headshots.Core.Audit;
using Headshots.Core.Mail;
using Headshots.Core.Shared;

namespace Headshots.Core.Invitations;

/// <summary>
/// Six digits by mail, for a device that is not in yet. Derived like the link's token, so that the mail can be written when it is
/// sent and no code lies in the database. A code works once, for ten minutes and five tries; each further one must be waited for
/// twice as long, so that a day allows about a hundred guesses at a million codes.
/// </summary>
public sealed class InvitationCodes(ILinkKey key, InvitationDevices devices, IMailOutbox mails, IAuditLog audit, IIds ids, OpeningWork work)
{
    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Wrong codes until another must be asked for.</summary>
    public const int MaxTries = 5;

    public string CodeOf(Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        byte[] text = Encoding.UTF8.GetBytes($"code\n{invitation.TenantId}\n{invitation.Id:N}\n{invitation.TokenNumber}\n{invitation.CodeNumber}");

        // Of 64 bits the remainder is even to one part in 10^13.
        ulong number = BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(key.Bytes.Span, text)) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Mails a new code; the one before ends.</summary>
    public async Task<Result<Done>> SendAsync(OpenedInvitation opened, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opened);
        Invitation invitation = opened.Invitation;
        DateTimeOffset now = work.Time.GetUtcNow();
        if (invitation.NextCodeAt > now)
        {
            return InvitationProblems.CodeTooSoon(invitation.NextCodeAt - now);
        }

        invitation.AskForCode(now);
        mails.Add(OutgoingMail.Create(opened.Tenant.Id, ids.New(), MailKind.Code, opened.Person.Id, invitation.Id, now));
        audit.Record(opened.Caller, "invitation.code_sent", "invitation", invitation.Id, "A device asked to be let in");
        return await work.Unit.SaveAsync(cancellation);
    }

    /// <summary>Lets the device in if the code is right.</summary>
    public async Task<Result<Done>> EnterAsync(OpenedInvitation opened, string? code, string secret, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opened);
        Invitation invitation = opened.Invitation;
        if (!invitation.CodeWorks(work.Time.GetUtcNow()))
        {
            return InvitationProblems.CodeOver;
        }

        string digits = string.Concat((code ?? string.Empty).Where(char.IsAsciiDigit));
        if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digits), Encoding.ASCII.GetBytes(CodeOf(invitation))))
        {
            invitation.CodeUsed();
            return await devices.AdmitAsync(opened, secret, "By a code that was mailed", cancellation);
        }

        // What is counted must be stored before it is told: of many tries at once all but one learn nothing.
        invitation.CodeMissed();
        Result<Done> saved = await work.Unit.SaveAsync(cancellation);
        return saved.Ok ? InvitationProblems.CodeWrong : saved.Problem;
    }
}
