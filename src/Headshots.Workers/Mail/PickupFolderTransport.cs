using Headshots.Core.Mail;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Headshots.Workers.Mail;

/// <summary>
/// Lays mails into a folder as <c>.eml</c> files, which appear whole or not at all: for a mail server that collects them, and
/// to look at them on a developer's machine. The same mail tried again replaces its file.
/// </summary>
internal sealed class PickupFolderTransport(IOptions<MailOptions> options, TimeProvider time) : IMailTransport
{
    public async Task SendAsync(MailMessage mail, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mail);
        string folder = options.Value.PickupFolder;
        string file = Path.Combine(folder, $"{NameOf(mail.MessageId)}.eml");
        string partial = $"{file}.partial";
        try
        {
            Directory.CreateDirectory(folder);
            using MimeMessage mime = Mime.Of(mail, options.Value.From, time);
            await using (FileStream written = new(partial, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await mime.WriteToAsync(Mime.Lines, written, cancellation);
                await written.FlushAsync(cancellation);
            }

            File.Move(partial, file, overwrite: true);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"The mail folder {folder} cannot be written to: {e.Message}", e);
        }
    }

    public Task TakeBackAsync(IReadOnlyCollection<Guid> mails, CancellationToken cancellation)
    {
        foreach (Guid mail in mails)
        {
            foreach (string ending in new[] { "eml", "eml.partial" })
            {
                try
                {
                    File.Delete(Path.Combine(options.Value.PickupFolder, $"{mail:N}.{ending}"));
                }
                catch (DirectoryNotFoundException)
                {
                    // No mail was ever laid there.
                }
            }
        }

        return Task.CompletedTask;
    }

    private static string NameOf(string messageId) =>
        string.Concat(messageId.TakeWhile(c => c != '@').Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-'));
}
