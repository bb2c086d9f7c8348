namespace Headshots.Core.Mail;

/// <summary>Hands a mail to a server, or lays it into a folder.</summary>
public interface IMailTransport
{
    /// <exception cref="MailRefusedException">The server says that this mail will never be taken.</exception>
    /// <exception cref="IOException">It may work later.</exception>
    Task SendAsync(MailMessage mail, CancellationToken cancellation);
}

/// <param name="MessageId">The same for the same mail however often it is tried, so that a mailbox shows it once.</param>
/// <param name="ToName">Whom it greets.</param>
/// <param name="ToAddress">Where it goes.</param>
/// <param name="ReplyTo">Who answers questions.</param>
/// <param name="FromName">The company's name.</param>
/// <param name="Subject">One line.</param>
/// <param name="Html">The mail.</param>
/// <param name="Text">The same without markup.</param>
public sealed record MailMessage(
    string MessageId, string ToName, string ToAddress, string ReplyTo, string FromName, string Subject, string Html, string Text);

/// <summary>The server refused the mail for good: unknown address, policy.</summary>
public sealed class MailRefusedException : Exception
{
    public MailRefusedException()
    {
    }

    public MailRefusedException(string message)
        : base(message)
    {
    }

    public MailRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Writes a mail's words.</summary>
public interface IMailWriter
{
    MailMessage Write(MailOccasion occasion);
}

/// <summary>Everything a mail may speak of.</summary>
/// <param name="Mail">Which mail.</param>
/// <param name="Tenant">The company.</param>
/// <param name="Person">The recipient.</param>
/// <param name="Invitation">Their part in the campaign; null when the mail is about none.</param>
/// <param name="Campaign">The campaign; null likewise.</param>
/// <param name="Token">The link's token; null likewise.</param>
/// <param name="Code">The six digits that let a device in; null in mails that carry none.</param>
public sealed record MailOccasion(
    OutgoingMail Mail,
    Tenants.Tenant Tenant,
    People.Person Person,
    Invitations.Invitation? Invitation,
    Campaigns.Campaign? Campaign,
    string? Token,
    string? Code = null);
