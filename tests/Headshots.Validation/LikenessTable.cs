using System.Globalization;
using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio;
using Headshots.Studio.Light;
using Headshots.Studio.Reports;
using Headshots.Studio.Scoring;
using Headshots.Studio.Specs;
using Headshots.TestKit;
using Headshots.Vision;
using Headshots.Vision.Faces;

namespace Headshots.Validation;

/// <summary>That headshots still are the person, photo by photo and by class of skin.</summary>
internal static class LikenessTable
{
    private const float Narrower = 0.9f;

    public static string Table()
    {
        using PortraitStudio studio = PortraitStudio.Open();
        using VisionEngine engine = VisionEngine.Load();
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            # Likeness

            Made by `dotnet run --project tests/Headshots.Validation -c Release -- likeness` from `shared/photos/people` and the twelve drawn sitters, with the default spec.

            - ITA: individual typology angle of the face's skin as shot, and its class.
            - drift: mean distance of the 478 points that the network sees in the finished headshot from those it sees in the photo framed likewise, after the best similarity, in percent of the distance between the eyes; levelling and perspective do not count. Above {LikenessBounds.Drift} a warning is given.
            - narrower: the same of the finished headshot against itself made 10 % narrower, for comparison.
            - ΔITA, Δhue: of the skin, degrees, ΔITA in all; bounds 5 (besides a corrected exposure) and 4 (unless a cast was corrected).
            - changed: share of the face's pixels that changed by more than tone.

            | photo | ITA | class | drift | narrower | ΔITA | Δhue | cast | changed | scores: framing, light, contrast, sharpness, pose, expression, edge | overall |
            |---|---|---|---|---|---|---|---|---|---|---|

            """));
        List<(SkinTone Tone, LikenessReport Likeness)> all = [];
        foreach (string name in SharedFiles.Names("photos/people"))
        {
            Row(studio, engine, Path.GetFileNameWithoutExtension(name), File.ReadAllBytes(SharedFiles.Require($"photos/people/{name}")), text, all);
        }

        var renderer = new SitterRenderer();
        foreach (NamedSitter sitter in SitterGallery.All)
        {
            using DrawnSitter drawn = renderer.Draw(sitter.Scene with { Width = 640, Height = 800 });
            byte[] photo = PhotoEncoder.Encode(
                drawn.Image, new JpegSettings { Quality = 95 }, new OutputMetadata(DigitalSourceTypes.AlgorithmicMedia, "Headshots"));
            Row(studio, engine, sitter.Name, photo, text, all);
        }

        text.Append("\n| class | headshots | greatest drift | greatest ΔITA | greatest Δhue without a cast | most changed |\n|---|---|---|---|---|---|\n");
        foreach (IGrouping<SkinTone, (SkinTone Tone, LikenessReport Likeness)> one in all.GroupBy(a => a.Tone).OrderBy(g => g.Key))
        {
            LikenessReport[] reports = [.. one.Select(o => o.Likeness)];
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {one.Key} | {reports.Length} | {reports.Max(r => r.LandmarkDrift):F2} | {reports.Max(r => Math.Abs(r.DeltaIta ?? 0)):F2} | {reports.Where(r => !r.CastCorrected).Select(r => Math.Abs(r.DeltaHue ?? 0)).DefaultIfEmpty().Max():F2} | {reports.Max(r => r.FaceChanged):P1} |\n");
        }

        return text.ToString();
    }

    private static void Row(
        PortraitStudio studio,
        VisionEngine engine,
        string name,
        byte[] photo,
        StringBuilder text,
        List<(SkinTone Tone, LikenessReport Likeness)> all)
    {
        RenderedPortrait result = studio.Render(photo, new PortraitSpec());
        if (result.Report is not { Likeness: { } likeness, Scores: { } scores })
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {result.Report.Status} |\n");
            return;
        }

        double? ita = Ita(studio, photo);
        string tone = ita is { } angle ? SkinTones.Of(angle).ToString() : "–";
        if (ita is { } measured)
        {
            all.Add((SkinTones.Of(measured), likeness));
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {ita:F0} | {tone} | {likeness.LandmarkDrift:F2} | {Narrowed(engine, result.Files[0].Bytes):F2} | {likeness.DeltaIta:F2} | {likeness.DeltaHue:F2} | {(likeness.CastCorrected ? "yes" : "")} | {likeness.FaceChanged:P1} | {scores.Framing:F0}, {scores.Light:F0}, {scores.BackgroundContrast:F0}, {scores.Sharpness:F0}, {scores.Pose:F0}, {scores.Expression:F0}, {scores.Edge:F0} | {scores.Overall:F0} |\n");
    }

    private static double? Ita(PortraitStudio studio, byte[] photo)
    {
        using Inspection seen = studio.Inspect(photo);
        using DecodedPhoto decoded = PhotoDecoder.Decode(photo).Value;
        if (seen.Mesh is null)
        {
            return null;
        }

        using PlanarImage picture = Planes(decoded.Pixels, 1);
        using SkinRegion skin = SkinRegion.Of(picture, seen.Mesh);
        return skin.Tone(picture)?.Ita;
    }

    private static double? Narrowed(VisionEngine engine, ReadOnlyMemory<byte> headshot)
    {
        using DecodedPhoto decoded = PhotoDecoder.Decode(headshot).Value;
        IReadOnlyList<FaceDetection> faces = engine.DetectFaces(decoded.Pixels);
        if (faces.Count == 0 || engine.FitMesh(decoded.Pixels, faces[0]) is not { } mesh)
        {
            return null;
        }

        using PlanarImage whole = Planes(decoded.Pixels, 1);
        using PlanarImage narrow = Planes(decoded.Pixels, Narrower);
        return FaceDrift.Measure(engine, whole, narrow, mesh);
    }

    private static PlanarImage Planes(RgbImage photo, float narrower)
    {
        PlanarImage planes = PlanarImage.Rent((int)(narrower * photo.Width), photo.Height, 3);
        Resampler.Resize(photo, new RectF(0, 0, photo.Width, photo.Height), planes);
        return planes;
    }
}
