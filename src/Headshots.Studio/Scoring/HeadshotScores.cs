using Headshots.Studio.Backgrounds;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Reports;

namespace Headshots.Studio.Scoring;

/// <summary>
/// Scores a headshot. The forms are those of the Open Source Face Image Quality project (BSI-OFIQ): sigmoids
/// S(x) = 1/(1 + e^((x0 − x)/w)) and powers of cosines. Its measures of luminance and head size are not used: the first
/// would count dark skin for bad light, the second a portrait for a bad passport photo.
/// </summary>
internal static class HeadshotScores
{
    /// <summary>A mean of this power: of 90, 90, 90, 90, 90, 90, 20 it makes 47.</summary>
    private const double WeakestFirst = -2;

    /// <param name="headshot">The finished picture.</param>
    /// <param name="asked">What the spec asked for.</param>
    public static ScoresReport Of(Composition headshot, AskedFraming asked)
    {
        Examination seen = headshot.Seen;
        FaceLook look = FaceLook.At(headshot);
        double framing = Framing(headshot.Frame, asked);
        double light = look.Light();
        double contrast = Contrast(headshot);
        double sharpness = look.Sharpness(seen.FullScale);
        double pose = Pose(seen.Face);
        double expression = Expression.Score(headshot.Mesh);
        double edge = EdgeScore.Of(headshot);
        double overall = Math.Pow(
            ((double[])[framing, light, contrast, sharpness, pose, expression, edge]).Average(s => Math.Pow(Math.Max(s, 1), WeakestFirst)),
            1 / WeakestFirst);
        return new ScoresReport(
            Rounded(framing), Rounded(light), Rounded(contrast), Rounded(sharpness), Rounded(pose), Rounded(expression), Rounded(edge), Rounded(overall));
    }

    internal static double Sigmoid(double x, double middle, double width) => 1 / (1 + Math.Exp((middle - x) / width));

    /// <summary>
    /// How far the head had to stray, and how much of the frame the photo did not hold: a fifth of the frame's height, or
    /// a head two thirds larger, costs about two thirds.
    /// </summary>
    private static double Framing(Frame frame, AskedFraming asked)
    {
        double size = Math.Abs((frame.FaceHeight / asked.FaceHeight) - 1) / 0.66;
        double place = (Math.Abs(frame.EyeLine - asked.EyeLine) + Math.Abs(frame.CentreOffset - asked.CentreOffset)) / 0.2;
        CutDepths cut = frame.Beyond;
        double beyond = (Deep(cut.HeadTop) + Deep(cut.HeadSide) + (0.5 * (Deep(cut.Left) + Deep(cut.Right) + Deep(cut.Bottom)))) / 0.2;
        double hair = frame.Head.CrownSeen ? 0 : 0.3;
        return 100 * Math.Exp(-(size + place + beyond + hair));

        static double Deep(float depth) => Math.Max(0, depth);
    }

    /// <summary>Half at the contrast below which a warning is given; without any background in sight nothing is amiss.</summary>
    private static double Contrast(Composition headshot) => HeadContrast.Measure(headshot, headshot.Picture) is { } contrast
        ? 100 * Sigmoid(contrast.Value, HeadContrast.Least, 0.08)
        : 100;

    /// <summary>OFIQ: cos² of each angle. The lean counts little, since the picture is levelled.</summary>
    private static double Pose(FaceReport? face)
    {
        if (face is null)
        {
            return 0;
        }

        double roll = Math.Cos(face.Roll * Math.PI / 180);
        return 100 * Squared(face.Yaw) * Squared(face.Pitch) * roll;

        static double Squared(double degrees) => Math.Pow(Math.Cos(degrees * Math.PI / 180), 2);
    }

    private static double Rounded(double score) => Math.Round(Math.Clamp(score, 0, 100), 1);
}
