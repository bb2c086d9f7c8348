using Headshots.Core.Mail;

namespace Headshots.Workers.Mail;

/// <summary>What a mail says, before it is HTML or plain text. Nothing in here is encoded.</summary>
internal sealed record MailContent
{
    public required string Subject { get; init; }

    /// <summary>Shown by mailboxes beside the subject.</summary>
    public required string Preview { get; init; }

    public required string Company { get; init; }

    public required string Greeting { get; init; }

    /// <summary>Paragraphs, in order.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>What the company wrote itself, a reviewer's reason, or a code; empty where there is nothing. May have lines.</summary>
    public string Quote { get; init; } = string.Empty;

    public Uri? Link { get; init; }

    /// <summary>On the button.</summary>
    public string Action { get; init; } = string.Empty;

    /// <summary>Below, smaller.</summary>
    public required IReadOnlyList<string> Footnotes { get; init; }

    public static MailContent Of(MailOccasion occasion, MailTexts texts, Uri? link)
    {
        string kind = occasion.Mail.Kind.ToString();
        string company = occasion.Tenant.Name;
        string contact = occasion.Tenant.ContactEmail;
        List<string> footnotes = [];
        if (link is not null)
        {
            footnotes.Add(texts.Get("LinkIsYours"));
        }

        if (occasion.Code is not null)
        {
            footnotes.Add(texts.Get("Code.Warning", contact));
        }

        footnotes.Add(texts.Get("Questions", contact));
        return new MailContent
        {
            Subject = OneLine(texts.Get($"{kind}.Subject", company)),
            Preview = texts.Get($"{kind}.Preview", company),
            Company = company,
            Greeting = texts.Get("Greeting", occasion.Person.Name),
            Paragraphs = ParagraphsOf(occasion, texts, kind),
            Quote = QuoteOf(occasion),
            Link = link,
            Action = link is null ? string.Empty : texts.Get($"{kind}.Action"),
            Footnotes = footnotes,
        };
    }

    private static List<string> ParagraphsOf(MailOccasion occasion, MailTexts texts, string kind)
    {
        List<string> paragraphs = [texts.Get($"{kind}.Text", occasion.Tenant.Name)];
        if (occasion is { Mail.Kind: MailKind.Invitation or MailKind.Reminder, Campaign: { } campaign })
        {
            paragraphs.Add(texts.Get("DueBy", texts.Date(campaign.DueAt)));
        }

        return paragraphs;
    }

    private static string QuoteOf(MailOccasion occasion) => occasion.Mail.Kind switch
    {
        MailKind.Invitation => occasion.Campaign?.Message ?? string.Empty,
        MailKind.Code => occasion.Code ?? string.Empty,
        MailKind.Retake => occasion.Invitation?.RetakeReason ?? string.Empty,
        _ => string.Empty,
    };

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
