using Headshots.App.Hosting;
using Headshots.App.Serving;
using Headshots.Persistence;
using Headshots.Workers.Mail;

namespace Headshots.App.Doctor;

/// <summary>What the portal needs besides the studio. Looks only: nothing is made that is not there.</summary>
internal static class PortalChecks
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(DataFolder data, CancellationToken cancellation) =>
    [
        Finding.Of("data", "Give the program's account the right to write there, or name another folder with --data or HEADSHOTS_DATA.", () => Folder(data)),
        Finding.Of("keys", "Bring keys/link.key back from a backup, beside the database it belongs to.", () => Keys(data)),
        await Finding.OfAsync("database", "Bring headshots.db back from a backup, or move it away to begin anew.", () => DatabaseAsync(data, cancellation)),
        await Finding.OfAsync("mail", "Correct Mail in headshots.json in the data folder, or HEADSHOTS_Mail__… in the environment.", () => MailAsync(data, cancellation)),
    ];

    private static Finding Folder(DataFolder data)
    {
        if (!Directory.Exists(data.Root))
        {
            return new Finding("data", $"{data.Root} is not there yet; the first start makes it");
        }

        string probe = Path.Combine(data.Root, $"probe-{Environment.ProcessId}");
        File.WriteAllText(probe, string.Empty);
        File.Delete(probe);
        long free = new DriveInfo(data.Root).AvailableFreeSpace >> 30;
        return new Finding("data", $"{data.Root} can be written to, {free} GB free", free < 1 ? "Less than 1 GB is free; make room before photos come in." : null);
    }

    /// <summary>A database without the key of its links is a backup that was brought back in part.</summary>
    private static Finding Keys(DataFolder data)
    {
        string path = FileLinkKey.PathIn(data);
        return File.Exists(path) ? new Finding("keys", $"{new FileLinkKey(data).Bytes.Length * 8} bits for links")
            : File.Exists(data.Database) ? new Finding("keys", $"{path} is missing: links in mails that were sent are dead", "Bring it back from a backup.")
            : new Finding("keys", "none yet; the first start makes them");
    }

    private static async Task<Finding> DatabaseAsync(DataFolder data, CancellationToken cancellation)
    {
        if (!File.Exists(data.Database))
        {
            return new Finding("database", $"{data.Database} is not there yet; the first start makes it");
        }

        ServiceCollection services = new();
        services.AddLogging();
        Composition.AddBusiness(services, data);
        await using ServiceProvider provider = services.BuildServiceProvider();
        HeadshotsDatabase database = provider.GetRequiredService<HeadshotsDatabase>();
        IReadOnlyList<string> pending = await database.PendingMigrationsAsync(cancellation);
        return pending.Count == 0
            ? new Finding("database", $"{data.Database}, up to date")
            : new Finding("database", $"{data.Database}, {pending.Count} versions behind; the next start brings it up to date");
    }

    private static async Task<Finding> MailAsync(DataFolder data, CancellationToken cancellation)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddJsonFile(data.Settings, optional: true, reloadOnChange: false)
            .AddEnvironmentVariables("HEADSHOTS_")
            .Build();
        MailOptions mail = new();
        Composition.BindMail(mail, configuration, data);
        return mail.Host.Length == 0 && !Directory.Exists(data.Root)
            ? new Finding("mail", $"no server (Mail:Host): mails will be laid into {mail.PickupFolder}")
            : new Finding("mail", await MailProbe.RunAsync(mail, TimeProvider.System, cancellation));
    }
}
