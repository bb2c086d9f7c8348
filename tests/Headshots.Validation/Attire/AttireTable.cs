using System.Globalization;
using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Specs;
using Headshots.TestKit;
using Headshots.Vision;

namespace Headshots.Validation.Attire;

/// <summary>Clothes dyed and garments laid on, of photos and of drawn people whose cloth is known.</summary>
internal static class AttireTable
{
    private const int Side = 1024;

    /// <summary>Renders of each kind that are timed; the median counts.</summary>
    private const int Rounds = 3;

    private static readonly string[] _colours = ["#1F3A5F", "#7A1F2B", "#111111", "#F2F2F2"];

    private static readonly OutputMetadata _metadata = new(DigitalSourceTypes.AlgorithmicMedia, "Headshots");

    public static string Table()
    {
        using VisionEngine engine = VisionEngine.Load();
        var text = new StringBuilder("""
            # Attire

            Made by `dotnet run --project tests/Headshots.Validation -c Release -- attire` from `shared/photos/people` and the twelve drawn sitters, framed by default at 1024².


            """);
        (string Name, byte[] File)[] photos =
        [
            .. SharedFiles.Names("photos/people").Select(n => (Path.GetFileNameWithoutExtension(n), File.ReadAllBytes(SharedFiles.Require($"photos/people/{n}")))),
        ];
        SitterRenderer renderer = new();
        (string Name, byte[] File)[] sitters = [.. SitterGallery.All.Select(s => (s.Name, Drawn(renderer, s.Scene)))];
        RecolourRows.Append(renderer, text, _colours);
        Dyed(engine, photos, text);
        Overlays(engine, [.. photos, .. sitters], text);
        return text.ToString();
    }

    private static byte[] Drawn(SitterRenderer renderer, SitterScene scene)
    {
        using DrawnSitter drawn = renderer.Draw(scene with { Width = 960, Height = 1200 });
        return PhotoEncoder.Encode(drawn.Image, new JpegSettings { Quality = 95 }, _metadata);
    }

    private static void Dyed(VisionEngine engine, (string Name, byte[] File)[] photos, StringBuilder text)
    {
        text.Append("## Recolour: photos of people\n\nWhether the clothes were dyed, and otherwise why not.\n\n| photo | result |\n|---|---|\n");
        int done = 0;
        foreach ((string name, byte[] file) in photos)
        {
            AttireSpec spec = new() { Mode = "recolour", Colour = RgbColour.Parse(_colours[0]) };
            (string result, _, _) = Dress(engine, file, spec);
            done += result == "recolour" ? 1 : 0;
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {result} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{done} of {photos.Length} were dyed.\n\n");
    }

    private static void Overlays(VisionEngine engine, (string Name, byte[] File)[] faces, StringBuilder text)
    {
        text.Append("""
            ## Overlay

            *fit error*: how far the seen shoulders lie from smooth ones, in distances between the eyes (the worse side's deviation; from 0.08 on the clothes are kept). *time*: what the stage takes, as a share of composing the whole picture; the median of three warm renders, worst of the four garments.

            | face | fit error | blazer | crew-neck | polo | blouse | time |
            |---|---|---|---|---|---|---|

            """);
        Dictionary<string, int> done = AttireSpec.Garments.ToDictionary(g => g, _ => 0, StringComparer.Ordinal);
        foreach ((string name, byte[] file) in faces)
        {
            double share = 0;
            double? fitError = null;
            List<string> results = [];
            foreach (string garment in AttireSpec.Garments)
            {
                (string result, double time, double? error) = Dress(engine, file, new AttireSpec { Mode = "overlay", Garment = garment });
                fitError = error;
                results.Add(result == "overlay" ? "yes" : result);
                done[garment] += result == "overlay" ? 1 : 0;
                share = result == "overlay" ? Math.Max(share, time) : share;
            }

            string[] said = [.. results.Distinct(StringComparer.Ordinal)];
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {fitError?.ToString("F3", CultureInfo.InvariantCulture) ?? "–"} | ");
            text.AppendJoin(" | ", results.Select((r, i) => i > 0 && said.Length == 1 && r != "yes" ? "″" : r));
            text.Append(CultureInfo.InvariantCulture, $" | {(share > 0 ? share.ToString("P0", CultureInfo.InvariantCulture) : "–")} |\n");
        }

        text.Append("\nLaid on: ").AppendJoin(", ", done.Select(d => $"{d.Key} {d.Value}")).Append(CultureInfo.InvariantCulture, $" of {faces.Length}.\n");
    }

    private static (string Result, double Share, double? FitError) Dress(VisionEngine engine, byte[] file, AttireSpec attire)
    {
        using Examination seen = Examine(engine, file);
        if (seen.Reasons.Count > 0)
        {
            return (string.Join(", ", seen.Reasons.Select(r => r.Code)), 0, null);
        }

        List<double> shares = [];
        string result = string.Empty;
        double? fitError = null;
        for (int round = 0; round < (attire.Mode == "overlay" ? Rounds + 1 : 1); round++)
        {
            StageClock clock = new();
            using Composition made = Compose(seen, attire, clock);
            result = made.Attire!.Done == attire.Mode
                ? attire.Mode
                : made.Warnings.First(w => w.Code == "attire_kept").Message.Split(',')[0];
            fitError = made.Attire.FitError;
            if (made.Attire.Done != attire.Mode)
            {
                return (result, 0, fitError);
            }

            if (round > 0)
            {
                IReadOnlyDictionary<string, double> stages = clock.Read();
                shares.Add(stages["attire"] / stages["total"]);
            }
        }

        shares.Sort();
        return (result, shares.Count == 0 ? 0 : shares[shares.Count / 2], fitError);
    }

    private static Examination Examine(VisionEngine engine, byte[] file) => new Examiner(engine).Examine(
        PhotoDecoder.Decode(file, new DecodeRequest { MinShortSide = 2048 }).Value, new FramingSpec(), new StageClock(), CancellationToken.None);

    private static Composition Compose(Examination seen, AttireSpec attire, StageClock clock)
    {
        PortraitSpec spec = new() { Attire = attire };
        Frame frame = FrameSolver.Solve(seen.Heads, AskedFraming.Of(spec.Framing, (float)(seen.Face?.Yaw ?? 0)), 1, seen.Mask, seen.Content);
        return Compositor.Compose(seen, frame, spec, KitAssets.None, Side, Side, clock, CancellationToken.None);
    }
}
