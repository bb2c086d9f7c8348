using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Web.Admin.People.Import;

/// <summary>Lists between upload and import. They lie with the tenant's other files, so that any replica can go on; a day at most.</summary>
internal sealed class ImportFiles(IBlobStore blobs, IIds ids, TimeProvider time)
{
    private const string Folder = PhotoKeys.Imports;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<Guid> KeepAsync(TenantId tenant, Stream content, CancellationToken cancellation)
    {
        await foreach (BlobListing old in blobs.ListAsync(tenant, Folder, cancellation))
        {
            if (old.WrittenAt < time.GetUtcNow() - Kept)
            {
                await blobs.DeleteAsync(tenant, old.Key, cancellation);
            }
        }

        Guid id = ids.New();
        await blobs.PutAsync(tenant, Key(id), content, cancellation);
        return id;
    }

    public async Task<Result<CsvTable>> ReadAsync(TenantId tenant, Guid id, CancellationToken cancellation) =>
        await blobs.ReadAsync(tenant, Key(id), cancellation) is { } bytes ? CsvTable.Read(bytes) : ImportProblems.Gone;

    public Task ForgetAsync(TenantId tenant, Guid id, CancellationToken cancellation) => blobs.DeleteAsync(tenant, Key(id), cancellation);

    private static string Key(Guid id) => $"{Folder}{id:N}.csv";
}
