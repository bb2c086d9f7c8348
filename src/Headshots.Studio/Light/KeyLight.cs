using System.Numerics;

namespace Headshots.Studio.Light;

/// <summary>
/// A soft lamp from one side, added as a ratio of two lightings of the same surface: I' = I·E_t(n)/E_s(n), after
/// Marschner and Greenberg 1997. E_s, how the face is lit, are nine spherical harmonics of the normal fitted to the
/// luminance of its skin; E_t is a lamp with fill light.
/// </summary>
internal sealed record KeyLight(Vector3 Direction, float KeyToFill, float Wrap)
{
    private const int Terms = 9;

    /// <summary>Regularisation of the higher terms, per point of the mesh: a face shows half of all directions only.</summary>
    private const float Ridge = 0.02f;

    /// <summary>A share of the mean light below which E_s is not believed to fall.</summary>
    private const float Least = 0.3f;

    /// <summary>The lamp of a kit, null when the photo's own light is to stay.</summary>
    public static KeyLight? Of(string key) => key switch
    {
        "soft-left" => new KeyLight(Towards(-38, 25), 2.2f, 0.25f),
        "soft-right" => new KeyLight(Towards(38, 25), 2.2f, 0.25f),
        "rembrandt" => new KeyLight(Towards(-50, 40), 3f, 0.1f),
        _ => null,
    };

    /// <returns>ln of the gain at each point, its mean over the skin about 0.</returns>
    /// <param name="shading">The face's light.</param>
    /// <param name="strength">0 to 1: how much of the lighting is the lamp's.</param>
    public float[] Relight(FaceShading shading, float strength)
    {
        float[] gain = new float[shading.Level.Length];
        if (shading.Sureness.Sum() < Terms || Fit(shading) is not { } lit)
        {
            return gain;
        }

        float asShot = 0;
        float target = 0;
        for (int i = 0; i < gain.Length; i++)
        {
            asShot += shading.Sureness[i] * lit[i];
            target += shading.Sureness[i] * Lamp(shading.Normals[i]);
        }

        float mean = asShot / shading.Sureness.Sum();
        for (int i = 0; i < gain.Length; i++)
        {
            float from = Math.Max(lit[i], Least * mean);
            float to = Lamp(shading.Normals[i]) * asShot / target;
            gain[i] = MathF.Log(1 + (strength * ((to / from) - 1)));
        }

        return gain;
    }

    private float Lamp(Vector3 normal) =>
        1 + ((KeyToFill - 1) * Math.Max(0, (Vector3.Dot(normal, Direction) + Wrap) / (1 + Wrap)));

    /// <summary>E_s at each point, from normal equations; null when they have no solution.</summary>
    private static float[]? Fit(FaceShading shading)
    {
        double[,] equations = new double[Terms, Terms + 1];
        double total = 0;
        double[] basis = new double[Terms];
        for (int i = 0; i < shading.Level.Length; i++)
        {
            double weight = shading.Sureness[i];
            Basis(shading.Normals[i], basis);
            for (int r = 0; r < Terms; r++)
            {
                for (int c = 0; c < Terms; c++)
                {
                    equations[r, c] += weight * basis[r] * basis[c];
                }

                equations[r, Terms] += weight * basis[r] * Math.Exp(shading.Level[i]);
            }

            total += weight;
        }

        for (int r = 1; r < Terms; r++)
        {
            equations[r, r] += Ridge * total;
        }

        if (!Solve(equations))
        {
            return null;
        }

        float[] lit = new float[shading.Level.Length];
        for (int i = 0; i < lit.Length; i++)
        {
            Basis(shading.Normals[i], basis);
            double sum = 0;
            for (int r = 0; r < Terms; r++)
            {
                sum += equations[r, Terms] * basis[r];
            }

            lit[i] = (float)sum;
        }

        return lit;
    }

    /// <summary>Real spherical harmonics up to the second order, without their constants.</summary>
    private static void Basis(Vector3 n, double[] basis)
    {
        basis[0] = 1;
        basis[1] = n.X;
        basis[2] = n.Y;
        basis[3] = n.Z;
        basis[4] = n.X * n.Y;
        basis[5] = n.X * n.Z;
        basis[6] = n.Y * n.Z;
        basis[7] = (n.X * n.X) - (n.Y * n.Y);
        basis[8] = (3 * n.Z * n.Z) - 1;
    }

    /// <summary>Gauss–Jordan on a symmetric positive matrix with its right side as the last column.</summary>
    private static bool Solve(double[,] m)
    {
        for (int p = 0; p < Terms; p++)
        {
            if (Math.Abs(m[p, p]) < 1e-12)
            {
                return false;
            }

            for (int r = 0; r < Terms; r++)
            {
                double factor = r == p ? 0 : m[r, p] / m[p, p];
                for (int c = p; c <= Terms && factor != 0; c++)
                {
                    m[r, c] -= factor * m[p, c];
                }
            }
        }

        for (int r = 0; r < Terms; r++)
        {
            m[r, Terms] /= m[r, r];
        }

        return true;
    }

    private static Vector3 Towards(float azimuth, float elevation)
    {
        (float sinA, float cosA) = MathF.SinCos(azimuth * MathF.PI / 180);
        (float sinE, float cosE) = MathF.SinCos(elevation * MathF.PI / 180);
        return new Vector3(sinA * cosE, sinE, cosA * cosE);
    }
}
