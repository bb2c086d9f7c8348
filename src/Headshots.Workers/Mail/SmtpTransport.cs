using Headshots.Core.Mail;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Headshots.Workers.Mail;

/// <summary>
/// Hands mails to an SMTP server. The connection is kept for a while, since mails come in batches. What a server says about
/// one mail for good (5xx to its recipient or content) is a refusal; all else may work later.
/// </summary>
internal sealed class SmtpTransport(IOptions<MailOptions> options, TimeProvider time) : IMailTransport, IDisposable
{
    /// <summary>Servers close what says nothing for a few minutes; we are gone before.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1);
    private SmtpClient? _client;
    private DateTimeOffset _used;

    /// <summary>What a server took is its own.</summary>
    public Task TakeBackAsync(IReadOnlyCollection<Guid> mails, CancellationToken cancellation) => Task.CompletedTask;

    public async Task SendAsync(MailMessage mail, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mail);
        await _turn.WaitAsync(cancellation);
        try
        {
            using MimeMessage mime = Mime.Of(mail, options.Value.From, time);
            SmtpClient client = await ConnectedAsync(cancellation);
            _ = await client.SendAsync(Mime.Lines, mime, cancellation);
            _used = time.GetUtcNow();
        }
        catch (SmtpCommandException e) when (IsForGood(e))
        {
            throw new MailRefusedException($"The mail server refused this mail: {(int)e.StatusCode} {e.Message}", e);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            HangUp();
            throw new IOException(InWords(e), e);
        }
        catch (OperationCanceledException)
        {
            HangUp();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Connects and signs in, and sends nothing.</summary>
    /// <exception cref="IOException">It did not work; the message says why and what to do.</exception>
    public async Task ProbeAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            _ = await ConnectedAsync(cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            throw new IOException(InWords(e), e);
        }
        finally
        {
            HangUp();
            _turn.Release();
        }
    }

    public void Dispose()
    {
        HangUp();
        _turn.Dispose();
    }

    /// <summary>Who the sender is and whether we may send at all is a matter of our settings, which somebody can put right.</summary>
    private static bool IsForGood(SmtpCommandException e) =>
        (int)e.StatusCode >= 500 && e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
        && e.StatusCode is not (SmtpStatusCode.AuthenticationRequired or SmtpStatusCode.AuthenticationMechanismTooWeak);

    private async Task<SmtpClient> ConnectedAsync(CancellationToken cancellation)
    {
        if (_client is { IsConnected: true } there && time.GetUtcNow() - _used < Idle && await AnswersAsync(there, cancellation))
        {
            return there;
        }

        HangUp();
        MailOptions server = options.Value;
        SmtpClient client = new() { Timeout = (int)server.Timeout.TotalMilliseconds };
        _client = client;
        await client.ConnectAsync(server.Host, server.Port, SocketOptionsOf(server.Tls), cancellation);
        if (server.User.Length > 0)
        {
            if (!client.IsSecure)
            {
                throw new IOException("The mail server offers no encryption, and a password must not be sent without. Set Mail:Tls to Tls, or ask for a server that encrypts.");
            }

            await client.AuthenticateAsync(server.User, server.Password, cancellation);
        }

        return client;
    }

    private static async Task<bool> AnswersAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.NoOpAsync(cancellation);
            return true;
        }
        catch (Exception e) when (e is IOException or SmtpProtocolException or SmtpCommandException or MailKit.ServiceNotConnectedException)
        {
            return false;
        }
    }

    private void HangUp()
    {
        _client?.Dispose();
        _client = null;
    }

    private static SecureSocketOptions SocketOptionsOf(MailTls tls) => tls switch
    {
        MailTls.None => SecureSocketOptions.None,
        MailTls.StartTlsWhenAvailable => SecureSocketOptions.StartTlsWhenAvailable,
        MailTls.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    private string InWords(Exception e)
    {
        MailOptions server = options.Value;
        string where = $"{server.Host}:{server.Port}";
        return e switch
        {
            SmtpCommandException c => $"The mail server {where} does not take the mail now: {(int)c.StatusCode} {c.Message}",
            AuthenticationException => $"The mail server {where} does not know Mail:User, or the password is another: {e.Message}",
            SslHandshakeException => $"No encrypted connection to {where} came about: {e.Message.Split('\n')[0]}",
            NotSupportedException => $"The mail server {where} offers no STARTTLS. Set Mail:Tls to Tls if it encrypts from the start, or to StartTlsWhenAvailable if it is on your own machine.",
            OperationCanceledException or TimeoutException => $"The mail server {where} did not answer within {server.Timeout.TotalSeconds:0} seconds.",
            _ => $"The mail server {where} could not be spoken to: {e.Message}",
        };
    }
}
