using System.Text;
using Headshots.Core.Mail;
using MimeKit;

namespace Headshots.Workers.Mail;

/// <summary>A mail as it goes over the wire: text and HTML as alternatives, marked as written by a program.</summary>
internal static class Mime
{
    public static MimeMessage Of(MailMessage mail, string from, TimeProvider time)
    {
        MimeMessage mime = new()
        {
            Subject = mail.Subject,
            MessageId = mail.MessageId,
            Date = time.GetUtcNow(),
            Body = BodyOf(mail),
        };
        mime.From.Add(new MailboxAddress(mail.FromName, MailboxAddress.Parse(from).Address));
        mime.To.Add(new MailboxAddress(mail.ToName, mail.ToAddress));
        if (mail.ReplyTo.Length > 0)
        {
            mime.ReplyTo.Add(new MailboxAddress(mail.FromName, mail.ReplyTo));
        }

        // RFC 3834: no absence notes in answer, and no loops between programs.
        mime.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mime.Headers.Add("X-Auto-Response-Suppress", "All");
        return mime;
    }

    private static MimeEntity BodyOf(MailMessage mail)
    {
        MultipartAlternative words = new()
        {
            new TextPart("plain") { Text = mail.Text, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
            new TextPart("html") { Text = mail.Html, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        if (mail.Attachment is not { } file)
        {
            return words;
        }

        MimePart attached = new(ContentType.Parse(file.ContentType))
        {
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(file.Content))),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = file.FileName },
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        return new Multipart("mixed") { words, attached };
    }

    public static FormatOptions Lines { get; } = WithLineEnds();

    private static FormatOptions WithLineEnds()
    {
        FormatOptions options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
