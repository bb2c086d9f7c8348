using System.Diagnostics;
using System.Text.RegularExpressions;
using Headshots.TestKit.Programs;
using MimeKit;

namespace Headshots.EndToEnd.Tests.Portal;

/// <summary>The folder into which the program lays its mails.</summary>
internal static partial class Mailbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Waits for a mail to somebody.</summary>
    /// <param name="program">Whose mails.</param>
    /// <param name="address">To whom.</param>
    /// <param name="wanted">Which of several; any if left out.</param>
    /// <exception cref="TimeoutException">None came.</exception>
    public static async Task<MimeMessage> WaitAsync(RunningProgram program, string address, Func<MimeMessage, bool>? wanted = null)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Patience)
        {
            if (Directory.Exists(program.MailFolder))
            {
                foreach (string file in Directory.EnumerateFiles(program.MailFolder, "*.eml"))
                {
                    MimeMessage mail = await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken);
                    if (mail.To.Mailboxes.Any(m => string.Equals(m.Address, address, StringComparison.OrdinalIgnoreCase)) && wanted?.Invoke(mail) != false)
                    {
                        return mail;
                    }
                }
            }

            await Task.Delay(300, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"No mail to {address} came into {program.MailFolder}.\n{program.Log}");
    }

    /// <summary>The personal link in a mail.</summary>
    public static string LinkIn(MimeMessage mail) => Link().Match(mail.TextBody ?? string.Empty).Value;

    [GeneratedRegex(@"http://\S+/i/[A-Za-z0-9_\-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
