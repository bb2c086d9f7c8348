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

    private static readonly (string Name, float Stops, float Kelvin)[] _lights =
    [
        ("good", 0, 6504), ("one stop under", -1, 6504), ("two stops under", -2, 6504), ("one stop over", 1, 6504),
        ("warm, 4300 K", 0, 4300), ("cool, 9500 K", 0, 9500),
    ];

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

            Tone is that of the mean light of the face's skin. Each sitter is drawn once per light and compared with the same sitter in good light, as drawn: ΔITA and Δhue in degrees, ΔE by CIEDE2000, before → after the darkroom with default settings. *moved* is what the darkroom did to the tone of that photo: |ΔITA| ≤ 5° always, |Δhue| ≤ 4° unless a cast was corrected. That promise is why a wrong exposure is corrected by so little: four degrees of ITA are 0.07 to 0.6 of a stop, least for skin of an L* near 50. In degrees all classes gain the same; in ΔE those gain more whose angle changes less with light.


            """);
        foreach ((string name, float stops, float kelvin) in _lights)
        {
            Lights(engine, name, stops, kelvin, text);
        }

        People(engine, text);
        return text.ToString();
    }

    private static void Lights(VisionEngine engine, string name, float stops, float kelvin, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"## Light: {name}\n\n| ITA painted | ΔITA | Δhue | ΔE | moved: ITA, hue | stops | cast ΔE |\n|---|---|---|---|---|---|---|\n");
        List<double> before = [];
        List<double> after = [];
        foreach (float ita in _classes)
        {
            using DrawnSitter good = Draw(ita, 0, 6504);
            using DrawnSitter drawn = Draw(ita, stops, kelvin);
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
        text.Append("## Photos of people: ΔITA, Δhue\n\n| photo | ITA | ").AppendJoin(" | ", _asked.Select(a => a.Name)).Append(" | stops | cast ΔE |\n|---|---|");
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
                    ita = Math.Max(ita, Math.Abs(portrait.DeltaIta));
                    hue = portrait.Light.CastCorrected > 0 ? hue : Math.Max(hue, Math.Abs(portrait.DeltaHue));
                }
            }

            if (made.Count == _asked.Length)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {Path.GetFileNameWithoutExtension(path)} | {made[0].Before.Ita:F0} | ");
                text.AppendJoin(" | ", made.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.DeltaIta:F1}, {m.DeltaHue:F1}")));
                text.Append(CultureInfo.InvariantCulture, $" | {made[0].Light.ExposureStops:F2} | {made[0].Light.CastCorrected:F1} |\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"\nWorst: ITA {ita:F2}°, hue {hue:F2}° where no cast was corrected.\n");
    }
}
