using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Light;
using Headshots.Studio.Reports;
using Headshots.Vision;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Scoring;

/// <summary>Measures in the finished headshot whether it still is the person.</summary>
internal static class LikenessMeter
{
    /// <summary>ΔE of a grey from which on a cast was taken away, which turns the hue of skin as well.</summary>
    private const double Cast = 1;

    /// <summary>Pixels between the eyes in the copies that are measured; the mesh network works with about 45.</summary>
    public const float InterEye = 90;

    /// <summary>Measures, and warns of what is out of bounds.</summary>
    /// <param name="engine">Fits the mesh.</param>
    /// <param name="headshot">The finished picture.</param>
    public static LikenessReport Measure(VisionEngine engine, Composition headshot)
    {
        SkinRegion skin = headshot.Skin;
        int block = Math.Max(1, (int)MathF.Round(headshot.Mesh.InterEye / InterEye));
        BlockArea area = FaceDrift.Watched(headshot.Mesh, block, headshot.Picture);
        using PlanarImage asShot = BlockMeans.Of(headshot.AsShot, block, area);
        using PlanarImage finished = BlockMeans.Of(headshot.Picture, block, area);
        Vector3 corner = new(area.Left, area.Top, 0);
        FaceMesh mesh = headshot.Mesh with { Points = [.. headshot.Mesh.Points.Select(p => (p / block) - corner)] };
        Lab? tone = skin.Tone(headshot.Picture);
        LikenessReport report = Measure(engine, asShot, finished, mesh, skin.ToneAsFound, tone) with
        {
            CastCorrected = headshot.Light?.CastCorrected > Cast,
            DeltaItaBesidesExposure = tone is { } t ? Rounded(t.Ita - Lab.FromLinear(headshot.SkinAtExposure).Ita) : null,
        };
        if (LikenessBounds.MovedByExposure(report))
        {
            headshot.Warnings.Add(LikenessBounds.ExposureCorrected(headshot.Light?.ExposureStops ?? 0));
        }

        if (LikenessBounds.Exceeded(report) is { } what)
        {
            headshot.Warnings.Add(LikenessBounds.Low(what));
        }

        return report;
    }

    /// <summary>The measure itself, of any two pictures of a face that lie on each other.</summary>
    /// <param name="engine">Fits the mesh.</param>
    /// <param name="before">A copy with some <see cref="InterEye"/> pixels between the eyes, 3 channels, sRGB-encoded.</param>
    /// <param name="after">Of the same size.</param>
    /// <param name="mesh">The face, in pixels of both.</param>
    /// <param name="toneBefore">Of the skin; null where hardly any is seen.</param>
    /// <param name="toneAfter">Likewise.</param>
    public static LikenessReport Measure(
        VisionEngine engine, PlanarImage before, PlanarImage after, FaceMesh mesh, Lab? toneBefore, Lab? toneAfter) => new(
        Rounded(FaceDrift.Measure(engine, before, after, mesh)),
        toneBefore is { } b && toneAfter is { } a ? Rounded(a.Ita - b.Ita) : null,
        toneBefore is { } from && toneAfter is { } to ? Rounded(ColourDifference.HueTurn(from, to)) : null,
        Math.Round(FaceChange.Measure(before, after, mesh), 4),
        CastCorrected: false);

    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 2) : null;
}
