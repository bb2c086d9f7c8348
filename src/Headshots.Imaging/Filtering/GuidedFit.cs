using System.Numerics;

namespace Headshots.Imaging;

/// <summary>The first half of the guided filter: for every window the best a (three) and b.</summary>
internal static unsafe class GuidedFit
{
    /// <summary>Taken off guide and input: variances lose less to rounding about the middle of the range.</summary>
    public const float Middle = 0.5f;

    // Planes of the window: I (3), p, the upper triangle of I·Iᵀ (6), I·p (3).
    private const int Products = 4;
    private const int Cross = 10;
    private const int Planes = 13;

    /// <summary>Solves (Σ + εU)·a = cov(I, p), b = mean(p) − aᵀ·mean(I), of values less <see cref="Middle"/>.</summary>
    public static void Fit(PlanarImage guide, PlanarImage input, PlanarImage coefficients, int radius, float epsilon) =>
        RunningWindow.ForStrips(guide.Height, radius, (from, end) =>
        {
            int height = guide.Height;
            using var window = new RunningWindow(Planes, guide.Width, radius);
            for (int y = Math.Max(0, from - radius); y < Math.Min(height, from + radius); y++)
            {
                Add(guide, input, y, 1, window);
            }

            for (int y = from; y < end; y++)
            {
                if (y + radius < height)
                {
                    Add(guide, input, y + radius, 1, window);
                }

                window.Slide(Math.Min(y + radius, height - 1) - Math.Max(y - radius, 0) + 1);
                Solve(window, coefficients, y, epsilon);
                if (y - radius >= 0)
                {
                    Add(guide, input, y - radius, -1, window);
                }
            }
        });

    private static void Add(PlanarImage guide, PlanarImage input, int y, float sign, RunningWindow window)
    {
        float* red = guide.Address(0, y), green = guide.Address(1, y), blue = guide.Address(2, y);
        float* plane = input.Address(0, y);
        var middle = new Vector<float>(Middle);
        var factor = new Vector<float>(sign);
        Vector<float> indices = Vector.ConvertToSingle(Vector<int>.Indices);
        for (int x = 0; x < guide.Width; x += Vector<float>.Count)
        {
            // Zeros past the last column: there the sums stand for what lies outside.
            Vector<float> inside = Vector.AsVectorSingle(Vector.LessThan(indices, new Vector<float>(guide.Width - x)));
            Vector<float> r = Vector.BitwiseAnd(Vector.Load(red + x) - middle, inside);
            Vector<float> g = Vector.BitwiseAnd(Vector.Load(green + x) - middle, inside);
            Vector<float> b = Vector.BitwiseAnd(Vector.Load(blue + x) - middle, inside);
            Vector<float> p = Vector.BitwiseAnd(Vector.Load(plane + x) - middle, inside);
            Vector<float> sr = r * factor, sg = g * factor, sb = b * factor;
            Accumulate(window.Sums(0) + x, factor, r);
            Accumulate(window.Sums(1) + x, factor, g);
            Accumulate(window.Sums(2) + x, factor, b);
            Accumulate(window.Sums(3) + x, factor, p);
            Accumulate(window.Sums(Products) + x, sr, r);
            Accumulate(window.Sums(Products + 1) + x, sr, g);
            Accumulate(window.Sums(Products + 2) + x, sr, b);
            Accumulate(window.Sums(Products + 3) + x, sg, g);
            Accumulate(window.Sums(Products + 4) + x, sg, b);
            Accumulate(window.Sums(Products + 5) + x, sb, b);
            Accumulate(window.Sums(Cross) + x, sr, p);
            Accumulate(window.Sums(Cross + 1) + x, sg, p);
            Accumulate(window.Sums(Cross + 2) + x, sb, p);
        }
    }

    private static void Accumulate(float* sums, Vector<float> a, Vector<float> b) =>
        Vector.FusedMultiplyAdd(a, b, Vector.Load(sums)).Store(sums);

    // By L·D·Lᵀ rather than by the inverse: where the channels go together (grey pictures) the inverse's cofactors are
    // small differences, while here each pivot is known to be at least ε.
    private static void Solve(RunningWindow window, PlanarImage coefficients, int y, float epsilon)
    {
        var least = new Vector<float>(epsilon);
        for (int x = 0; x < coefficients.Width; x += Vector<float>.Count)
        {
            Vector<float> r = Mean(window, 0, x), g = Mean(window, 1, x), b = Mean(window, 2, x), p = Mean(window, 3, x);
            Vector<float> rr = Mean(window, Products, x) - (r * r) + least;
            Vector<float> rg = Mean(window, Products + 1, x) - (r * g);
            Vector<float> rb = Mean(window, Products + 2, x) - (r * b);
            Vector<float> gg = Mean(window, Products + 3, x) - (g * g) + least;
            Vector<float> gb = Mean(window, Products + 4, x) - (g * b);
            Vector<float> bb = Mean(window, Products + 5, x) - (b * b) + least;
            Vector<float> d1 = Vector.Max(rr, least);
            Vector<float> l21 = rg / d1;
            Vector<float> l31 = rb / d1;
            Vector<float> d2 = Vector.Max(gg - (l21 * rg), least);
            Vector<float> rest = gb - (l21 * rb);
            Vector<float> l32 = rest / d2;
            Vector<float> d3 = Vector.Max(bb - (l31 * rb) - (l32 * rest), least);

            Vector<float> z1 = Mean(window, Cross, x) - (r * p);
            Vector<float> z2 = Mean(window, Cross + 1, x) - (g * p) - (l21 * z1);
            Vector<float> z3 = Mean(window, Cross + 2, x) - (b * p) - (l31 * z1) - (l32 * z2);
            Vector<float> a3 = z3 / d3;
            Vector<float> a2 = (z2 / d2) - (l32 * a3);
            Vector<float> a1 = (z1 / d1) - (l21 * a2) - (l31 * a3);
            a1.Store(coefficients.Address(0, y) + x);
            a2.Store(coefficients.Address(1, y) + x);
            a3.Store(coefficients.Address(2, y) + x);
            (p - (a1 * r) - (a2 * g) - (a3 * b)).Store(coefficients.Address(3, y) + x);
        }
    }

    private static Vector<float> Mean(RunningWindow window, int plane, int x) => Vector.Load(window.Means(plane) + x);
}
