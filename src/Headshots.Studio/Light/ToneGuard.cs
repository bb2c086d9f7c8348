using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Light;

/// <summary>
/// The promise that a face keeps its tone: its individual typology angle and its hue stay within a few degrees of the
/// photo's, whatever is asked. Only a colour cast that was found in things other than skin may turn the hue further.
/// </summary>
internal static class ToneGuard
{
    /// <summary>What the finished headshot may differ by, degrees.</summary>
    public const double Ita = 5;
    public const double Hue = 4;

    /// <summary>What exposure, balance and shading may use up of it: the rest is for retouch, encoding and rounding.</summary>
    public const double LightIta = 4.2;
    public const double LightHue = 3.2;

    /// <summary>The same after retouch.</summary>
    public const double RetouchIta = 4.6;
    public const double RetouchHue = 3.6;

    /// <summary>The same after the finish.</summary>
    public const double FinishIta = 4.85;
    public const double FinishHue = 3.85;

    private const int Steps = 10;

    /// <summary>Whether a change stays within the promise.</summary>
    /// <param name="before">The skin's mean linear light as it was shot.</param>
    /// <param name="after">The same afterwards.</param>
    /// <param name="ita">Degrees allowed either way.</param>
    /// <param name="hue">Degrees allowed either way.</param>
    public static bool Holds(Vector3 before, Vector3 after, double ita, double hue)
    {
        Lab from = Lab.FromLinear(before);
        Lab to = Lab.FromLinear(after);
        return Math.Abs(to.Ita - from.Ita) <= ita && Math.Abs(ColourDifference.HueTurn(from, to)) <= hue;
    }

    /// <summary>The largest share, 0 to 1, of something that holds; it is taken to hold from nothing up to there.</summary>
    public static float Most(Func<float, bool> holds)
    {
        if (holds(1))
        {
            return 1;
        }

        float low = 0;
        float high = 1;
        for (int i = 0; i < Steps; i++)
        {
            float middle = (low + high) / 2;
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }
}
