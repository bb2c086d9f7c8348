using System.Globalization;
using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Specs;
using Headshots.TestKit;
using Headshots.Vision;

namespace Headshots.Validation.Light;

/// <summary>What the darkroom does to skin of every class in good and in bad light.</summary>
internal static class SkinToneTable
{
    /// <summary>The middle of each class, from very light to dark (limits 55, 41, 28, 10, −30).</summary>
    private static readonly float[] _classes = [60, 48, 34, 19, -10, -45];

    private static readonly (string Name, float Stops)[] _exposures =
    [
        ("two stops under", -2), ("one stop under", -1), ("right", 0), ("one stop over", 1),
    ];

    private static readonly (string Name, float Kelvin)[] _casts = [("warm, 4300 K", 4300), ("cool, 9500 K", 9500)];

    private static readonly (string Name, PortraitSpec Spec)[] _asked =
    [
        ("default", new PortraitSpec()),
        ("soft-left", new PortraitSpec { Light = new LightSpec { Key = "soft-left" } }),
        ("soft-right", new PortraitSpec { Light = new LightSpec { Key = "soft-right" } }),
        ("rembrandt", new PortraitSpec { Light = new LightSpec { Key = "rembrandt" } }),
        ("retouch 1", new PortraitSpec { Retouch = new RetouchSpec { Strength = 1 } }),
    ];

    public static string Table()
    {
        using VisionEngine engine = VisionEngine.Load();
        var text = new StringBuilder("""
            # Skin tone in every class and light

            Made by `dotnet run --project tests/Headshots.Validation -c Release -- skin-tone` from drawn sitters and `shared/photos/people`.

            Tone is that of the mean light of the face's skin. Each sitter is drawn once per light and compared with the same sitter in good light, as drawn: before → after the darkroom with default settings. ΔITA and Δhue in degrees, ΔE by CIEDE2000. *moved* is what the darkroom did to the tone of that photo: ITA in all, ITA besides the corrected exposure (|ΔITA| ≤ 5° always), hue (≤ 4° unless a cast was corrected). *off* is how many stops the skin's luminance lies from the reference.


            """);
        Exposures(engine, text);
        foreach ((string name, float kelvin) in _casts)
        {
            Casts(engine, name, kelvin, text);
        }

        ExposedTable.Append(engine, text);
        People(engine, text);
        return text.ToString();
    }

    private static void Exposures(VisionEngine engine, StringBuilder text)
    {
        text.Append("## Exposure by class\n\n");
        foreach ((string name, float stops) in _exposures)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {name}\n\n| ITA painted | ΔITA | ΔE | off, stops | corrected, stops | moved: ITA, besides exposure, hue |\n|---|---|---|---|---|---|\n");
            List<(double Before, double After, double Off)> all = [];
            foreach (float ita in _classes)
            {
                using DrawnSitter good = Draw(ita, 0, 6504);
                using DrawnSitter drawn = Draw(ita, stops, 6504);
                Lab truth = DevelopedPortrait.Of(engine, good.Image, new PortraitSpec())!.Before;
                DevelopedPortrait made = DevelopedPortrait.Of(engine, drawn.Image, new PortraitSpec())!;
                double off = ExposedTable.Off(truth, made.After);
                all.Add((ColourDifference.Ciede2000(truth, made.Before), ColourDifference.Ciede2000(truth, made.After), off));
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {ita} | {made.Before.Ita - truth.Ita:F1} → {made.After.Ita - truth.Ita:F1} | {all[^1].Before:F1} → {all[^1].After:F1} | {ExposedTable.Off(truth, made.Before):F2} → {off:F2} | {made.Light.ExposureStops:F2} | {made.DeltaIta:F1}, {made.DeltaItaBesidesExposure:F1}, {made.DeltaHue:F1} |\n");
            }

            text.Append(
                CultureInfo.InvariantCulture,
                $"\nMean ΔE {all.Average(a => a.Before):F2} → {all.Average(a => a.After):F2}; over the classes what is left lies between {all.Min(a => a.Off):F2} and {all.Max(a => a.Off):F2} stops, ΔE {all.Min(a => a.After):F1} to {all.Max(a => a.After):F1}.\n\n");
        }
    }

    private static void Casts(VisionEngine engine, string name, float kelvin, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"## Cast: {name}\n\n| ITA painted | ΔITA | Δhue | ΔE | moved: ITA, hue | stops | cast ΔE |\n|---|---|---|---|---|---|---|\n");
        List<double> before = [];
        List<double> after = [];
        foreach (float ita in _classes)
        {
            using DrawnSitter good = Draw(ita, 0, 6504);
            using DrawnSitter drawn = Draw(ita, 0, kelvin);
            Lab truth = DevelopedPortrait.Of(engine, good.Image, new PortraitSpec())!.Before;
            DevelopedPortrait made = DevelopedPortrait.Of(engine, drawn.Image, new PortraitSpec())!;
            before.Add(ColourDifference.Ciede2000(truth, made.Before));
            after.Add(ColourDifference.Ciede2000(truth, made.After));
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {ita} | {made.Before.Ita - truth.Ita:F1} → {made.After.Ita - truth.Ita:F1} | {ColourDifference.HueTurn(truth, made.Before):F1} → {ColourDifference.HueTurn(truth, made.After):F1} | {before[^1]:F1} → {after[^1]:F1} | {made.DeltaIta:F1}, {made.DeltaHue:F1} | {made.Light.ExposureStops:F2} | {made.Light.CastCorrected:F1} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nMean ΔE {before.Average():F2} → {after.Average():F2}; over the classes it falls by {before.Zip(after, (b, a) => b - a).Min():F2} to {before.Zip(after, (b, a) => b - a).Max():F2}.\n\n");
    }

    private static DrawnSitter Draw(float ita, float stops, float kelvin) => new SitterRenderer().Draw(new SitterScene
    {
        Width = 480,
        Height = 600,
        Camera = new SitterCamera { DistanceCm = 70, FocalLength35 = SitterCamera.FocalFor(0.16f, 70, 480, 600) },
        Skin = new SitterSkin { ItaDegrees = ita },
        Hair = new SitterHair { Colour = ita < 25 ? HairColours.Black : HairColours.Brown },
        Light = new SitterLight { Exposure = 0.2f + stops, ColourTemperature = kelvin },
    });

    private static void People(VisionEngine engine, StringBuilder text)
    {
        text.Append("## Photos of people: ΔITA besides exposure, Δhue\n\n| photo | ITA | ").AppendJoin(" | ", _asked.Select(a => a.Name)).Append(" | stops | cast ΔE |\n|---|---|");
        text.Append(string.Concat(Enumerable.Repeat("---|", _asked.Length + 2))).Append('\n');
        double ita = 0;
        double hue = 0;
        foreach (string path in Directory.EnumerateFiles(SharedFiles.Require("photos/people")).Order(StringComparer.Ordinal))
        {
            byte[] file = File.ReadAllBytes(path);
            List<DevelopedPortrait> made = [];
            foreach ((_, PortraitSpec spec) in _asked)
            {
                if (DevelopedPortrait.Of(engine, file, spec) is { } portrait)
                {
                    made.Add(portrait);
                    ita = Math.Max(ita, Math.Abs(portrait.DeltaItaBesidesExposure));
                    hue = portrait.Light.CastCorrected > 0 ? hue : Math.Max(hue, Math.Abs(portrait.DeltaHue));
                }
            }

            if (made.Count == _asked.Length)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {Path.GetFileNameWithoutExtension(path)} | {made[0].Before.Ita:F0} | ");
                text.AppendJoin(" | ", made.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.DeltaItaBesidesExposure:F1}, {m.DeltaHue:F1}")));
                text.Append(CultureInfo.InvariantCulture, $" | {made[0].Light.ExposureStops:F2} | {made[0].Light.CastCorrected:F1} |\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"\nWorst: ITA {ita:F2}°, hue {hue:F2}° where no cast was corrected.\n");
    }
}
