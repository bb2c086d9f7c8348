using Microsoft.Extensions.Options;

namespace Headshots.Workers.Mail;

/// <summary>Whether mails could leave, for whoever looks after the program.</summary>
public static class MailProbe
{
    /// <summary>Connects to the server and signs in, or sees whether the folder can be written to. Sends nothing.</summary>
    /// <returns>What was found, in words.</returns>
    /// <exception cref="IOException">It would not work; the message says why.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written to.</exception>
    public static async Task<string> RunAsync(MailOptions options, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problem() is { } problem)
        {
            throw new IOException(problem);
        }

        if (options.Host.Length == 0)
        {
            Directory.CreateDirectory(options.PickupFolder);
            string probe = Path.Combine(options.PickupFolder, $"probe-{Environment.ProcessId}");
            await File.WriteAllTextAsync(probe, string.Empty, cancellation);
            File.Delete(probe);
            return $"no server (Mail:Host): mails are laid into {options.PickupFolder}";
        }

        using SmtpTransport transport = new(Options.Create(options), time);
        await transport.ProbeAsync(cancellation);
        return $"{options.Host}:{options.Port} answers, from {options.From}";
    }
}
