using System.Globalization;
using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio;
using Headshots.Studio.Reports;
using Headshots.TestKit;
using Headshots.Vision.Faces;

namespace Headshots.Validation.Gates;

/// <summary>Hands in the sitter's own skin and masks under the nose, on drawn people of all skins and on the photos.</summary>
internal static class HandsSection
{
    private static readonly (string Name, Func<RgbImage, FaceMesh, RgbImage> Paint)[] _covers =
    [
        ("hand over the mouth", (p, m) => FaceHands.Paint(p, m.Points, HandPlace.OverMouth)),
        ("forearm over the mouth", (p, m) => FaceHands.Paint(p, m.Points, HandPlace.ArmOverMouth)),
        ("hand over one eye", (p, m) => FaceHands.Paint(p, m.Points, HandPlace.OverOneEye)),
        ("white mask under the nose", (p, m) => FaceCovers.Mask(p, m.Points, new(0.8f, 0.82f, 0.83f), underNose: true)),
        ("blue mask under the nose", (p, m) => FaceCovers.Mask(p, m.Points, new(0.35f, 0.6f, 0.75f), underNose: true)),
        ("black mask under the nose", (p, m) => FaceCovers.Mask(p, m.Points, new(0.03f, 0.03f, 0.03f), underNose: true)),
        ("patterned mask under the nose", (p, m) => FaceCovers.Mask(p, m.Points, new(0.7f, 0.1f, 0.12f), new(0.8f, 0.8f, 0.8f), underNose: true)),
        ("skin-coloured mask under the nose", (p, m) => FaceCovers.Mask(p, m.Points, new(0.55f, 0.36f, 0.26f), underNose: true)),
        ("finger on the lips", (p, m) => FaceHands.Paint(p, m.Points, HandPlace.FingerOnLips)),
        ("fist on the chin", (p, m) => FaceHands.Paint(p, m.Points, HandPlace.FistOnChin)),
        ("hand on the cheek", (p, m) => FaceHands.Paint(p, m.Points, HandPlace.OnCheek)),
    ];

    public static void Write(StringBuilder text, PortraitStudio studio)
    {
        text.AppendLine("## Hands, and masks worn under the nose");
        text.AppendLine();
        text.AppendLine("Painted in the sitter's own skin (shaded, with joints, nails and shadow), on twelve people drawn by lot in each skin: how many are refused with `face_covered`, or with `eyes_hidden` or `eyes_closed`, or told `one_eye_hidden`; the first row must be empty. The last three rows leave the mouth to be seen and are not meant to be caught.");
        text.AppendLine();
        text.AppendLine($"| | {string.Join(" | ", GateSitters.Skins.Select(s => s.Name))} |");
        text.AppendLine($"|---|{string.Concat(GateSitters.Skins.Select(_ => "---|"))}");
        string[][] columns = [.. GateSitters.Skins.Select(s => Column(studio, s.Ita))];
        for (int row = 0; row <= _covers.Length; row++)
        {
            text.AppendLine($"| {(row == 0 ? "bare" : _covers[row - 1].Name)} | {string.Join(" | ", columns.Select(c => c[row]))} |");
        }

        text.AppendLine();
        Photos(text, studio);
    }

    private static string[] Column(PortraitStudio studio, float ita)
    {
        SitterRenderer renderer = new();
        SortedDictionary<string, int>[] counts = [.. Enumerable.Range(0, _covers.Length + 1).Select(_ => new SortedDictionary<string, int>(StringComparer.Ordinal))];
        int people = 0;
        foreach (SitterScene scene in GateSitters.Lot(ita))
        {
            using DrawnSitter drawn = renderer.Draw(scene);
            people++;
            Count(counts[0], Said(studio, drawn.Image));
            for (int i = 0; i < _covers.Length; i++)
            {
                using RgbImage covered = _covers[i].Paint(drawn.Image, drawn.Mesh);
                Count(counts[i + 1], Said(studio, covered));
            }
        }

        return [.. counts.Select(c => c.Count == 0 ? $"0 of {people}" : string.Create(
            CultureInfo.InvariantCulture, $"{c[""]} of {people}: {string.Join(", ", c.Where(p => p.Key.Length > 0).Select(p => $"{p.Key} {p.Value}"))}"))];
    }

    /// <summary>Under the empty name, the photos of which anything was said.</summary>
    private static void Count(SortedDictionary<string, int> counts, string[] said)
    {
        foreach (string code in said.Length == 0 ? said : [.. said, ""])
        {
            counts[code] = counts.GetValueOrDefault(code) + 1;
        }
    }

    private static void Photos(StringBuilder text, PortraitStudio studio)
    {
        text.AppendLine("The same on the photos of people:");
        text.AppendLine();
        text.AppendLine($"| photo | bare | {string.Join(" | ", _covers.Select(c => c.Name))} |");
        text.AppendLine($"|---|---|{string.Concat(_covers.Select(_ => "---|"))}");
        foreach (string name in SharedFiles.Names("photos/people"))
        {
            byte[] file = File.ReadAllBytes(SharedFiles.Require($"photos/people/{name}"));
            using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;
            using Inspection bare = studio.Inspect(file);
            List<string> cells = [Told(bare.Report)];
            foreach ((_, Func<RgbImage, FaceMesh, RgbImage> paint) in _covers)
            {
                using RgbImage covered = paint(photo.Pixels, bare.Mesh!);
                cells.Add(string.Join(", ", Said(studio, covered).DefaultIfEmpty("–")));
            }

            text.AppendLine($"| {name[..3]} | {string.Join(" | ", cells)} |");
        }

        text.AppendLine();

        static string Told(PortraitReport report) => string.Join(", ", Relevant(report).DefaultIfEmpty("–"));
    }

    private static string[] Said(PortraitStudio studio, RgbImage photo)
    {
        using Inspection seen = studio.Inspect(PhotoEncoder.Encode(
            photo, new JpegSettings { Quality = 92 }, new OutputMetadata(DigitalSourceTypes.AlgorithmicMedia, "Headshots")));
        return Relevant(seen.Report);
    }

    /// <summary>All reasons, and the warning that an eye is hidden.</summary>
    private static string[] Relevant(PortraitReport report) =>
        [.. report.Reasons.Concat(report.Warnings.Where(w => w.Code == "one_eye_hidden")).Select(r => r.Code)];
}
