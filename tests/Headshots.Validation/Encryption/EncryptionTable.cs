using System.Diagnostics;
using System.Globalization;
using System.Text;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;
using Headshots.Storage.Disk;
using Headshots.Storage.Encryption;
using Headshots.TestKit.Secrets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Headshots.Validation.Encryption;

/// <summary>What encrypting files costs: writing and reading whole files with and without, on a disk, alternating so that both see the same machine.</summary>
internal static class EncryptionTable
{
    private static readonly TenantId _tenant = new(Guid.Parse("11111111-1111-7111-8111-111111111111"));

    private static readonly (string What, int Bytes, int Rounds)[] _files =
        [("a rendition", 100_000, 400), ("a headshot", 600_000, 200), ("a selfie", 3_500_000, 80), ("the largest photo", 25 * 1024 * 1024, 16)];

    public static async Task<string> TableAsync()
    {
        string folder = Directory.CreateTempSubdirectory("headshots-encryption-").FullName;
        try
        {
            DiskBlobStore disk = new(new DiskBlobOptions { Root = folder }, TimeProvider.System, NullLogger<DiskBlobStore>.Instance);
            EncryptedBlobStore encrypted = new(disk, new TenantKeys(new TestMasterKeys(), new MemoryTenantKeyStore(), new TimeOrderedIds(TimeProvider.System), TimeProvider.System));
            StringBuilder text = new();
            text.AppendLine("# What encrypting files costs\n");
            text.AppendLine("`dotnet run --project tests/Headshots.Validation -c Release -- encryption`\n");
            text.AppendLine(CultureInfo.InvariantCulture, $"Medians of single-threaded runs on {Environment.ProcessorCount} processors, the plain and the encrypted store by turns. Writing pushes the file through to the disk; reading checks the file's checksum first, as the program does. Milliseconds. {Circumstances()}\n");
            text.AppendLine("| file | write plain | encrypted | ratio | read plain | encrypted | ratio |");
            text.AppendLine("|---|---:|---:|---:|---:|---:|---:|");
            foreach ((string what, int bytes, int rounds) in _files)
            {
                await RowAsync(text, what, bytes, rounds, disk, encrypted);
            }

            return text.ToString();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Numbers of a machine that does other things are worth less; ratios suffer least, since both stores suffer alike.</summary>
    private static string Circumstances()
    {
#if DEBUG
        const string Build = "A debug build";
#else
        const string Build = "A release build";
#endif
        return OperatingSystem.IsLinux() ? $"{Build}; programs that wanted a processor meanwhile, on average of the last minute: {File.ReadAllText("/proc/loadavg").Split(' ')[0]}." : $"{Build}.";
    }

    private static async Task RowAsync(StringBuilder text, string what, int bytes, int rounds, IBlobStore plain, IBlobStore encrypted)
    {
        byte[] content = new byte[bytes];
        new Random(7).NextBytes(content);
        List<double>[] times = [[], [], [], []];
        for (int round = 0; round < rounds + 3; round++)
        {
            double[] taken =
            [
                await TimeAsync(() => WriteAsync(plain, "a/plain", content)), await TimeAsync(() => WriteAsync(encrypted, "a/encrypted", content)),
                await TimeAsync(() => ReadAsync(plain, "a/plain")), await TimeAsync(() => ReadAsync(encrypted, "a/encrypted")),
            ];
            for (int i = 0; i < taken.Length && round >= 3; i++)
            {
                times[i].Add(taken[i]);
            }
        }

        double[] median = [.. times.Select(t => t.Order().ElementAt(t.Count / 2))];
        text.AppendLine(CultureInfo.InvariantCulture, $"| {what}, {bytes / 1000:N0} kB | {median[0]:F2} | {median[1]:F2} | {median[1] / median[0]:F2} | {median[2]:F2} | {median[3]:F2} | {median[3] / median[2]:F2} |");
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task WriteAsync(IBlobStore store, string key, byte[] content)
    {
        using MemoryStream stream = new(content, writable: false);
        _ = await store.PutAsync(_tenant, key, stream, CancellationToken.None);
    }

    private static async Task ReadAsync(IBlobStore store, string key)
    {
        await using Stream content = (await store.OpenAsync(_tenant, key, CancellationToken.None))!;
        await content.CopyToAsync(Stream.Null);
    }
}
