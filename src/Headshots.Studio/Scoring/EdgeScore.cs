using Headshots.Studio.Matting;

namespace Headshots.Studio.Scoring;

/// <summary>How surely the sitter was cut out, from the matte's own doubt.</summary>
internal static class EdgeScore
{
    /// <summary>
    /// <see cref="EdgeDoubt"/> above which somebody should look: on photos and drawings with known mattes alpha is then off
    /// by about 0.012 in the mean, as much as a good matte may be (Results/edge.md).
    /// </summary>
    public const double Most = 0.015;

    /// <summary>
    /// The doubt at which half of the score is left, and how fast it goes: wide crowns of loose strands, the hardest there
    /// are, come to about a third, for an edge that pleases nobody spoils a headshot less than closed eyes.
    /// </summary>
    private const double Middle = 0.018;
    private const double Width = 0.004;

    /// <summary>0 to 100.</summary>
    public static double Of(Composition headshot) => Of(headshot.EdgeDoubt);

    public static double Of(float doubt) => 100 * (1 - HeadshotScores.Sigmoid(doubt, Middle, Width));

    /// <summary>Whether somebody should look at the edge before the headshot is used.</summary>
    public static bool IsDoubtful(Composition headshot) => headshot.EdgeDoubt > Most;
}
