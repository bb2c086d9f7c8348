using System.IO.Compression;
using System.Text;
using Headshots.Core.Privacy.Export;
using Headshots.Core.Shared;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Privacy;

/// <summary>Everything about one person as a ZIP, written while it is made; nothing of it lies on a disk here.</summary>
internal sealed class PersonArchive(IBlobStore blobs, TimeProvider time)
{
    /// <summary>Answers with the archive. No copy stays in a browser's or a proxy's cache.</summary>
    public async Task WriteAsync(HttpResponse response, TenantId tenant, Guid personId, PersonExport export, CancellationToken cancellation)
    {
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = $"attachment; filename=personal-data-{personId:N}.zip";
        response.Headers.CacheControl = "no-store, private";
        await using Stream target = response.BodyWriter.AsStream(leaveOpen: true);
        await using ZipArchive zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (ExportedText text in export.Texts)
        {
            await using Stream written = await OpenAsync(zip, text.Name, CompressionLevel.Optimal, cancellation);
            await written.WriteAsync(Encoding.UTF8.GetBytes(text.Json), cancellation);
        }

        foreach (ExportedFile file in export.Files)
        {
            if (await blobs.OpenAsync(tenant, file.BlobKey, cancellation) is not { } content)
            {
                // Deleted after its time, between the list and here.
                continue;
            }

            await using (content)
            {
                // Pictures are compressed already.
                await using Stream written = await OpenAsync(zip, file.Name, CompressionLevel.NoCompression, cancellation);
                await content.CopyToAsync(written, cancellation);
            }
        }
    }

    private async Task<Stream> OpenAsync(ZipArchive zip, string name, CompressionLevel level, CancellationToken cancellation)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = time.GetUtcNow();
        return await entry.OpenAsync(cancellation);
    }
}
