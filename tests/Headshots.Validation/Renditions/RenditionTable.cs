using System.Globalization;
using System.Text;
using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;
using Headshots.TestKit;

namespace Headshots.Validation.Renditions;

/// <summary>How large the files of every destination become, and whether they keep within what the destination takes.</summary>
internal static class RenditionTable
{
    private const string Folder = "photos/people";

    private static readonly RenditionSpec[] _web =
    [
        .. ((string[])["webSquare", "webPortrait"]).SelectMany(size => ((string[])["webp", "avif"]).Select(
            format => new RenditionSpec { For = size, Format = format })),
    ];

    public static string Table()
    {
        PortraitSpec spec = new()
        {
            Background = new RadialBackground(),
            Output = new OutputSpec { Renditions = [.. Destination.All.Select(d => new RenditionSpec { For = d.Name }), .. _web] },
        };
        Dictionary<string, List<RenditionReport>> made = new(StringComparer.Ordinal);
        Dictionary<string, int> warned = new(StringComparer.Ordinal);
        int photos = 0;
        using PortraitStudio studio = PortraitStudio.Open();
        foreach (string name in SharedFiles.Names(Folder))
        {
            PortraitReport report = studio.Render(File.ReadAllBytes(SharedFiles.Require($"{Folder}/{name}")), spec).Report;
            photos += report.Status == PortraitStatus.Rendered ? 1 : 0;
            foreach (RenditionReport rendition in report.Renditions)
            {
                made.TryAdd(rendition.File, []);
                made[rendition.File].Add(rendition);
            }

            foreach (string code in report.Warnings.Select(w => w.Code).Where(c => c is "enlarged_print" or "budget_too_small"))
            {
                warned[code] = warned.GetValueOrDefault(code) + 1;
            }

            PixelPool.Trim();
        }

        return Write(made, warned, photos);
    }

    private static string Write(Dictionary<string, List<RenditionReport>> made, Dictionary<string, int> warned, int photos)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Sizes of renditions

            Made by `dotnet run --project tests/Headshots.Validation -c Release -- renditions`: every destination, and the web sizes in WebP and AVIF as well, of the {photos} photos in `shared/photos/people` that render. Bytes in kB of 1,000; the goal is that no file exceeds its limit.

            - effective: how many of the photo's own pixels span the picture's width, at least and at most.

            | file | pixels | limit | least | median | most | within | effective |
            |---|---|---|---|---|---|---|---|

            """);
        foreach ((string file, List<RenditionReport> all) in made)
        {
            int[] bytes = [.. all.Select(r => r.Bytes).Order()];
            int? limit = file.EndsWith(".jpg", StringComparison.Ordinal) ? Destination.Find(all[0].Name)?.MaxBytes : null;
            string within = limit is { } most ? $"{bytes.Count(b => b <= most)} of {bytes.Length}" : "–";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Path.GetFileName(file)} | {all[0].Width} × {all[0].Height} | {Kilobytes(limit)} | {Kilobytes(bytes[0])} | {Kilobytes(bytes[bytes.Length / 2])} | {Kilobytes(bytes[^1])} | {within} | {all.Min(r => r.EffectiveWidth)} – {all.Max(r => r.EffectiveWidth)} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"""

            Prints that the photo has too few pixels for (warning `enlarged_print`): {warned.GetValueOrDefault("enlarged_print")}. Renditions left out because no file fits (`budget_too_small`): {warned.GetValueOrDefault("budget_too_small")}.

            """);
        return text.ToString();
    }

    private static string Kilobytes(int? bytes) => bytes is { } b ? (b / 1000.0).ToString("0.0", CultureInfo.InvariantCulture) : "–";
}
