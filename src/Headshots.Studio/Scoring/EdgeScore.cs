using Headshots.Studio.Matting;

namespace Headshots.Studio.Scoring;

/// <summary>How surely the sitter was cut out, from the matte's own doubt.</summary>
internal static class EdgeScore
{
    /// <summary>
    /// <see cref="EdgeDoubt"/> at which half of the score is left: on photos and drawings with known mattes alpha is then off
    /// by about 0.012 in the mean, as much as a good matte may be (Results/edge.md).
    /// </summary>
    private const double Middle = 0.015;
    private const double Width = 0.003;

    /// <summary>0 to 100.</summary>
    public static double Of(Composition headshot) => Of(headshot.EdgeDoubt);

    public static double Of(float doubt) => 100 * (1 - HeadshotScores.Sigmoid(doubt, Middle, Width));

    /// <summary>Whether somebody should look at the edge before the headshot is used.</summary>
    public static bool IsDoubtful(Composition headshot) => headshot.EdgeDoubt > Middle;
}
