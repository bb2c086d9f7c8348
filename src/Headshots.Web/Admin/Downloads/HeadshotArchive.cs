using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using Headshots.Core.Headshots;
using Headshots.Core.Shared;

namespace Headshots.Web.Admin.Downloads;

/// <summary>
/// Approved headshots as a ZIP with a CSV index, written while it is made: nothing larger than one picture is held, and nothing
/// lies on a disk.
/// </summary>
internal sealed class HeadshotArchive(IHeadshotStore headshots, IBlobStore blobs)
{
    private static readonly CsvWriterOptions Writing = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public async Task WriteAsync(Stream target, Caller caller, Guid? campaign, IReadOnlySet<string> renditions, string template, CancellationToken cancellation)
    {
        await using ZipArchive zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        FileNames names = new(template);
        using MemoryStream index = new();
        using (CsvWriter csv = CsvWriter.Create(index, Writing, leaveOpen: true))
        {
            csv.WriteRecord(["file", "rendition", "name", "email", "department", "employee_number", "width", "height", "content_type", "approved_at", "score"]);
            await foreach (ApprovedHeadshot headshot in headshots.ApprovedAsync(caller.Tenant, campaign, cancellation))
            {
                foreach (Rendition rendition in headshot.Renditions.Where(r => renditions.Contains(r.Name)))
                {
                    if (await blobs.OpenAsync(caller.Tenant, rendition.BlobKey, cancellation) is not { } content)
                    {
                        // Erased between the list and here.
                        continue;
                    }

                    string name = names.Next(headshot, rendition);
                    await using (content)
                    {
                        // Pictures are compressed already.
                        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                        entry.LastWriteTime = headshot.ApprovedAt;
                        await using Stream written = await entry.OpenAsync(cancellation);
                        await content.CopyToAsync(written, cancellation);
                    }

                    csv.WriteRecord(Line(name, headshot, rendition));
                }
            }
        }

        ZipArchiveEntry list = zip.CreateEntry("index.csv", CompressionLevel.Optimal);
        await using Stream listed = await list.OpenAsync(cancellation);
        index.Position = 0;
        await index.CopyToAsync(listed, cancellation);
    }

    private static string[] Line(string name, ApprovedHeadshot headshot, Rendition rendition) =>
    [
        name, rendition.Name, headshot.PersonName, headshot.PersonEmail, headshot.Department, headshot.ExternalId,
        rendition.Width.ToString(CultureInfo.InvariantCulture), rendition.Height.ToString(CultureInfo.InvariantCulture), rendition.ContentType,
        headshot.ApprovedAt.ToString("O", CultureInfo.InvariantCulture), headshot.Score.ToString("0.#", CultureInfo.InvariantCulture),
    ];
}
