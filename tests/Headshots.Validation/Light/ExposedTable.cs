using System.Globalization;
using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Specs;
using Headshots.TestKit;
using Headshots.Vision;

namespace Headshots.Validation.Light;

/// <summary>
/// Photos of people, and the drawn gallery in its many places, as if the camera had let in less light: what is corrected,
/// and how far the skin then is from what the photo shows.
/// </summary>
internal static class ExposedTable
{
    private static readonly float[] _under = [0, -1, -2];

    private static readonly OutputMetadata _metadata = new(DigitalSourceTypes.AlgorithmicMedia, "Headshots");

    public static void Append(VisionEngine engine, StringBuilder text)
    {
        text.Append("""
            ## Photos with less light

            Each photo (and each gallery sitter, in its own place and light) as it is, one and two stops darker: in linear light, rounded to bytes and encoded as JPEG. *corrected* in stops for each of the three, *off* is how many stops the skin then lies from that of the photo as it is. The photo as it is counts as right, though some are a little dark.

            | photo | ITA | corrected | off |
            |---|---|---|---|

            """);
        List<(double Ita, double[] Off)> all = [];
        foreach (string path in Directory.EnumerateFiles(SharedFiles.Require("photos/people")).Order(StringComparer.Ordinal))
        {
            using DecodedPhoto photo = PhotoDecoder.Decode(File.ReadAllBytes(path), new DecodeRequest { MinShortSide = 1600 }).Value;
            Row(engine, Path.GetFileNameWithoutExtension(path), photo.Pixels, text, all);
        }

        foreach (NamedSitter sitter in SitterGallery.All)
        {
            using DrawnSitter drawn = new SitterRenderer().Draw(sitter.Scene with { Width = 640, Height = 800 });
            Row(engine, sitter.Name, drawn.Image, text, all);
        }

        text.Append("\n| class | faces | mean off: as it is, one, two stops under |\n|---|---|---|\n");
        foreach (IGrouping<SkinTone, (double Ita, double[] Off)> one in all.GroupBy(a => SkinTones.Of(a.Ita)).OrderBy(g => g.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {one.Key} | {one.Count()} | ");
            text.AppendJoin(", ", _under.Select((_, i) => one.Average(o => o.Off[i]).ToString("F2", CultureInfo.InvariantCulture)));
            text.Append(" |\n");
        }

        text.Append('\n');
    }

    /// <summary>Stops by which one tone is brighter than the right one.</summary>
    public static double Off(Lab right, Lab tone) => Math.Log2(Xyz.Luminance(tone.ToLinear()) / Xyz.Luminance(right.ToLinear()));

    private static void Row(
        VisionEngine engine, string name, RgbImage photo, StringBuilder text, List<(double Ita, double[] Off)> all)
    {
        DevelopedPortrait[] made = new DevelopedPortrait[_under.Length];
        for (int i = 0; i < made.Length; i++)
        {
            using RgbImage dark = Exposed(photo, _under[i]);
            byte[] file = PhotoEncoder.Encode(dark, new JpegSettings { Quality = 92 }, _metadata);
            if (DevelopedPortrait.Of(engine, file, new PortraitSpec()) is not { } portrait)
            {
                return;
            }

            made[i] = portrait;
        }

        double[] off = [.. made.Select(m => Off(made[0].Before, m.After))];
        all.Add((made[0].Before.Ita, off));
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {made[0].Before.Ita:F0} | ");
        text.AppendJoin(", ", made.Select(m => m.Light.ExposureStops.ToString("F2", CultureInfo.InvariantCulture))).Append(" | ");
        text.AppendJoin(", ", off.Select(o => o.ToString("F2", CultureInfo.InvariantCulture))).Append(" |\n");
    }

    private static RgbImage Exposed(RgbImage photo, float stops)
    {
        byte[] curve =
        [
            .. Enumerable.Range(0, 256).Select(v => (byte)((255 * SrgbCurve.ToEncoded(SrgbCurve.ToLinear(v / 255.0) * Math.Pow(2, stops))) + 0.5)),
        ];
        RgbImage result = RgbImage.Rent(photo.Width, photo.Height);
        for (int i = 0; i < photo.Pixels.Length; i++)
        {
            result.Pixels[i] = curve[photo.Pixels[i]];
        }

        return result;
    }
}
