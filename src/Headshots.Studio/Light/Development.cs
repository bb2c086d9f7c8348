using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Light;

/// <summary>What is done to the light of every pixel: colour balance, and a gain that never pushes anything past white.</summary>
/// <param name="Balance">On linear light; takes a cast away without changing the luminance of white.</param>
/// <param name="Gain">Factor on linear light, above 0.</param>
internal readonly record struct Development(ColourMatrix Balance, float Gain)
{
    /// <summary>The most of a cast that is ever taken away: the rest is the mood of the place.</summary>
    private const float MostBalance = 0.7f;

    /// <summary>ln: nor is more taken away than this, which is about lamplight's; a sunset stays one.</summary>
    private const float MostTaken = 0.4f;

    public static Development None => new(ColourMatrix.Identity, 1);

    public bool IsNone => this == None;

    /// <summary>Exposure alone.</summary>
    /// <param name="stops">By how much; darker if negative.</param>
    public static Development Exposure(float stops) => new(ColourMatrix.Identity, MathF.Pow(2, stops));

    /// <summary>The same with some of a cast taken away.</summary>
    /// <param name="light">What is white in this light, linear; one where there is no cast.</param>
    /// <param name="balance">0 to 1.</param>
    public Development Without(Vector3 light, float balance)
    {
        if (light == Vector3.One || balance == 0)
        {
            return this;
        }

        Vector2 ratios = new(MathF.Log(light.X / light.Y), MathF.Log(light.Z / light.Y));
        ratios *= balance * Math.Min(MostBalance, MostTaken / Math.Max(ratios.Length(), 1e-3f));
        Vector3 taken = new(MathF.Exp(ratios.X), 1, MathF.Exp(ratios.Y));
        ColourMatrix matrix = Bradford.BetweenLinear(Xyz.FromLinear(taken / Xyz.Luminance(taken)), Xyz.D65);
        return this with { Balance = matrix };
    }

    /// <summary>
    /// Balance, then gain: x·G / (1 + (G − 1)·m²) for a gain above one, where m is the largest channel. Shadows and
    /// middle tones get all of it, white stays white, and with a gain of one nothing happens.
    /// </summary>
    /// <param name="light">Linear R, G, B.</param>
    /// <param name="shading">Another factor on the gain, of the place.</param>
    public Vector3 Apply(Vector3 light, float shading = 1)
    {
        Vector3 balanced = Vector3.Clamp(Balance.Transform(light), Vector3.Zero, Vector3.One);
        return balanced * Soft(Gain * shading, Math.Max(balanced.X, Math.Max(balanced.Y, balanced.Z)));
    }

    /// <summary>The gain of a pixel whose largest channel is <paramref name="most"/>.</summary>
    public static float Soft(float gain, float most) => gain / (1 + (Math.Max(0, gain - 1) * most * most));

    /// <summary>As <see cref="Soft(float, float)"/>.</summary>
    public static Vector<float> Soft(Vector<float> gain, Vector<float> most) =>
        gain / (Vector<float>.One + (Vector.Max(Vector<float>.Zero, gain - Vector<float>.One) * most * most));
}
