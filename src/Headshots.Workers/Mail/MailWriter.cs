using Headshots.Core.Mail;

namespace Headshots.Workers.Mail;

/// <summary>Writes a mail in the company's language, with the link where there is one.</summary>
internal sealed class MailWriter(IPublicAddress address) : IMailWriter
{
    public MailMessage Write(MailOccasion occasion)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        MailTexts texts = new(occasion.Tenant.Settings.Language);
        MailContent content = MailContent.Of(occasion, texts, LinkOf(occasion.Token));
        return new MailMessage(
            $"{occasion.Mail.Id:N}@{address.Value.IdnHost}",
            occasion.Person.Name,
            occasion.Person.Email,
            occasion.Tenant.ContactEmail,
            occasion.Tenant.Name,
            content.Subject,
            HtmlMail.Of(content, texts),
            PlainMail.Of(content))
        {
            Attachment = occasion.Receipt is { } receipt ? new MailAttachment(receipt.FileName, "application/json", receipt.Document) : null,
        };
    }

    private Uri? LinkOf(string? token) => token is null ? null : new Uri(address.Value, $"i/{token}");
}
