using System.Globalization;
using Headshots.Studio.Light;
using Headshots.Studio.Reports;

namespace Headshots.Studio.Scoring;

/// <summary>How far a headshot may go from the photo before somebody should look.</summary>
internal static class LikenessBounds
{
    /// <summary>
    /// Percent of the distance between the eyes. The headshots of the validation table drift by up to 1.1, one leaning by
    /// 40° by 2.1; the same headshots made 10 % narrower, by 2.4 to 4.4.
    /// </summary>
    public const double Drift = 2.5;

    /// <summary>What is out of bounds, in words; null when nothing is.</summary>
    public static string? Exceeded(LikenessReport likeness)
    {
        List<string> what = [];
        if (likeness.LandmarkDrift is not <= Drift)
        {
            what.Add("the face's proportions");
        }

        double? ita = likeness.DeltaItaBesidesExposure ?? likeness.DeltaIta;
        if (Math.Abs(ita ?? 0) > ToneGuard.Ita)
        {
            what.Add(ita > 0 ? "lighter skin" : "darker skin");
        }

        if (Math.Abs(likeness.DeltaHue ?? 0) > ToneGuard.Hue && !likeness.CastCorrected)
        {
            what.Add("the colour of the skin");
        }

        return what.Count == 0 ? null : string.Join(" and ", what);
    }

    /// <summary>Whether the skin became visibly lighter or darker because the photo's exposure was corrected.</summary>
    public static bool MovedByExposure(LikenessReport likeness) =>
        likeness.DeltaItaBesidesExposure is { } besides
        && Math.Abs(likeness.DeltaIta ?? 0) > ToneGuard.Ita && Math.Abs(besides) <= ToneGuard.Ita;

    public static Reason ExposureCorrected(double stops) => new(
        "exposure_corrected",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The photo was about {Math.Abs(stops):0.0} stops too {(stops > 0 ? "dark" : "bright")}, so the whole of it was made {(stops > 0 ? "brighter" : "darker")}, skin included."),
        "Compare it with the photo; one taken in better light needs no correction.");

    public static Reason Low(string what) => new(
        "likeness_low",
        $"The headshot may not look like the person: it differs from the photo in {what}.",
        "Compare it with the photo before you use it; a photo in even daylight needs fewer corrections.");
}
