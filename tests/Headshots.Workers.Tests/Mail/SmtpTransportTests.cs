using Headshots.Core.Mail;
using Headshots.Workers.Mail;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Headshots.Workers.Tests.Mail;

public sealed class SmtpTransportTests : IAsyncDisposable
{
    private static readonly MailMessage _mail = new(
        "0193@example.com", "Zoë Ünal", "zoe@contoso.example", "hr@contoso.example", "Contoso, Inc.", "Ihr Porträt", "<p>Größe</p>\n.\n<p>two</p>", "Größe\n.\ntwo\n");

    private readonly SmtpServer _server = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task SendAsync_OrdinaryServer_DeliversBothParts()
    {
        using SmtpTransport transport = Transport();

        await transport.SendAsync(_mail, TestContext.Current.CancellationToken);

        MimeMessage arrived = Read(Assert.Single(_server.Taken));
        Assert.Equal("Ihr Porträt", arrived.Subject);
        Assert.Equal("0193@example.com", arrived.MessageId);
        Assert.Equal("auto-generated", arrived.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("\"Contoso, Inc.\" <photos@contoso.example>", arrived.From.ToString());
        Assert.Equal("hr@contoso.example", Assert.Single(arrived.ReplyTo.Mailboxes).Address);
        Assert.Equal("Zoë Ünal", Assert.Single(arrived.To.Mailboxes).Name);
        Assert.Equal(_mail.Text, arrived.TextBody?.ReplaceLineEndings("\n"));
        Assert.Equal(_mail.Html, arrived.HtmlBody?.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task SendAsync_SeveralMails_SharesOneConnection()
    {
        using SmtpTransport transport = Transport();

        for (int i = 0; i < 3; i++)
        {
            await transport.SendAsync(_mail with { MessageId = $"{i}@example.com" }, TestContext.Current.CancellationToken);
        }

        Assert.Equal(3, _server.Taken.Count);
        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task SendAsync_ServerHungUpMeanwhile_ConnectsAgain()
    {
        using SmtpTransport transport = Transport();
        await transport.SendAsync(_mail, TestContext.Current.CancellationToken);
        _server.DropsAt = "NOOP";

        await transport.SendAsync(_mail, TestContext.Current.CancellationToken);

        Assert.Equal(2, _server.Taken.Count);
        Assert.Equal(2, _server.Connections);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 No such user")]
    [InlineData("RCPT", "553 5.1.3 Bad address")]
    [InlineData(".", "554 5.7.1 Refused by policy")]
    [InlineData(".", "552 5.3.4 Too large")]
    public async Task SendAsync_RefusedForGood_SaysSo(string command, string answer)
    {
        _server.Answers[command] = answer;
        using SmtpTransport transport = Transport();

        MailRefusedException refused = await Assert.ThrowsAsync<MailRefusedException>(() => transport.SendAsync(_mail, TestContext.Current.CancellationToken));

        Assert.Contains(answer[..3], refused.Message, StringComparison.Ordinal);
        Assert.Contains(answer[4..], refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 Mailbox busy")]
    [InlineData("RCPT", "421 4.3.2 Closing")]
    [InlineData(".", "451 4.3.0 Try again later")]
    [InlineData("MAIL", "550 5.7.1 Sender not allowed")]
    [InlineData("MAIL", "530 5.7.0 Authentication required")]
    [InlineData("CONNECT", "554 5.3.2 Not today")]
    [InlineData("DATA", "451 4.3.0 Greylisted")]
    public async Task SendAsync_RefusedForNow_MayWorkLater(string command, string answer)
    {
        _server.Answers[command] = answer;
        using SmtpTransport transport = Transport();

        IOException later = await Assert.ThrowsAsync<IOException>(() => transport.SendAsync(_mail, TestContext.Current.CancellationToken));

        Assert.Contains($"127.0.0.1:{_server.Port}", later.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Taken);
    }

    [Theory]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task SendAsync_ConnectionDropped_WorksAtTheNextAttempt(string at)
    {
        _server.DropsAt = at;
        using SmtpTransport transport = Transport();
        await Assert.ThrowsAsync<IOException>(() => transport.SendAsync(_mail, TestContext.Current.CancellationToken));
        _server.DropsAt = null;

        await transport.SendAsync(_mail, TestContext.Current.CancellationToken);

        Assert.Contains("Message-Id: <0193@example.com>", Assert.Single(_server.Taken), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SendAsync_RefusedThenAnother_TheOtherIsSent()
    {
        _server.Answers["RCPT"] = "550 5.1.1 No such user";
        using SmtpTransport transport = Transport();
        await Assert.ThrowsAsync<MailRefusedException>(() => transport.SendAsync(_mail, TestContext.Current.CancellationToken));
        _server.Answers.Clear();

        await transport.SendAsync(_mail, TestContext.Current.CancellationToken);

        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task SendAsync_StartTlsWantedAndAbsent_SendsNothingAndSaysWhatToDo()
    {
        using SmtpTransport transport = Transport(o => o.Tls = MailTls.StartTls);

        IOException refused = await Assert.ThrowsAsync<IOException>(() => transport.SendAsync(_mail, TestContext.Current.CancellationToken));

        Assert.Contains("STARTTLS", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Heard, line => line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task SendAsync_PasswordAndNoEncryption_KeepsThePasswordToItself()
    {
        _server.Extensions = ["AUTH PLAIN LOGIN"];
        using SmtpTransport transport = Transport(o => (o.Tls, o.User, o.Password) = (MailTls.StartTlsWhenAvailable, "user", "secret"));

        await Assert.ThrowsAsync<IOException>(() => transport.SendAsync(_mail, TestContext.Current.CancellationToken));

        Assert.DoesNotContain(_server.Heard, line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task SendAsync_NobodyListens_MayWorkLater()
    {
        await _server.DisposeAsync();
        using SmtpTransport transport = Transport();

        await Assert.ThrowsAsync<IOException>(() => transport.SendAsync(_mail, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SendAsync_Cancelled_IsCancelledAndNoRefusal()
    {
        using SmtpTransport transport = Transport();
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(_mail, cancelled.Token));
    }

    private static MimeMessage Read(string mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail)));

    private SmtpTransport Transport(Action<MailOptions>? change = null)
    {
        MailOptions options = new() { Host = "127.0.0.1", Port = _server.Port, Tls = MailTls.None, From = "photos@contoso.example", Timeout = TimeSpan.FromSeconds(5) };
        change?.Invoke(options);
        return new SmtpTransport(Options.Create(options), _time);
    }
}
