using Headshots.App.Photos;
using Headshots.Imaging;

namespace Headshots.App.Render.Sheets;

/// <summary>The files of a contact sheet: the one that was named, then <c>NAME-2</c>, <c>NAME-3</c> … beside it.</summary>
internal static class SheetFiles
{
    private static readonly OutputMetadata _metadata = OutputMetadata.OfHeadshots(DigitalSourceTypes.AlgorithmicallyEnhanced);

    /// <summary>Whether a sheet can be written there, before any work is done.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? Problem(string path, IReadOnlyList<PhotoSource> photos)
    {
        if (Settings(path) is null)
        {
            return $"--sheet {path}: the name of a .jpg, .png or .webp file is expected.";
        }

        if (Directory.Exists(path))
        {
            return $"--sheet {path} is a folder; the name of a file is expected.";
        }

        if (photos.Any(p => RealPath.AreSame(p.Given, path)))
        {
            return $"--sheet {path} is one of the photos; the sheet needs a file of its own.";
        }

        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return folder is null ? null : OutputFolder.Prepare(folder);
    }

    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<RenderedPhoto> photos)
    {
        int pages = 0;
        foreach (RenderedPhoto[] rows in photos.Chunk(ContactSheet.RowsPerPage))
        {
            using RgbImage page = ContactSheet.Draw(rows);
            WholeFile.Write(PageName(path, ++pages), PhotoEncoder.Encode(page, Settings(path)!, _metadata));
        }

        // Pages of an earlier, longer batch would pass for this one's.
        for (int left = pages + 1; File.Exists(PageName(path, left)); left++)
        {
            File.Delete(PageName(path, left));
        }
    }

    private static string PageName(string path, int page) => page == 1
        ? path
        : Path.Combine(
            Path.GetDirectoryName(path) ?? string.Empty, $"{Path.GetFileNameWithoutExtension(path)}-{page}{Path.GetExtension(path)}");

    private static EncodeSettings? Settings(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JPG" or ".JPEG" => new JpegSettings { Quality = 90 },
        ".PNG" => new PngSettings(),
        ".WEBP" => new WebpSettings(),
        _ => null,
    };
}
