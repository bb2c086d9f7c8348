using System.Globalization;
using System.Numerics;
using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Kits;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;
using Headshots.TestKit;
using Headshots.Vision;
using Headshots.Vision.Faces;

namespace Headshots.Validation.Framing;

/// <summary>How near the frames come to what is asked, and what photos without room cost.</summary>
internal static class FramingTable
{
    private static readonly float[] _faceHeights = [0.50f, 0.62f, 0.75f];

    private static readonly (string Name, HairStyle Hair, HeadPose Pose)[] _poses =
    [
        ("frontal", HairStyle.Cropped, default),
        ("bald", HairStyle.Bald, default),
        ("afro", HairStyle.Afro, default),
        ("bun", HairStyle.Bun, default),
        ("turned 20° right", HairStyle.Cropped, new HeadPose(20, 0, 0)),
        ("turned 35° left", HairStyle.Bob, new HeadPose(-35, 0, 0)),
        ("looking up 12°", HairStyle.Cropped, new HeadPose(0, 12, 0)),
        ("looking down 12°", HairStyle.Cropped, new HeadPose(0, -12, 0)),
        ("leaning 10°", HairStyle.Cropped, new HeadPose(0, 0, 10)),
        ("leaning −18°", HairStyle.Bob, new HeadPose(0, 0, -18)),
    ];

    public static string Table()
    {
        StringBuilder text = new();
        text.AppendLine("# Framing");
        text.AppendLine();
        text.AppendLine("Made with `dotnet run --project tests/Headshots.Validation -c Release -- framing`.");
        text.AppendLine();
        WithRoom(text);
        WithoutRoom(text);
        return text.ToString();
    }

    private static void WithRoom(StringBuilder text)
    {
        text.AppendLine("## Photos with room");
        text.AppendLine();
        text.AppendLine("Drawn people with room on all sides, in the four aspects and at face heights of 0.50, 0.62 and 0.75 (eye line 0.44, look-room 0.03, perspective as shot): twelve frames each. The errors are differences, in hundredths of the frame's height (offset: width), between what is asked and where the drawing's own crown, chin and irises lie in the frame; \"report\" is the largest difference between what is asked and what the report says.");
        text.AppendLine();
        text.AppendLine("| sitter | face height: mean | worst | eye line: mean | worst | centre offset: mean | worst | report: worst |");
        text.AppendLine("|---|---|---|---|---|---|---|---|");
        using VisionEngine engine = VisionEngine.Load();
        foreach ((string name, HairStyle hair, HeadPose pose) in _poses)
        {
            using DrawnSitter drawn = Draw(hair, pose);
            using Examination seen = Examine(engine, drawn);
            TrueHead truth = TrueHead.Of(drawn);
            List<(float FaceHeight, float EyeLine, float Offset, float Report)> errors = [];
            foreach (string aspect in FramingSpec.Aspects.Keys)
            {
                foreach (float faceHeight in _faceHeights)
                {
                    FramingSpec spec = new() { Aspect = aspect, FaceHeight = faceHeight, EyeLine = 0.44f };
                    AskedFraming asked = AskedFraming.Of(spec, (float)seen.Face!.Yaw);
                    Frame frame = FrameSolver.Solve(seen.Heads, asked, spec.AspectRatio, seen.Mask, seen.Content);
                    (float height, float line, float offset) = truth.In(frame);
                    float report = Math.Max(
                        Math.Abs(frame.FaceHeight - asked.FaceHeight),
                        Math.Max(Math.Abs(frame.EyeLine - asked.EyeLine), Math.Abs(frame.CentreOffset - asked.CentreOffset)));
                    errors.Add((
                        Math.Abs(height - asked.FaceHeight), Math.Abs(line - asked.EyeLine), Math.Abs(offset - asked.CentreOffset), report));
                }
            }

            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {name} | {100 * errors.Average(e => e.FaceHeight):0.00} | {100 * errors.Max(e => e.FaceHeight):0.00} | {100 * errors.Average(e => e.EyeLine):0.00} | {100 * errors.Max(e => e.EyeLine):0.00} | {100 * errors.Average(e => e.Offset):0.00} | {100 * errors.Max(e => e.Offset):0.00} | {100 * errors.Max(e => e.Report):0.00} |");
        }

        text.AppendLine();
    }

    private static void WithoutRoom(StringBuilder text)
    {
        text.AppendLine("## Photos without room");
        text.AppendLine();
        text.AppendLine("The shared photos of people in the three kits; asked → given. \"Carried on\" is how far the frame reaches beyond the photo where it cuts the person, as shares of the frame's height.");
        text.AppendLine();
        text.AppendLine("| photo | kit | face height | eye line | centre offset | carried on left, above, right, below |");
        text.AppendLine("|---|---|---|---|---|---|");
        using PortraitStudio studio = PortraitStudio.Open();
        foreach (string name in SharedFiles.Names("photos/people"))
        {
            byte[] photo = File.ReadAllBytes(SharedFiles.Require($"photos/people/{name}"));
            foreach (string kit in (string[])["studio-grey", "deep-blue", "clean-white"])
            {
                PortraitSpec spec = ReadyKits.Get(kit);
                RenderedPortrait made = studio.Render(photo, spec with { Output = new OutputSpec { Height = 256 } });
                if (made.Report.Framing is not { Requested: { } asked } framing)
                {
                    continue;
                }

                ExtensionReport? on = framing.Extended;
                string carried = on is null ? "" : FormattableString.Invariant($"{on.Left:0.00}, {on.Top:0.00}, {on.Right:0.00}, {on.Bottom:0.00}");
                text.AppendLine(CultureInfo.InvariantCulture,
                    $"| {name[..3]} | {kit} | {asked.FaceHeight:0.00} → {framing.FaceHeight:0.00} | {asked.EyeLine:0.00} → {framing.EyeLine:0.00} | {asked.CentreOffset:0.00} → {framing.CentreOffset:0.00} | {carried} |");
            }
        }
    }

    private static DrawnSitter Draw(HairStyle hair, HeadPose pose) => new SitterRenderer().Draw(new SitterScene
    {
        Width = 576,
        Height = 720,
        Camera = new SitterCamera
        {
            DistanceCm = 120,
            FocalLength35 = SitterCamera.FocalFor(0.105f, 120, 576, 720),
            EyesAt = new Vector2(0.5f, 0.42f),
        },
        Pose = pose,
        Hair = new SitterHair { Style = hair, Colour = HairColours.DarkBrown, Flyaway = 0 },
    });

    private static Examination Examine(VisionEngine engine, DrawnSitter drawn)
    {
        byte[] file = PhotoEncoder.Encode(
            drawn.Image, new JpegSettings { Quality = 95 }, new OutputMetadata(DigitalSourceTypes.AlgorithmicMedia, "Headshots"));
        return new Examiner(engine).Examine(
            PhotoDecoder.Decode(file).Value, new FramingSpec { Perspective = 0 }, new StageClock(), CancellationToken.None);
    }
}
