using System.IO.Compression;
using Headshots.Imaging;
using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Portal;

/// <summary>One file of a download, opened.</summary>
internal sealed record DownloadedFile(string Name, string Rendition, int Width, int Height);

/// <summary>The ZIP of approved headshots.</summary>
internal static class Download
{
    /// <summary>Downloads a campaign's files and opens somebody's; each has to be what the list in the ZIP says.</summary>
    public static async Task<IReadOnlyList<DownloadedFile>> OfAsync(IPage page, Guid campaign, string email)
    {
        await page.GotoAsync($"admin/downloads?campaign={campaign}");
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download ZIP" }).ClickAsync());
        using ZipArchive zip = ZipFile.OpenRead(await download.PathAsync());
        List<DownloadedFile> files = [];
        using StreamReader index = new(zip.GetEntry("index.csv")!.Open());
        string[] columns = (await index.ReadLineAsync())!.Split(',');
        while (await index.ReadLineAsync() is { } line)
        {
            Dictionary<string, string> row = columns.Zip(line.Split(',')).ToDictionary(p => p.First.Trim('"', '\uFEFF'), p => p.Second.Trim('"'), StringComparer.Ordinal);
            if (row["email"] == email)
            {
                files.Add(Open(zip, row));
            }
        }

        return files;
    }

    private static DownloadedFile Open(ZipArchive zip, Dictionary<string, string> row)
    {
        using MemoryStream bytes = new();
        using (Stream entry = zip.GetEntry(row["file"])!.Open())
        {
            entry.CopyTo(bytes);
        }

        using RgbImage picture = PhotoDecoder.Decode(bytes.ToArray()).Value.Pixels;
        Assert.Equal(row["width"], $"{picture.Width}");
        Assert.Equal(row["height"], $"{picture.Height}");
        return new DownloadedFile(row["file"], row["rendition"], picture.Width, picture.Height);
    }
}
