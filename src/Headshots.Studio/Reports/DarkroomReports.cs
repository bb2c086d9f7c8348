namespace Headshots.Studio.Reports;

/// <param name="DistanceCm">How far the camera was from the eyes, estimated; null when nothing tells.</param>
/// <param name="Corrected">How much of a close camera's distortion was undone, 0 to 1.</param>
/// <param name="MovedPercent">The farthest that a point of the face moved for it, in percent of the distance between the eyes.</param>
public sealed record PerspectiveReport(double? DistanceCm, double Corrected, double MovedPercent);

/// <param name="ExposureStops">By how many stops the sitter was brightened (positive) or darkened.</param>
/// <param name="CastCorrected">Strength of the colour cast that was taken away, as ΔE of a grey; 0 when there was none.</param>
/// <param name="ShadowsLifted">By how much the darker half of the face was brightened at most, in stops.</param>
/// <param name="Key">The lamp that was added, or <c>as-shot</c>.</param>
public sealed record LightReport(double ExposureStops, double CastCorrected, double ShadowsLifted, string Key);

/// <param name="Mode">What the kit asked for: <c>keep</c>, <c>recolour</c>, <c>overlay</c>.</param>
/// <param name="Done">What was done: the same, or <c>keep</c> when it would not have looked right.</param>
public sealed record AttireReport(string Mode, string Done)
{
    /// <summary>
    /// How far the shoulders that were seen lie from smooth ones, in distances between the eyes: from 0.08 on no garment
    /// is laid over them. Null when no shoulders were found or none were looked for.
    /// </summary>
    public double? FitError { get; init; }
}

/// <param name="Name">As in the kit.</param>
/// <param name="File">Path beside the report.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Bytes">The file's length.</param>
/// <param name="EffectiveWidth">How many of the photo's own pixels span the width: less than it means enlargement.</param>
public sealed record RenditionReport(string Name, string File, int Width, int Height, int Bytes, int EffectiveWidth);
