using Headshots.Core.Headshots;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Core.Privacy;

/// <summary>
/// Deletes files below <see cref="PhotoKeys.People"/> that no row speaks of: what a process that was killed between writing a
/// file and writing its row left behind.
/// </summary>
public sealed class SweepOrphans(ISubmissionStore submissions, IHeadshotStore headshots, IRenderJobStore jobs, IBlobStore blobs, TimeProvider time)
{
    /// <summary>Younger files may belong to a row that is only being written.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <param name="tenant">Whose files.</param>
    /// <param name="grace">Age below which a file is left alone; <see cref="Grace"/> unless nobody is writing.</param>
    /// <param name="cancellation">Stops between files.</param>
    /// <returns>How many files were deleted.</returns>
    public async Task<int> HandleAsync(TenantId tenant, TimeSpan grace, CancellationToken cancellation)
    {
        DateTimeOffset before = time.GetUtcNow() - grace;
        Dictionary<Guid, List<string>> old = [];
        int deleted = 0;
        await foreach (BlobListing file in blobs.ListAsync(tenant, PhotoKeys.People, cancellation))
        {
            if (file.WrittenAt > before)
            {
                continue;
            }

            if (PersonOf(file.Key) is { } person)
            {
                (old.TryGetValue(person, out List<string>? keys) ? keys : old[person] = []).Add(file.Key);
            }
            else
            {
                await blobs.DeleteAsync(tenant, file.Key, cancellation);
                deleted++;
            }
        }

        foreach ((Guid person, List<string> keys) in old)
        {
            HashSet<string> wanted = await WantedAsync(tenant, person, cancellation);
            string[] beingWritten = await BeingWrittenAsync(tenant, person, cancellation);
            foreach (string key in keys.Where(k => !wanted.Contains(k) && !beingWritten.Any(p => k.StartsWith(p, StringComparison.Ordinal))))
            {
                await blobs.DeleteAsync(tenant, key, cancellation);
                deleted++;
            }
        }

        return deleted;
    }

    private static Guid? PersonOf(string key)
    {
        string[] parts = key.Split('/');
        return parts.Length > 2 && Guid.TryParseExact(parts[1], "N", out Guid id) ? id : null;
    }

    private async Task<HashSet<string>> WantedAsync(TenantId tenant, Guid person, CancellationToken cancellation) =>
    [
        .. (await submissions.OfPersonAsync(tenant, person, cancellation)).SelectMany(s => s.Selfies).Select(s => s.BlobKey),
        .. (await headshots.OfPersonAsync(tenant, person, cancellation))
            .SelectMany(h => h.Files).Select(r => r.BlobKey),
    ];

    private async Task<string[]> BeingWrittenAsync(TenantId tenant, Guid person, CancellationToken cancellation) =>
    [
        .. (await jobs.OfPersonAsync(tenant, person, cancellation))
            .Where(j => j.State == RenderJobState.Leased)
            .Select(j => PhotoKeys.Renders(person, j.Id, j.Attempts)),
    ];
}
