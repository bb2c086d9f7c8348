using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio;
using Headshots.Studio.Backgrounds;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Specs;
using Headshots.TestKit;
using Headshots.Vision;

namespace Headshots.Validation.Gates;

/// <summary>How much there is to see behind people when the kit keeps their surroundings, and who is told so.</summary>
internal static class ClutterSection
{
    private static readonly float[] _blurs = [0.1f, 0.3f, 0.6f, 1];

    public static void Write(StringBuilder text)
    {
        text.AppendLine("## Busy surroundings");
        text.AppendLine();
        text.AppendLine($"Mean change of colour of the finished picture's background, ΔE per hundredth of its height, by the kit's blur; `busy` is said above {Clutter.Busy:0.#}. Drawn places in focus (0) and softly out of focus (5, 14 thousandths) in the photo already.");
        text.AppendLine();
        text.AppendLine(FormattableString.Invariant($"| surroundings | {string.Join(" | ", _blurs.Select(b => FormattableString.Invariant($"blur {b:0.0}")))} |"));
        text.AppendLine($"|---|{string.Concat(_blurs.Select(_ => "---|"))}");
        using VisionEngine engine = VisionEngine.Load();
        Examiner examiner = new(engine);
        foreach (string name in SharedFiles.Names("photos/people"))
        {
            Row(text, examiner, name[..3], File.ReadAllBytes(SharedFiles.Require($"photos/people/{name}")));
        }

        SitterRenderer renderer = new();
        foreach (BackdropKind kind in Enum.GetValues<BackdropKind>())
        {
            foreach (float blur in (ReadOnlySpan<float>)[0, 5, 14])
            {
                SitterScene scene = SitterGallery.All[3].Scene with { Width = 600, Height = 750, Backdrop = new SitterBackdrop { Kind = kind, Blur = blur } };
                using DrawnSitter drawn = renderer.Draw(scene);
                Row(text, examiner, FormattableString.Invariant($"{kind}, {blur:0}"), PhotoEncoder.Encode(
                    drawn.Image, new JpegSettings { Quality = 92 }, new OutputMetadata(DigitalSourceTypes.AlgorithmicMedia, "Headshots")));
            }
        }

        text.AppendLine();
    }

    private static void Row(StringBuilder text, Examiner examiner, string name, byte[] file) =>
        text.AppendLine($"| {name} | {string.Join(" | ", _blurs.Select(b => Cell(examiner, file, b)))} |");

    private static string Cell(Examiner examiner, byte[] file, float blur)
    {
        PortraitSpec spec = new() { Background = new BlurredBackground { Blur = blur }, Output = new OutputSpec { Height = 512 } };
        DecodedPhoto photo = PhotoDecoder.Decode(file, new DecodeRequest { MinShortSide = 1200 }).Value;
        StageClock clock = new();
        using Examination seen = examiner.Examine(photo, spec.Framing, clock, CancellationToken.None);
        using RenditionMaker maker = new(seen, spec, KitAssets.None, clock);
        Composition made = maker.HeadshotComposition;
        string[] said = [.. maker.Warnings.Select(w => w.Code).Where(c => c is "busy" or "background_unseen")];
        string value = said.Contains("background_unseen") || Clutter.Measure(made.Picture, made.Alpha) is not { } clutter
            ? ""
            : FormattableString.Invariant($"{clutter:0.0}");
        return string.Join(' ', [value, .. said]).Trim();
    }
}
