using Headshots.App.Hosting;
using Headshots.App.Keys;
using Headshots.App.Serving;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Persistence;
using Headshots.Workers.Mail;

namespace Headshots.App.Doctor;

/// <summary>What the portal needs besides the studio. Looks only: nothing is made that is not there.</summary>
internal static class PortalChecks
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(DataFolder data, CancellationToken cancellation) =>
    [
        Finding.Of("data", "Give the program's account the right to write there, or name another folder with --data or HEADSHOTS_DATA.", () => Folder(data)),
        Finding.Of("keys", "Bring the folder of keys back from a backup, beside the database it belongs to.", () => Keys(data)),
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

    /// <summary>A database without the keys it belongs to is a backup that was brought back in part.</summary>
    private static Finding Keys(DataFolder data)
    {
        MasterKeyRing? masters;
        try
        {
            masters = MasterKeyRing.Find(data, Settings.Of(data), Settings.IsDevelopment);
        }
        catch (InvalidDataException e)
        {
            return new Finding("keys", "the program will not start like this", e.Message);
        }

        if (masters is null)
        {
            return File.Exists(data.Database)
                ? new Finding("keys", $"{MasterKeyRing.PathIn(data)} is missing: photos cannot be read, and links in mails that were sent are dead", "Bring it back from a backup.")
                : new Finding("keys", "none yet; the first start makes them, in the data folder");
        }

        string found = $"master key \"{masters.Current.Id}\" of {masters.Count}, from {masters.Where}";
        SealedFiles files = new(data, masters);
        if (File.Exists(files.PathOf(FileLinkKey.Name)))
        {
            found += $"; {new FileLinkKey(data, files).Bytes.Length * 8} bits for links";
        }
        else if (File.Exists(data.Database) && !File.Exists(Path.Combine(data.Keys, "link.key")))
        {
            return new Finding("keys", $"{files.PathOf(FileLinkKey.Name)} is missing: links in mails that were sent are dead", "Bring it back from a backup.");
        }

        return !masters.IsBesideData ? new Finding("keys", found)
            : Settings.IsDevelopment || masters.Where == MasterKeyRing.PathIn(data) ? new Finding("keys", $"{found}. It lies beside the data, so whoever takes the folder can read the photos: {Move}")
            : new Finding("keys", $"{found}. It lies beside the data, so whoever takes the folder can read the photos", Move);
    }

    private const string Move = "before others use this, move the key to a place that is not backed up with the data and name it in HEADSHOTS_Keys__File.";

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
            ? await TenantKeysAsync(provider, data, cancellation)
            : new Finding("database", $"{data.Database}, {pending.Count} versions behind; the next start brings it up to date");
    }

    /// <summary>Whether each company's photos can be read with the master keys at hand.</summary>
    private static async Task<Finding> TenantKeysAsync(ServiceProvider provider, DataFolder data, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        MasterKeyRing? masters = MasterKeyRing.Find(data, Settings.Of(data), Settings.IsDevelopment);
        HashSet<string> missing = new(StringComparer.Ordinal);
        foreach (TenantId tenant in await scope.ServiceProvider.GetRequiredService<ITenantStore>().AllAsync(cancellation))
        {
            if (await provider.GetRequiredService<ITenantKeyStore>().FindAsync(tenant, cancellation) is { } key && masters?.Find(key.MasterKeyId) is null)
            {
                missing.Add(key.MasterKeyId);
            }
        }

        return missing.Count == 0
            ? new Finding("database", $"{data.Database}, up to date")
            : new Finding("database", $"{data.Database} needs the master key {string.Join(", ", missing.Order(StringComparer.Ordinal))}", "Add it to Keys:File or Keys:Ring again, beside the current one.");
    }

    private static async Task<Finding> MailAsync(DataFolder data, CancellationToken cancellation)
    {
        MailOptions mail = new();
        Composition.BindMail(mail, Settings.Of(data), data);
        return mail.Host.Length == 0 && !Directory.Exists(data.Root)
            ? new Finding("mail", $"no server (Mail:Host): mails will be laid into {mail.PickupFolder}")
            : new Finding("mail", await MailProbe.RunAsync(mail, TimeProvider.System, cancellation));
    }
}
