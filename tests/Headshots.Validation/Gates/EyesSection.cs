using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Scoring;
using Headshots.TestKit;
using Headshots.Vision.Faces;

namespace Headshots.Validation.Gates;

/// <summary>That the score of the expression tells closed eyes from open ones and not one shape of eyes from another.</summary>
internal static class EyesSection
{
    private static readonly float[] _openings = [0, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.8f, 1, 1.2f];

    public static void Write(StringBuilder text, PortraitStudio studio)
    {
        text.AppendLine("## Eyes of every shape");
        text.AppendLine();
        text.AppendLine("Expression score of drawn people whose lids are 0 (closed) to 1.2 open, by size and slant of their eyes, in very light, tan and dark skin (least of the three). Narrow eyes are drawn at 0.5. A code stands where the photo was refused, in how many skins.");
        text.AppendLine();
        text.AppendLine(FormattableString.Invariant($"| eyes | {string.Join(" | ", _openings.Select(o => FormattableString.Invariant($"{o:0.0}")))} |"));
        text.AppendLine($"|---|{string.Concat(_openings.Select(_ => "---|"))}");
        SitterRenderer renderer = new();
        foreach ((string name, float size, float tilt) in (ReadOnlySpan<(string, float, float)>)
            [("small, slanting down", -1, -1), ("small, slanting up", -1, 1), ("average", 0, 0), ("large, slanting down", 1, -1), ("large, slanting up", 1, 1)])
        {
            List<string> cells = [];
            foreach (float opening in _openings)
            {
                cells.Add(Cell(studio, renderer, size, tilt, opening));
            }

            text.AppendLine($"| {name} | {string.Join(" | ", cells)} |");
        }

        text.AppendLine();
        Photos(text, studio);
    }

    private static string Cell(PortraitStudio studio, SitterRenderer renderer, float size, float tilt, float opening)
    {
        double least = 100;
        int refused = 0;
        foreach (float ita in (ReadOnlySpan<float>)[60, 19, -45])
        {
            SitterScene plain = GateSitters.Scene(ita, HairStyle.Cropped);
            using DrawnSitter drawn = renderer.Draw(plain with
            {
                Identity = plain.Identity with { EyeSize = size, EyeTilt = tilt },
                Expression = new SitterExpression { EyeOpening = opening },
            });
            using Inspection seen = studio.Inspect(PhotoEncoder.Encode(
                drawn.Image, new JpegSettings { Quality = 92 }, new OutputMetadata(DigitalSourceTypes.AlgorithmicMedia, "Headshots")));
            if (seen.Report.Reasons.Count > 0)
            {
                refused++;
            }
            else
            {
                least = Math.Min(least, Expression.Score(seen.Mesh!));
            }
        }

        return refused switch
        {
            0 => FormattableString.Invariant($"{least:0}"),
            3 => "eyes_closed",
            _ => FormattableString.Invariant($"{least:0} (eyes_closed {refused})"),
        };
    }

    private static void Photos(StringBuilder text, PortraitStudio studio)
    {
        text.AppendLine("The photos of people: lids apart by this share of the eye's width (wider eye), the upper lid above the pupil's middle in radii of the iris (mean of both), and the score.");
        text.AppendLine();
        text.AppendLine("| photo | opening over width | above the pupil | expression |");
        text.AppendLine("|---|---|---|---|");
        foreach (string name in SharedFiles.Names("photos/people"))
        {
            using Inspection seen = studio.Inspect(File.ReadAllBytes(SharedFiles.Require($"photos/people/{name}")));
            FaceMesh mesh = seen.Mesh!;
            text.AppendLine(FormattableString.Invariant(
                $"| {name[..3]} | {EyeOpening.Measure(mesh):0.00} | {seen.Report.Face!.EyeOpening:0.00} | {Expression.Score(mesh):0} |"));
        }

        text.AppendLine();
    }
}
