using System.Text.RegularExpressions;
using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Workers.Mail;

namespace Headshots.Workers.Tests.Mail;

public sealed partial class MailWriterTests
{
    private const string Token = "abcDEF-_0123456789abcDEF-_0123456789abcDEF-";

    private static readonly DateTimeOffset _now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
    private static readonly TenantId _tenant = new(Guid.Parse("11111111-1111-1111-1111-111111111111"));
    private static readonly MailWriter _writer = new(new Address());

    public static TheoryData<MailKind> Kinds => [.. Enum.GetValues<MailKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_EveryKind_HasLinkGreetingAndContactInBothForms(MailKind kind)
    {
        MailMessage mail = _writer.Write(Occasion(kind));

        bool linked = kind is not MailKind.Deleted and not MailKind.Code;
        Assert.Equal(linked, mail.Text.Contains($"https://photos.contoso.example/base/i/{Token}\n", StringComparison.Ordinal));
        Assert.Equal(linked, mail.Html.Contains($"href=\"https://photos.contoso.example/base/i/{Token}\"", StringComparison.Ordinal));
        Assert.All([mail.Text, mail.Html], form =>
        {
            Assert.Contains("Ada", form, StringComparison.Ordinal);
            Assert.Contains("hr@contoso.example", form, StringComparison.Ordinal);
            Assert.DoesNotContain("{0}", form, StringComparison.Ordinal);
        });
        Assert.NotEmpty(mail.Subject);
        Assert.Equal("Contoso", mail.FromName);
        Assert.Equal("hr@contoso.example", mail.ReplyTo);
    }

    [Fact]
    public void Write_Code_HasTheCodeAndNoLink()
    {
        MailMessage mail = _writer.Write(Occasion(MailKind.Code));

        Assert.Contains("> 012345\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains(">012345<", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/i/", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("012345", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SameMailTwice_HasTheSameMessageId()
    {
        Assert.Equal(_writer.Write(Occasion(MailKind.Invitation)).MessageId, _writer.Write(Occasion(MailKind.Invitation)).MessageId);
        Assert.EndsWith("@photos.contoso.example", _writer.Write(Occasion(MailKind.Invitation)).MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Invitation_SaysCampaignsMessageAndDueDate()
    {
        MailMessage mail = _writer.Write(Occasion(MailKind.Invitation));

        Assert.Contains("> Please smile.\n> Both lines.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Please smile.<br>Both lines.", mail.Html, StringComparison.Ordinal);
        Assert.Contains("9 December 2026", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_German_IsGermanThroughout(MailKind kind)
    {
        MailMessage english = _writer.Write(Occasion(kind));
        MailMessage german = _writer.Write(Occasion(kind, language: "de"));

        Assert.Contains("lang=\"de\"", german.Html, StringComparison.Ordinal);
        Assert.NotEqual(english.Subject, german.Subject);
        Assert.Contains("Guten Tag, Ada", german.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("your", german.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(kind is MailKind.Invitation or MailKind.Reminder, german.Text.Contains("09.12.2026", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_HostileWords_AreWordsAndNoMarkup()
    {
        const string Hostile = "<script>alert('x')</script>\"&";

        MailMessage mail = _writer.Write(Occasion(MailKind.Invitation, name: Hostile, company: Hostile, message: Hostile));

        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", mail.Html, StringComparison.Ordinal);
        Assert.Contains(Hostile, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_CompanyWithLineBreak_CannotAddHeaders()
    {
        MailMessage mail = _writer.Write(Occasion(MailKind.Invitation, company: "Contoso\r\nBcc: all@example.com"));

        Assert.DoesNotContain('\n', mail.Subject);
        Assert.DoesNotContain('\r', mail.Subject);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_Html_ClosesWhatItOpensAndStylesEveryText(MailKind kind)
    {
        string html = _writer.Write(Occasion(kind)).Html;

        foreach (string element in new[] { "table", "tr", "td", "p", "div", "style", "body", "html" })
        {
            Assert.Equal(Regex.Count(html, $"<{element}[ >]"), Regex.Count(html, $"</{element}>"));
        }

        Assert.All(Paragraphs().Matches(html), match => Assert.Contains("style=\"font-family:", match.Value, StringComparison.Ordinal));
        Assert.Contains("prefers-color-scheme: dark", html, StringComparison.Ordinal);
        Assert.True(html.Length < 100_000, "Gmail cuts mails above 102 KB.");
    }

    private static MailOccasion Occasion(MailKind kind, string name = "Ada", string company = "Contoso", string message = "Please smile.\nBoth lines.", string language = "en")
    {
        Tenant tenant = Tenant.Create(_tenant, company, "hr@contoso.example", _now);
        typeof(Tenant).GetProperty(nameof(Tenant.Settings))!.SetValue(tenant, new TenantSettings { Language = language });
        Person person = Person.Create(_tenant, Guid.Parse("22222222-2222-2222-2222-222222222222"), new PersonDetails(name, "ada@contoso.example", null, null), _now);
        Campaign campaign = Campaign.Create(
            _tenant, Guid.Parse("33333333-3333-3333-3333-333333333333"), new CampaignDetails("Drive", Guid.Empty, message, _now.AddDays(14)), _now);
        Invitation invitation = Invitation.Create(_tenant, Guid.Parse("44444444-4444-4444-4444-444444444444"), campaign.Id, person.Id, _now.AddDays(30), _now);
        OutgoingMail mail = OutgoingMail.Create(_tenant, Guid.Parse("55555555-5555-5555-5555-555555555555"), kind, person.Id, invitation.Id, _now);
        bool linked = kind != MailKind.Deleted;
        return new MailOccasion(mail, tenant, person, linked ? invitation : null, linked ? campaign : null, linked && kind != MailKind.Code ? Token : null, kind == MailKind.Code ? "012345" : null);
    }

    [GeneratedRegex("<p[^>]*>")]
    private static partial Regex Paragraphs();

    private sealed class Address : IPublicAddress
    {
        public Uri Value { get; } = new("https://photos.contoso.example/base/");
    }
}
