using Headshots.App.Keys;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.EndToEnd.Tests.Privacy;

/// <summary>Everything in a data folder: each file as it lies there, and whatever can be decrypted with all the keys there are.</summary>
internal sealed class DataSearch(string folder, IServiceProvider services)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Files by what they are called in messages.</summary>
    public async Task<IReadOnlyList<(string Name, byte[] Bytes)>> AllAsync()
    {
        List<(string Name, byte[] Bytes)> all = [];
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Read(file) is { } bytes)
            {
                all.Add((Path.GetRelativePath(folder, file), bytes));
                if (KeyEnvelope.KeyOf(bytes) is not null)
                {
                    string name = Path.GetRelativePath(Path.Combine(folder, "keys"), file)[..^".sealed".Length];
                    all.Add(($"{file}, opened", services.GetRequiredService<SealedFiles>().Read(name)));
                }
            }
        }

        all.AddRange((await BlobsAsync()).Select(b => ($"{b.Key}, decrypted", b.Bytes)));
        return all;
    }

    public async Task<IReadOnlyList<(string Key, byte[] Bytes)>> BlobsAsync()
    {
        List<(string Key, byte[] Bytes)> blobs = [];
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        IBlobStore store = scope.ServiceProvider.GetRequiredService<IBlobStore>();
        foreach (TenantId tenant in await scope.ServiceProvider.GetRequiredService<ITenantStore>().AllAsync(Cancellation))
        {
            await foreach (BlobListing listing in store.ListAsync(tenant, string.Empty, Cancellation))
            {
                if (await store.ReadAsync(tenant, listing.Key, Cancellation) is { } bytes)
                {
                    blobs.Add((listing.Key, bytes));
                }
            }
        }

        return blobs;
    }

    public async Task<IReadOnlyList<string>> WhereAsync(Sought sought) =>
        [.. (await AllAsync()).SelectMany(f => sought.In(f.Bytes).Select(form => $"{f.Name}: {form}"))];

    /// <summary>Distinctive pieces of a photo, 32 bytes each: from behind its head, which many have, and of enough variety.</summary>
    public static IReadOnlyList<byte[]> Windows(byte[] photo)
    {
        int head = photo.Length / 4;
        return
        [
            .. Enumerable.Range(0, 64).Select(i => photo.AsSpan(head + (int)((long)i * (photo.Length - head - 32) / 64), 32).ToArray()).Where(w => w.Distinct().Count() > 20),
        ];
    }

    /// <summary>Null when it is gone by now; a database that is in use can be read beside.</summary>
    private static byte[]? Read(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using MemoryStream bytes = new();
            file.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
