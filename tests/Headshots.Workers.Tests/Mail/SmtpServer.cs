using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Headshots.Workers.Tests.Mail;

/// <summary>
/// An SMTP server on a port of this machine that keeps to RFC 5321: greets, says what it can, takes sender, recipients and
/// data in that order and refuses them in any other, un-stuffs dots. What it refuses is told it beforehand.
/// </summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly Task _accepting;

    public SmtpServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Answers instead of the usual one, by the first word of what the client says; <c>.</c> for the end of the data.</summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hangs up when a client says this.</summary>
    public string? DropsAt { get; set; }

    /// <summary>What it tells that it can, beside 8BITMIME.</summary>
    public IReadOnlyList<string> Extensions { get; set; } = [];

    /// <summary>The mails it took, as they came over the wire.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    public int Connections { get; private set; }

    /// <summary>Everything that clients said, data left out.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_conversations);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _conversations.Add(ConverseAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using NetworkStream stream = client.GetStream();
                using StreamReader reader = new(stream, Encoding.UTF8);
                await using StreamWriter writer = new(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync(Answers.GetValueOrDefault("CONNECT", "220 test ESMTP"));
                Session session = new();
                while (await reader.ReadLineAsync(_stop.Token) is { } line && await AnswerAsync(line, session, reader, writer))
                {
                    // One command after another.
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client went away, as clients do.
            }
        }
    }

    private async Task<bool> AnswerAsync(string line, Session session, StreamReader reader, StreamWriter writer)
    {
        Heard.Enqueue(line);
        string verb = line.Split(' ', ':')[0].ToUpperInvariant();
        if (string.Equals(verb, DropsAt, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (Answers.TryGetValue(verb, out string? told))
        {
            await writer.WriteLineAsync(told);
            return verb != "QUIT" && !told.StartsWith("421", StringComparison.Ordinal);
        }

        switch (verb)
        {
            case "EHLO":
                await writer.WriteLineAsync("250-test");
                foreach (string extension in Extensions)
                {
                    await writer.WriteLineAsync($"250-{extension}");
                }

                await writer.WriteLineAsync("250 8BITMIME");
                return true;
            case "MAIL":
                session.HasSender = true;
                session.Recipients = 0;
                await writer.WriteLineAsync("250 2.1.0 Sender ok");
                return true;
            case "RCPT":
                session.Recipients++;
                await writer.WriteLineAsync(session.HasSender ? "250 2.1.5 Recipient ok" : "503 5.5.1 Sender first");
                return true;
            case "DATA" when session.Recipients == 0:
                await writer.WriteLineAsync("503 5.5.1 Recipients first");
                return true;
            case "DATA":
                await writer.WriteLineAsync("354 Go ahead");
                return await TakeAsync(session, reader, writer);
            case "RSET" or "NOOP":
                await writer.WriteLineAsync("250 2.0.0 Ok");
                return true;
            case "QUIT":
                await writer.WriteLineAsync("221 2.0.0 Bye");
                return false;
            default:
                await writer.WriteLineAsync("502 5.5.1 Unknown");
                return true;
        }
    }

    private async Task<bool> TakeAsync(Session session, StreamReader reader, StreamWriter writer)
    {
        StringBuilder mail = new();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".")
            {
                session.HasSender = false;
                session.Recipients = 0;
                if (DropsAt == ".")
                {
                    return false;
                }

                if (!Answers.TryGetValue(".", out string? told))
                {
                    Taken.Enqueue(mail.ToString());
                }

                await writer.WriteLineAsync(told ?? "250 2.0.0 Queued");
                return true;
            }

            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return false;
    }

    private sealed class Session
    {
        public bool HasSender { get; set; }

        public int Recipients { get; set; }
    }
}
