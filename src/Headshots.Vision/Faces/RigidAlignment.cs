using System.Numerics;

namespace Headshots.Vision.Faces;

/// <summary>
/// The rotation and scale that bring one set of weighted points closest to another (B. K. P. Horn, "Closed-form solution
/// of absolute orientation using unit quaternions", 1987). Translation is that of the weighted means.
/// </summary>
internal static class RigidAlignment
{
    private const int Sweeps = 12;

    /// <summary>Least squares of w·|to − (scale · rotation · from + shift)|², both sets taken about their means.</summary>
    public static (Quaternion Rotation, float Scale) Solve(
        ReadOnlySpan<Vector3> from, ReadOnlySpan<Vector3> to, ReadOnlySpan<float> weights)
    {
        Vector3 fromMean = Mean(from, weights);
        Vector3 toMean = Mean(to, weights);
        var s = new double[3, 3];
        double fromSpread = 0;
        for (int i = 0; i < from.Length; i++)
        {
            Vector3 a = from[i] - fromMean;
            Vector3 b = to[i] - toMean;
            fromSpread += weights[i] * a.LengthSquared();
            for (int row = 0; row < 3; row++)
            {
                for (int column = 0; column < 3; column++)
                {
                    s[row, column] += weights[i] * (double)a[row] * b[column];
                }
            }
        }

        double[,] n =
        {
            { s[0, 0] + s[1, 1] + s[2, 2], s[1, 2] - s[2, 1], s[2, 0] - s[0, 2], s[0, 1] - s[1, 0] },
            { s[1, 2] - s[2, 1], s[0, 0] - s[1, 1] - s[2, 2], s[0, 1] + s[1, 0], s[2, 0] + s[0, 2] },
            { s[2, 0] - s[0, 2], s[0, 1] + s[1, 0], s[1, 1] - s[0, 0] - s[2, 2], s[1, 2] + s[2, 1] },
            { s[0, 1] - s[1, 0], s[2, 0] + s[0, 2], s[1, 2] + s[2, 1], s[2, 2] - s[0, 0] - s[1, 1] },
        };

        // The largest eigenvalue is Σ w·(rotated from)·to itself, which also gives the scale.
        (Quaternion rotation, double agreement) = LargestEigenvector(n);
        return (rotation, fromSpread > 0 ? (float)(agreement / fromSpread) : 1);
    }

    private static Vector3 Mean(ReadOnlySpan<Vector3> points, ReadOnlySpan<float> weights)
    {
        Vector3 sum = default;
        float total = 0;
        for (int i = 0; i < points.Length; i++)
        {
            sum += points[i] * weights[i];
            total += weights[i];
        }

        return sum / total;
    }

    // Jacobi's method: turn away the off-diagonal elements one after the other.
    private static (Quaternion Vector, double Value) LargestEigenvector(double[,] a)
    {
        double[,] v = { { 1, 0, 0, 0 }, { 0, 1, 0, 0 }, { 0, 0, 1, 0 }, { 0, 0, 0, 1 } };
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int p = 0; p < 3; p++)
            {
                for (int q = p + 1; q < 4; q++)
                {
                    Annihilate(a, v, p, q);
                }
            }
        }

        int best = 0;
        for (int i = 1; i < 4; i++)
        {
            best = a[i, i] > a[best, best] ? i : best;
        }

        var quaternion = new Quaternion((float)v[1, best], (float)v[2, best], (float)v[3, best], (float)v[0, best]);
        return (Quaternion.Normalize(quaternion), a[best, best]);
    }

    private static void Annihilate(double[,] a, double[,] v, int p, int q)
    {
        if (Math.Abs(a[p, q]) < double.Epsilon)
        {
            return;
        }

        double theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double t = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1);
        double s = t * c;
        for (int k = 0; k < 4; k++)
        {
            (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
        }

        for (int k = 0; k < 4; k++)
        {
            (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
            (v[k, p], v[k, q]) = ((c * v[k, p]) - (s * v[k, q]), (s * v[k, p]) + (c * v[k, q]));
        }
    }
}
