using System.Text.Encodings.Web;

namespace Headshots.Workers.Mail;

/// <summary>
/// The mail as HTML that Outlook, Gmail and Apple Mail agree on: tables for layout, every style on its element, a button that
/// is a table cell. Dark mode has a palette of its own where it is obeyed, and colours that survive inversion where it is not.
/// </summary>
internal static class HtmlMail
{
    private const string Font = "font-family:'Segoe UI',-apple-system,BlinkMacSystemFont,Roboto,Helvetica,Arial,sans-serif;";

    public static string Of(MailContent mail, MailTexts texts) => $"""
        <!DOCTYPE html>
        <html lang="{texts.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{Encoded(mail.Subject)}</title>
        <style>
        @media (prefers-color-scheme: dark) {"{"}
          .page {"{"} background-color: #1f1f1f !important; {"}"}
          .card {"{"} background-color: #292929 !important; border-color: #424242 !important; {"}"}
          .ink {"{"} color: #f5f5f5 !important; {"}"}
          .faint {"{"} color: #adadad !important; {"}"}
          .quote {"{"} background-color: #333333 !important; border-left-color: #479ef5 !important; {"}"}
        {"}"}
        @media (max-width: 480px) {"{"} .cell {"{"} padding: 24px 20px !important; {"}"} {"}"}
        </style>
        </head>
        <body class="page" style="margin:0;padding:0;background-color:#f5f5f5;">
        <div style="display:none;max-height:0;overflow:hidden;">{Encoded(mail.Preview)}</div>
        <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f5f5f5" style="background-color:#f5f5f5;">
        <tr><td align="center" style="padding:24px 12px;">
        <table role="presentation" class="card" width="560" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="width:100%;max-width:560px;background-color:#ffffff;border:1px solid #e0e0e0;border-radius:8px;">
        <tr><td class="cell" align="left" style="padding:32px 40px;">
        <p class="faint" style="{Font}margin:0 0 24px 0;font-size:14px;line-height:20px;font-weight:600;color:#616161;">{Encoded(mail.Company)}</p>
        {Paragraph(mail.Greeting)}
        {string.Concat(mail.Paragraphs.Select(Paragraph))}
        {Quote(mail.Quote)}
        {Button(mail)}
        {string.Concat(mail.Footnotes.Select(Footnote))}
        </td></tr>
        </table>
        </td></tr>
        </table>
        </body>
        </html>

        """;

    private static string Paragraph(string text) =>
        $"""<p class="ink" style="{Font}margin:0 0 16px 0;font-size:16px;line-height:24px;color:#242424;">{Encoded(text)}</p>{"\n"}""";

    private static string Footnote(string text) =>
        $"""<p class="faint" style="{Font}margin:0 0 8px 0;font-size:13px;line-height:18px;color:#616161;">{Encoded(text)}</p>{"\n"}""";

    private static string Quote(string text) => text.Length == 0
        ? string.Empty
        : $"""
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px 0;">
            <tr><td class="quote ink" bgcolor="#f5f5f5" style="{Font}padding:12px 16px;background-color:#f5f5f5;border-left:3px solid #0f6cbd;font-size:15px;line-height:22px;color:#242424;">{Lines(text)}</td></tr>
            </table>
            """;

    private static string Button(MailContent mail) => mail.Link is not { } link
        ? string.Empty
        : $"""
            <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px 0;">
            <tr><td align="center" bgcolor="#0f6cbd" style="background-color:#0f6cbd;border-radius:4px;">
            <a href="{Encoded(link.AbsoluteUri)}" style="{Font}display:inline-block;padding:12px 24px;font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none;border:1px solid #0f6cbd;border-radius:4px;">{Encoded(mail.Action)}</a>
            </td></tr>
            </table>
            <p class="faint" style="{Font}margin:0 0 16px 0;font-size:13px;line-height:18px;color:#616161;word-break:break-all;">{Encoded(link.AbsoluteUri)}</p>
            """;

    private static string Lines(string text) => string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(Encoded));

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
