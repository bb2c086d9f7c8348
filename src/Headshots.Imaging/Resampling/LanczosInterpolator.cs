using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Headshots.Imaging;

/// <summary>
/// Lanczos-3 interpolation, six by six neighbours, through an affine map that does not shrink. Outside, the source goes
/// on as its edge pixels, of which it must itself hold <see cref="Margin"/> wherever the target looks there.
/// </summary>
internal static unsafe class LanczosInterpolator
{
    /// <summary>Pixels beyond a sample's position that the source must have: what one vector of taps may read.</summary>
    public const int Margin = 8;

    private const int Taps = 8;
    private const int Before = 2;
    private const int PhaseBits = 10;
    private const int Phases = 1 << PhaseBits;
    private const int MinRowsPerChunk = 16;

    // Eight weights per phase, the last two zero, so that a row of taps is one vector. 1/2048 pixel is the largest
    // error of position: a full-contrast edge changes by 1/8 of an 8-bit step.
    private static readonly float[] Weights = BuildWeights();

    public static void Fill(PlanarImage source, Matrix3x2 targetToSource, PlanarImage target) =>
        PixelThreads.ForRows(target.Height, MinRowsPerChunk, (from, end) =>
        {
            for (int y = from; y < end; y++)
            {
                FillRow(source, targetToSource, target, y);
            }
        });

    /// <summary>One pixel of the target, all channels, from any place of a source of any size.</summary>
    /// <param name="source">Goes on outside as its edge pixels.</param>
    /// <param name="x">Continuous source coordinate, finite.</param>
    /// <param name="y">Continuous source coordinate, finite.</param>
    /// <param name="target">Receives the pixel.</param>
    /// <param name="toX">Its column.</param>
    /// <param name="toY">Its row.</param>
    public static void Sample(PlanarImage source, float x, float y, PlanarImage target, int toX, int toY)
    {
        // Further out than the taps reach nothing changes any more.
        int phaseU = (int)Math.Floor(((Math.Clamp(x, -4.0, source.Width + 4) - 0.5) * Phases) + 0.5);
        int phaseV = (int)Math.Floor(((Math.Clamp(y, -4.0, source.Height + 4) - 0.5) * Phases) + 0.5);
        int left = (phaseU >> PhaseBits) - Before;
        int top = (phaseV >> PhaseBits) - Before;
        bool inside = left >= 0 && top >= 0 && left + Taps <= source.Width && top + 6 <= source.Height;
        fixed (float* weights = Weights)
        {
            float* across = weights + ((phaseU & (Phases - 1)) * Taps);
            float* down = weights + ((phaseV & (Phases - 1)) * Taps);
            for (int c = 0; c < target.Channels; c++)
            {
                target.Address(c, toY)[toX] = inside
                    ? At(source.Address(c, top) + left, source.Stride, Vector256.Load(across), down)
                    : AtEdge(source, c, left, top, across, down);
            }
        }
    }

    /// <summary>One row of the target, from places of the source that need not lie on a line.</summary>
    /// <param name="source">Goes on outside as its edge pixels, of which it holds <see cref="Margin"/>.</param>
    /// <param name="u">Continuous source coordinate of each pixel of the row, finite.</param>
    /// <param name="v">The same downwards.</param>
    /// <param name="target">As many channels as the source.</param>
    /// <param name="y">The row.</param>
    public static void FillRow(PlanarImage source, float* u, float* v, PlanarImage target, int y)
    {
        float maxU = source.Width - Taps + Before;
        float maxV = source.Height - Taps + Before;
        fixed (float* weights = Weights)
        {
            for (int x = 0; x < target.Width; x++)
            {
                int phaseU = (int)((Math.Clamp((double)u[x] - 0.5, Before, maxU) * Phases) + 0.5);
                int phaseV = (int)((Math.Clamp((double)v[x] - 0.5, Before, maxV) * Phases) + 0.5);
                int left = (phaseU >> PhaseBits) - Before;
                int top = (phaseV >> PhaseBits) - Before;
                Vector256<float> across = Vector256.Load(weights + ((phaseU & (Phases - 1)) * Taps));
                float* down = weights + ((phaseV & (Phases - 1)) * Taps);
                for (int c = 0; c < target.Channels; c++)
                {
                    target.Address(c, y)[x] = At(source.Address(c, top) + left, source.Stride, across, down);
                }
            }
        }
    }

    private static float AtEdge(PlanarImage source, int channel, int left, int top, float* across, float* down)
    {
        float sum = 0;
        for (int j = 0; j < 6; j++)
        {
            float* row = source.Address(channel, Math.Clamp(top + j, 0, source.Height - 1));
            for (int i = 0; i < 6; i++)
            {
                sum += down[j] * across[i] * row[Math.Clamp(left + i, 0, source.Width - 1)];
            }
        }

        return Math.Clamp(sum, 0f, 1f);
    }

    private static void FillRow(PlanarImage source, Matrix3x2 m, PlanarImage target, int y)
    {
        // Relative to the centre of the pixel that is the third of the six.
        double u0 = (m.M11 * 0.5) + (m.M21 * (y + 0.5)) + m.M31 - 0.5;
        double v0 = (m.M12 * 0.5) + (m.M22 * (y + 0.5)) + m.M32 - 0.5;
        double maxU = source.Width - Taps + Before;
        double maxV = source.Height - Taps + Before;
        fixed (float* weights = Weights)
        {
            for (int x = 0; x < target.Width; x++)
            {
                double u = Math.Clamp(u0 + ((double)m.M11 * x), Before, maxU);
                double v = Math.Clamp(v0 + ((double)m.M12 * x), Before, maxV);
                int phaseU = (int)((u * Phases) + 0.5);
                int phaseV = (int)((v * Phases) + 0.5);
                int left = (phaseU / Phases) - Before;
                int top = (phaseV / Phases) - Before;
                Vector256<float> across = Vector256.Load(weights + (phaseU % Phases * Taps));
                float* down = weights + (phaseV % Phases * Taps);
                for (int c = 0; c < target.Channels; c++)
                {
                    target.Address(c, y)[x] = At(source.Address(c, top) + left, source.Stride, across, down);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float At(float* taps, int stride, Vector256<float> across, float* down)
    {
        Vector256<float> even = Vector256.Load(taps) * Vector256.Create(down[0]);
        Vector256<float> odd = Vector256.Load(taps + stride) * Vector256.Create(down[1]);
        taps += 2 * stride;
        even = Vector256.FusedMultiplyAdd(Vector256.Load(taps), Vector256.Create(down[2]), even);
        odd = Vector256.FusedMultiplyAdd(Vector256.Load(taps + stride), Vector256.Create(down[3]), odd);
        taps += 2 * stride;
        even = Vector256.FusedMultiplyAdd(Vector256.Load(taps), Vector256.Create(down[4]), even);
        odd = Vector256.FusedMultiplyAdd(Vector256.Load(taps + stride), Vector256.Create(down[5]), odd);
        return Math.Clamp(Vector256.Sum((even + odd) * across), 0f, 1f);
    }

    private static float[] BuildWeights()
    {
        var table = new float[Phases * Taps];
        Span<double> row = stackalloc double[6];
        for (int phase = 0; phase < Phases; phase++)
        {
            double sum = 0;
            for (int k = 0; k < row.Length; k++)
            {
                row[k] = ResizeFilter.Lanczos(Math.Abs(k - Before - ((double)phase / Phases)));
                sum += row[k];
            }

            for (int k = 0; k < row.Length; k++)
            {
                table[(phase * Taps) + k] = (float)(row[k] / sum);
            }
        }

        return table;
    }
}
