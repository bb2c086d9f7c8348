namespace Headshots.Studio.Reports;

/// <summary>What says that it still is the person: the headshot's face measured against the photo's.</summary>
/// <param name="LandmarkDrift">
/// Mean distance of the face's points after the best similarity, as a percentage of the distance between the eyes.
/// Moves that the report's <c>perspective</c> states and the levelling are not counted; null when no face is seen any more.
/// </param>
/// <param name="DeltaIta">
/// How much lighter (positive) or darker the skin became: individual typology angle, degrees, a corrected exposure
/// included; null when hardly any skin shows.
/// </param>
/// <param name="DeltaHue">How much its hue turned, degrees of CIELAB; null likewise.</param>
/// <param name="FaceChanged">Share of the face's pixels, 0 to 1, that differ by more than its tone does.</param>
/// <param name="CastCorrected">Whether a colour cast was taken away, which turns the hue rightly.</param>
public sealed record LikenessReport(
    double? LandmarkDrift, double? DeltaIta, double? DeltaHue, double FaceChanged, bool CastCorrected)
{
    /// <summary>
    /// The same as <see cref="DeltaIta"/> against the photo at the corrected exposure, which <c>light.exposureStops</c> of
    /// the report states: what was done to the skin besides. Null where hardly any skin shows or, of two photos, nobody
    /// knows the exposure that was meant.
    /// </summary>
    public double? DeltaItaBesidesExposure { get; init; }
}
