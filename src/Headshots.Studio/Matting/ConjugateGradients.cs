namespace Headshots.Studio.Matting;

/// <summary>
/// Solves (L + Λ)α = Λt by conjugate gradients (Hestenes and Stiefel 1952), starting from t, with the diagonal as the
/// preconditioner.
/// </summary>
internal static class ConjugateGradients
{
    /// <summary>After so many, another changes nothing that is seen.</summary>
    private const int Rounds = 12;

    /// <summary>Squared residual that is as good as none: less than 10⁻⁴ anywhere.</summary>
    private const double Solved = 1e-8;

    /// <summary>About what of L is on its diagonal.</summary>
    private const float Diagonal = 0.5f;

    public static float[] Solve(MattingLaplacian laplacian, float[] target, float[] weight)
    {
        float[] alpha = [.. target];
        float[] residual = new float[alpha.Length];
        float[] direction = new float[alpha.Length];
        float[] product = new float[alpha.Length];
        laplacian.Multiply(alpha, product);
        double error = 0;
        for (int i = 0; i < residual.Length; i++)
        {
            residual[i] = -product[i];
            direction[i] = residual[i] / (Diagonal + weight[i]);
            error += residual[i] * direction[i];
        }

        for (int round = 0; round < Rounds && error > Solved; round++)
        {
            laplacian.Multiply(direction, product);
            double curvature = 0;
            for (int i = 0; i < product.Length; i++)
            {
                product[i] += weight[i] * direction[i];
                curvature += product[i] * direction[i];
            }

            float step = (float)(error / curvature);
            double left = 0;
            for (int i = 0; i < alpha.Length; i++)
            {
                alpha[i] += step * direction[i];
                residual[i] -= step * product[i];
                left += residual[i] * residual[i] / (Diagonal + weight[i]);
            }

            float keep = (float)(left / error);
            error = left;
            for (int i = 0; i < direction.Length; i++)
            {
                direction[i] = (residual[i] / (Diagonal + weight[i])) + (keep * direction[i]);
            }
        }

        return alpha;
    }
}
