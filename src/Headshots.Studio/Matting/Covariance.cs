using System.Numerics;

namespace Headshots.Studio.Matting;

/// <summary>
/// How colours scatter: a symmetric 3 × 3 matrix, kept with its L·D·Lᵀ so that it can be solved often. Every pivot is at
/// least <see cref="Noise"/>.
/// </summary>
internal readonly struct Covariance
{
    /// <summary>Variance of encoded values that is the sensor's and the codec's: about 6 of 255 steps squared.</summary>
    public const float Noise = 6e-4f;

    private readonly Vector3 _diagonal;
    private readonly Vector3 _rest;
    private readonly Vector3 _pivots;
    private readonly Vector3 _lower;

    /// <param name="diagonal">Variances of red, green, blue.</param>
    /// <param name="rest">Covariances of red with green, red with blue, green with blue.</param>
    public Covariance(Vector3 diagonal, Vector3 rest)
    {
        _diagonal = diagonal;
        _rest = rest;
        float d1 = Math.Max(diagonal.X, Noise);
        float l21 = rest.X / d1;
        float l31 = rest.Y / d1;
        float d2 = Math.Max(diagonal.Y - (l21 * rest.X), Noise);
        float inner = rest.Z - (l21 * rest.Y);
        float l32 = inner / d2;
        float d3 = Math.Max(diagonal.Z - (l31 * rest.Y) - (l32 * inner), Noise);
        _pivots = new Vector3(d1, d2, d3);
        _lower = new Vector3(l21, l31, l32);
    }

    /// <summary>Of a weighted sum of two independent colours.</summary>
    public static Covariance Mix(in Covariance a, float weight, in Covariance b, float other)
    {
        float u = weight * weight;
        float v = other * other;
        return new Covariance((u * a._diagonal) + (v * b._diagonal), (u * a._rest) + (v * b._rest));
    }

    /// <summary>Σ⁻¹v.</summary>
    public Vector3 Solve(Vector3 v)
    {
        float z2 = v.Y - (_lower.X * v.X);
        float z3 = v.Z - (_lower.Y * v.X) - (_lower.Z * z2);
        float b = z3 / _pivots.Z;
        float g = (z2 / _pivots.Y) - (_lower.Z * b);
        return new Vector3((v.X / _pivots.X) - (_lower.X * g) - (_lower.Y * b), g, b);
    }

    /// <summary>vᵀΣ⁻¹v: the squared distance in standard deviations, 3 on average for what belongs.</summary>
    public float Distance(Vector3 v) => Vector3.Dot(v, Solve(v));
}
