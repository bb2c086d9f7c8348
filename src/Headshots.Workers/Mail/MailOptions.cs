namespace Headshots.Workers.Mail;

/// <summary>How mails leave. Without a server they are laid into a folder.</summary>
public sealed class MailOptions
{
    /// <summary>SMTP server's name; empty (default) writes <c>.eml</c> files into <see cref="PickupFolder"/> instead.</summary>
    public string Host { get; set; } = string.Empty;

    /// <summary>1 to 65535; 587 by default, where servers take mail from programs that sign in.</summary>
    public int Port { get; set; } = 587;

    public MailTls Tls { get; set; } = MailTls.StartTls;

    /// <summary>Empty for servers that ask for no sign-in.</summary>
    public string User { get; set; } = string.Empty;

    public string Password { get; set; } = string.Empty;

    /// <summary>Address that mails come from; answers go to the company's contact.</summary>
    public string From { get; set; } = "headshots@localhost";

    /// <summary>How long the server may take to answer, 1 second to 5 minutes; 30 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Folder for <c>.eml</c> files.</summary>
    public string PickupFolder { get; set; } = string.Empty;

    /// <summary>What is wrong; null when all is well.</summary>
    public string? Problem() =>
        Host.Length == 0 && PickupFolder.Length == 0 ? "Mail: name a server in Mail:Host or a folder in Mail:PickupFolder."
        : Port is < 1 or > 65535 ? "Mail:Port is 1 to 65535."
        : Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(5) ? "Mail:Timeout is 1 second to 5 minutes."
        : !MimeKit.MailboxAddress.TryParse(From, out _) ? "Mail:From is not an e-mail address."
        : User.Length > 0 && Tls == MailTls.None ? "Mail: a password must not go over the network unencrypted; set Mail:Tls to StartTls or Tls, or leave Mail:User empty."
        : null;
}

public enum MailTls
{
    /// <summary>Nothing is encrypted: for a relay on the same machine.</summary>
    None,

    /// <summary>Encrypted after the first words, or not at all where the server cannot; never with a password then.</summary>
    StartTlsWhenAvailable,

    /// <summary>Encrypted after the first words; a server that cannot is not used.</summary>
    StartTls,

    /// <summary>Encrypted from the start, usually on port 465.</summary>
    Tls,
}
