using Headshots.App.CommandLine;
using Headshots.App.Hosting;
using Headshots.App.Keys;
using Headshots.App.Tenants;
using Headshots.Core.Audit;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Shared;
using Headshots.Core.Signing;
using Headshots.Core.Tenants;

namespace Headshots.App.Privacy;

/// <summary>What commands ask of the audit trail and of receipts. Apart from the commands, so that others do not load it.</summary>
internal static class PrivacyCommands
{
    public static async Task<int> VerifyAuditAsync(DataFolder data, Guid? only, FileInfo? kept, Terminal terminal, CancellationToken cancellation)
    {
        if (!File.Exists(data.Database))
        {
            terminal.Error.WriteLine($"headshots: there is no database in {data.Root}. Name the folder with --data.");
            return ExitCode.Usage;
        }

        if (kept is { Exists: false })
        {
            terminal.Error.WriteLine($"headshots: there is no file {kept.FullName}.");
            return ExitCode.Usage;
        }

        IReadOnlyList<AuditAnchor> anchors = kept is null ? [] : AuditAnchor.Find(await File.ReadAllTextAsync(kept.FullName, cancellation));
        await using ServiceProvider services = await BusinessCommands.OpenAsync(data, cancellation);
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        TenantId[] all = [.. (await scope.ServiceProvider.GetRequiredService<ITenantStore>().AllAsync(cancellation)).Where(t => only is null || t.Value == only)];
        if (all.Length == 0)
        {
            terminal.Error.WriteLine(only is null ? "headshots: there is no company yet." : $"headshots: there is no company {only:N} here.");
            return ExitCode.Usage;
        }

        bool whole = true;
        foreach (TenantId tenant in all)
        {
            whole &= Tell(terminal, tenant, anchors.Count(a => a.Tenant == tenant), await scope.ServiceProvider.GetRequiredService<VerifyAudit>().HandleAsync(tenant, anchors, cancellation));
        }

        foreach (TenantId gone in anchors.Select(a => a.Tenant).Distinct().Where(t => only is null && !all.Contains(t)))
        {
            terminal.Error.WriteLine($"{gone}: there are anchors of this company, and the company is not there any more.");
        }

        return whole ? ExitCode.Success : ExitCode.Fault;
    }

    public static async Task<int> VerifyReceiptAsync(DataFolder data, FileInfo file, FileInfo? published, Terminal terminal, CancellationToken cancellation)
    {
        if (!file.Exists || published is { Exists: false })
        {
            terminal.Error.WriteLine($"headshots: there is no file {(file.Exists ? published!.FullName : file.FullName)}.");
            return ExitCode.Usage;
        }

        IReadOnlyList<VerificationKey>? keys = published is null ? [OwnKey(data)] : VerificationKey.ReadSet(await File.ReadAllTextAsync(published.FullName, cancellation));
        if (keys is null or [])
        {
            terminal.Error.WriteLine($"headshots: {published?.FullName} holds no public keys. Download /.well-known/headshots-keys.json from the portal.");
            return ExitCode.Usage;
        }

        if (ReceiptDocument.Read(await File.ReadAllTextAsync(file.FullName, cancellation)) is not { } document)
        {
            terminal.Error.WriteLine($"headshots: {file.FullName} is no receipt of deletion.");
            return ExitCode.Fault;
        }

        if (!keys.Any(document.IsSignedBy))
        {
            terminal.Error.WriteLine("headshots: this receipt was not signed by this installation, or was changed since.");
            return ExitCode.Fault;
        }

        ReceiptContent receipt = document.Receipt;
        terminal.Out.WriteLine($"Genuine. {Printable.Line(receipt.Company)} deleted {(receipt.WholePerson ? "everything about the person" : "all photos of the person")} {receipt.Person:N} on {receipt.DeletedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC:");
        terminal.Out.WriteLine($"{receipt.Deleted.Photos} photos and {receipt.Deleted.Headshots} headshots in {receipt.Deleted.Files} files, {receipt.Deleted.Submissions} submissions, {receipt.Deleted.Reviews} reviews. Receipt {receipt.Id:N}, key {document.Key}.");
        return ExitCode.Success;
    }

    private static VerificationKey OwnKey(DataFolder data)
    {
        ServiceCollection services = new();
        services.AddSingleton(data);
        services.AddSingleton(TimeProvider.System);
        services.AddKeys();
        using ServiceProvider provider = services.BuildServiceProvider();
        return File.Exists(provider.GetRequiredService<SealedFiles>().PathOf(FileSigningKey.Name))
            ? provider.GetRequiredService<ISigningKey>().Public
            : throw new InvalidDataException($"There is no signing key in {data.Keys}. Name the data folder with --data, or the portal's public keys with --keys.");
    }

    private static bool Tell(Terminal terminal, TenantId tenant, int anchors, AuditVerdict verdict)
    {
        string erased = verdict.Erased > 0 ? $", {verdict.Erased} without their words, of people who were erased" : string.Empty;
        string held = anchors > 0 ? $", {anchors} anchors hold" : string.Empty;
        if (verdict.Break is { } broken)
        {
            terminal.Error.WriteLine($"{tenant}: BROKEN at entry {broken.Sequence}{(broken.Id is { } id ? $" ({id:N})" : string.Empty)}: {broken.What}. {verdict.Entries} entries before it are as they were written.");
            return false;
        }

        terminal.Out.WriteLine($"{tenant}: whole, {verdict.Entries} entries{erased}{held}");
        if (verdict.Anchor is { } anchor)
        {
            terminal.Out.WriteLine(anchor);
        }

        return true;
    }
}
