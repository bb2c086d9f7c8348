using System.Numerics;
using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Reports;
using Headshots.TestKit;
using Headshots.Vision;
using Headshots.Vision.Faces;

namespace Headshots.Validation.Gates;

/// <summary>Who is refused and why: the same people in the same light in six skins, and the photos, bare and covered.</summary>
internal static class GatesTable
{
    private static readonly (string Name, Func<RgbImage, FaceMesh, RgbImage> Paint)[] _covers =
    [
        ("white mask", (p, m) => FaceCovers.Mask(p, m.Points, new(0.8f, 0.82f, 0.83f))),
        ("blue mask", (p, m) => FaceCovers.Mask(p, m.Points, new(0.35f, 0.6f, 0.75f))),
        ("black mask", (p, m) => FaceCovers.Mask(p, m.Points, new(0.03f, 0.03f, 0.03f))),
        ("patterned mask", (p, m) => FaceCovers.Mask(p, m.Points, new(0.7f, 0.1f, 0.12f), new Vector3(0.8f, 0.8f, 0.8f))),
        ("dark sunglasses", (p, m) => FaceCovers.Sunglasses(p, m.Points, mirrored: false)),
        ("mirrored sunglasses", (p, m) => FaceCovers.Sunglasses(p, m.Points, mirrored: true)),
    ];

    private static readonly (string Name, Func<SitterScene, SitterScene> Change)[] _faces =
    [
        ("as they are", s => s),
        ("clear glasses", s => s with { Outfit = s.Outfit with { Eyewear = Eyewear.Rectangular } }),
        ("full beard", s => s with { Hair = s.Hair with { Facial = FacialHair.Beard } }),
        ("headscarf", s => s with { Outfit = s.Outfit with { Headscarf = new(0.2f, 0.42f, 0.43f) } }),
        ("narrow eyes", s => s with { Expression = new SitterExpression { EyeOpening = 0.5f, Smile = 1 } }),
        ("side light 6:1", s => s with { Light = s.Light with { KeyFillRatio = 6, Azimuth = -70 } }),
        ("half the light", s => s with { Light = s.Light with { Exposure = -0.8f } }),
        ("warm lamps, 3000 K", s => s with { Light = s.Light with { ColourTemperature = 3000 } }),
        ("turned 30°", s => s with { Pose = new HeadPose(30, 0, 0) }),
        ("eyes closed", s => s with { Expression = new SitterExpression { EyeOpening = 0 } }),
        ("eyes closed, glasses", s => s with { Expression = new SitterExpression { EyeOpening = 0 }, Outfit = s.Outfit with { Eyewear = Eyewear.Rectangular } }),
        ("an eighth of the light", s => s with { Light = s.Light with { Exposure = -3.2f } }),
        ("out of focus", s => s with { Sensor = s.Sensor with { Defocus = 9 } }),
        ("shaken", s => s with { Sensor = s.Sensor with { Motion = 15 } }),
    ];

    public static string Table()
    {
        StringBuilder text = new();
        text.AppendLine("# Quality gates");
        text.AppendLine();
        text.AppendLine("Made with `dotnet run --project tests/Headshots.Validation -c Release -- gates`.");
        text.AppendLine();
        using PortraitStudio studio = PortraitStudio.Open();
        Drawn(text, studio);
        People(text, studio);
        HandsSection.Write(text, studio);
        EyesSection.Write(text, studio);
        ClutterSection.Write(text);
        Rejects(text, studio);
        return text.ToString();
    }

    private static void Drawn(StringBuilder text, PortraitStudio studio)
    {
        text.AppendLine("## Drawn people by skin");
        text.AppendLine();
        text.AppendLine("Two people (cropped hair, bob), each in six skins (ITA in degrees) in the same light. Refused of drawn, with the reasons given. The first nine rows must not be refused, the others should be.");
        text.AppendLine();
        text.AppendLine($"| | {string.Join(" | ", GateSitters.Skins.Select(s => s.Name))} |");
        text.AppendLine($"|---|{string.Concat(GateSitters.Skins.Select(_ => "---|"))}");
        SitterRenderer renderer = new();
        foreach ((string name, Func<SitterScene, SitterScene> change) in _faces)
        {
            text.AppendLine($"| {name} | {string.Join(" | ", GateSitters.Skins.Select(s => Count(s.Ita, change, null)))} |");
        }

        foreach ((string name, Func<RgbImage, FaceMesh, RgbImage> paint) in _covers)
        {
            text.AppendLine($"| {name} | {string.Join(" | ", GateSitters.Skins.Select(s => Count(s.Ita, x => x, paint)))} |");
        }

        text.AppendLine();

        GateCounts Count(float ita, Func<SitterScene, SitterScene> change, Func<RgbImage, FaceMesh, RgbImage>? paint)
        {
            GateCounts counts = new();
            foreach (HairStyle hair in (HairStyle[])[HairStyle.Cropped, HairStyle.Bob])
            {
                using DrawnSitter drawn = renderer.Draw(change(GateSitters.Scene(ita, hair)));
                using RgbImage? painted = paint?.Invoke(drawn.Image, drawn.Mesh);
                counts.Add(studio, painted ?? drawn.Image);
            }

            return counts;
        }
    }

    private static void People(StringBuilder text, PortraitStudio studio)
    {
        text.AppendLine("## Photos of people, bare and covered");
        text.AppendLine();
        text.AppendLine("\"Unlike skin\" is the share of the bare photo's nose, lips, lower face and better seen eye whose colour is not the sitter's skin's: a face counts as covered above 0.75, 0.72 and 0.75, eyes as hidden above 0.93.");
        text.AppendLine();
        using VisionEngine engine = VisionEngine.Load();
        text.AppendLine($"| photo | unlike skin | bare | {string.Join(" | ", _covers.Select(c => c.Name))} |");
        text.AppendLine($"|---|---|---|{string.Concat(_covers.Select(_ => "---|"))}");
        foreach (string name in SharedFiles.Names("photos/people"))
        {
            byte[] file = File.ReadAllBytes(SharedFiles.Require($"photos/people/{name}"));
            using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;
            using Inspection bare = studio.Inspect(file);
            List<string> cells = [Evidence(engine, photo.Pixels), Codes(bare.Report)];
            foreach ((_, Func<RgbImage, FaceMesh, RgbImage> paint) in _covers)
            {
                using RgbImage covered = paint(photo.Pixels, bare.Mesh!);
                using Inspection seen = studio.Inspect(PhotoEncoder.Encode(
                    covered, new JpegSettings { Quality = 92 }, new OutputMetadata(DigitalSourceTypes.DigitalCapture, "Headshots")));
                cells.Add(Codes(seen.Report));
            }

            text.AppendLine($"| {name[..3]} | {string.Join(" | ", cells)} |");
        }

        text.AppendLine();
    }

    private static string Evidence(VisionEngine engine, RgbImage photo)
    {
        FaceMesh mesh = engine.FitMesh(photo, engine.DetectFaces(photo)[0])!;
        using FacePatch patch = FacePatch.Cut(photo, mesh, HeadGeometry.FromMesh(mesh, levelling: 1));
        CoverEvidence seen = CoverEvidence.Of(patch, mesh);
        return FormattableString.Invariant(
            $"{seen.Nose:0.00}, {seen.Lips:0.00}, {seen.LowerFace:0.00}, {Math.Min(seen.LeftEye, seen.RightEye):0.00}");
    }

    private static void Rejects(StringBuilder text, PortraitStudio studio)
    {
        text.AppendLine("## Photos that should be refused");
        text.AppendLine();
        text.AppendLine("| photo | expected, one of | reasons | warnings |");
        text.AppendLine("|---|---|---|---|");
        Dictionary<string, string> expected = File.ReadLines(SharedFiles.Require("photos/expect.tsv"))
            .Select(line => line.Split('\t'))
            .ToDictionary(fields => fields[0], fields => fields[1].Replace("|", ", ", StringComparison.Ordinal), StringComparer.Ordinal);
        foreach (string name in SharedFiles.Names("photos/reject"))
        {
            using Inspection seen = studio.Inspect(File.ReadAllBytes(SharedFiles.Require($"photos/reject/{name}")));
            text.AppendLine(
                $"| {name} | {expected[$"reject/{name}"]} | {Codes(seen.Report)} | {string.Join(", ", seen.Report.Warnings.Select(w => w.Code))} |");
        }
    }

    private static string Codes(PortraitReport report) =>
        report.Reasons.Count == 0 ? "–" : string.Join(", ", report.Reasons.Select(r => r.Code));
}
