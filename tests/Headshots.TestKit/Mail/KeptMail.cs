using System.Collections.Concurrent;
using Headshots.Core.Mail;

namespace Headshots.TestKit.Mail;

/// <summary>Mails stay here and can be taken back, as from a folder.</summary>
public sealed class KeptMail : IMailTransport
{
    public ConcurrentDictionary<string, MailMessage> Mails { get; } = new(StringComparer.Ordinal);

    public Task SendAsync(MailMessage mail, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mail);
        Mails[mail.MessageId] = mail;
        return Task.CompletedTask;
    }

    public Task TakeBackAsync(IReadOnlyCollection<Guid> mails, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mails);
        foreach (string id in Mails.Keys.Where(id => mails.Any(m => id.StartsWith(m.ToString("N"), StringComparison.Ordinal))))
        {
            Mails.TryRemove(id, out _);
        }

        return Task.CompletedTask;
    }
}
