using System.Text;

namespace Headshots.Workers.Mail;

/// <summary>The mail for readers without HTML.</summary>
internal static class PlainMail
{
    public static string Of(MailContent mail)
    {
        StringBuilder text = new();
        Paragraph(mail.Greeting);
        foreach (string paragraph in mail.Paragraphs)
        {
            Paragraph(paragraph);
        }

        if (mail.Quote.Length > 0)
        {
            Paragraph(string.Join('\n', mail.Quote.ReplaceLineEndings("\n").Split('\n').Select(line => $"> {line}")));
        }

        if (mail.Link is { } link)
        {
            Paragraph($"{mail.Action}:\n{link.AbsoluteUri}");
        }

        // Two hyphens and a space: what follows is a signature to mail programs.
        Paragraph($"-- \n{mail.Company}\n{string.Join('\n', mail.Footnotes)}");
        return text.ToString().TrimEnd('\n') + "\n";

        void Paragraph(string words) => text.Append(words).Append("\n\n");
    }
}
