using Headshots.Studio.Reports;

namespace Headshots.App.Engine;

/// <summary>
/// Which of several selfies makes the best headshot, before any is rendered: 100 · size · pose − 7 for each warning, at least 1.
/// <list type="bullet">
/// <item>size = clamp(e / 160, 0, 1)^½, e the distance between the eyes in pixels: at 160 a face of 0.62 of the frame's height
/// fills a headshot of 1,024 pixels without enlargement; a root, because half the pixels look far better than half as good.</item>
/// <item>pose = exp(−(yaw/22)² − (pitch/22)² − (roll/30)²), degrees: 22 is where a turned head begins to look away, and a
/// leaning one is levelled.</item>
/// </list>
/// </summary>
internal static class PhotoRank
{
    private const double EnoughEyeDistance = 160;
    private const double TurnedDegrees = 22;
    private const double LeaningDegrees = 30;
    private const double PerWarning = 7;

    /// <returns>1 to 100, one decimal; 0 for photos that no headshot can be made of.</returns>
    public static double Of(PortraitReport report)
    {
        if (report.Status != PortraitStatus.Rendered || report.Face is not { } face)
        {
            return 0;
        }

        double size = Math.Sqrt(Math.Clamp(face.InterEyePixels / EnoughEyeDistance, 0, 1));
        double pose = Math.Exp(-Square(face.Yaw / TurnedDegrees) - Square(face.Pitch / TurnedDegrees) - Square(face.Roll / LeaningDegrees));
        return Math.Round(Math.Clamp((100 * size * pose) - (PerWarning * report.Warnings.Count), 1, 100), 1);
    }

    private static double Square(double value) => value * value;
}
