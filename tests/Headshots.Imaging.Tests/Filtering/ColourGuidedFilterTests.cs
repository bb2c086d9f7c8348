using FsCheck;
using FsCheck.Fluent;
using Headshots.Imaging.Tests.Pixels;

namespace Headshots.Imaging.Tests.Filtering;

public sealed class ColourGuidedFilterTests
{
    [Fact]
    public void Apply_Noise_EqualsTheDoublePrecisionFormula() =>
        Prop.ForAll(
            Gen.Choose(1, 40).Two().SelectMany(s => Gen.Choose(1, 12).Select(r => (s.Item1, s.Item2, r))).ToArbitrary(),
            given =>
            {
                (int width, int height, int radius) = given;
                using PlanarImage guide = Drawn.NoisePlanes(width, height, 3, width);
                using PlanarImage input = Drawn.NoisePlanes(width, height, 1, height + 100);
                using PlanarImage output = PlanarImage.Rent(width, height, 1);
                ColourGuidedFilter.Apply(guide, input, output, radius, 0.01f);
                using PlanarImage expected = Reference(guide, input, radius, 0.01);
                Assert.InRange(Drawn.MaxDifference(expected, output), 0, 2e-5f);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Apply_SmoothPictureAndTinyEpsilon_StaysNearTheFormula()
    {
        using PlanarImage guide = Drawn.Smooth(150, 200, 3);
        using PlanarImage input = Drawn.Planes(150, 200, 1, (_, x, y) => x + y > 170 ? 1 : 0);
        using PlanarImage output = PlanarImage.Rent(150, 200, 1);
        ColourGuidedFilter.Apply(guide, input, output, 8, 1e-5f);
        using PlanarImage expected = Reference(guide, input, 8, 1e-5);
        Assert.InRange(Drawn.MaxDifference(expected, output), 0, 2e-3f);
    }

    [Theory]
    [InlineData(1, 0.3f)]
    [InlineData(1, -4)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    public void Apply_ConstantInput_StaysConstant(int subsample, float value)
    {
        using PlanarImage guide = Drawn.NoisePlanes(101, 77, 3, 2);
        using PlanarImage plane = Drawn.Planes(101, 77, 1, (_, _, _) => value);
        using PlanarImage expected = Drawn.Planes(101, 77, 1, (_, _, _) => value);
        ColourGuidedFilter.Apply(guide, plane, plane, 9, 1e-4f, subsample);
        Assert.InRange(Drawn.MaxDifference(expected, plane), 0, 1e-4f);
    }

    // Exactly, but for rounding; subsampled, a pixel beside the edge takes a quarter of its neighbour's coefficients, of
    // which one window in nine does not know the edge's 0.6: 0.6/9/4.
    [Theory]
    [InlineData(1, 2e-3f)]
    [InlineData(2, 0.0167f)]
    public void Apply_GuideIsTheInput_KeepsTheEdge(int subsample, float tolerance)
    {
        using PlanarImage guide = Drawn.Planes(80, 60, 3, (_, x, _) => x < 40 ? 0.2f : 0.8f);
        using PlanarImage input = Drawn.Planes(80, 60, 1, (_, x, _) => x < 40 ? 0.2f : 0.8f);
        using PlanarImage output = PlanarImage.Rent(80, 60, 1);
        ColourGuidedFilter.Apply(guide, input, output, 8, 1e-5f, subsample);
        Assert.InRange(Drawn.MaxDifference(input, output), 0, tolerance);
    }

    [Fact]
    public void Apply_BlurredMaskOverAColourEdge_SnapsToTheEdge()
    {
        // Red and green of the same brightness: only the colour tells them apart.
        using PlanarImage guide = Drawn.Planes(90, 60, 3, (c, x, _) => c == 2 ? 0.3f : (c == 0) == (x < 45) ? 0.7f : 0.2f);
        using PlanarImage input = Drawn.Planes(90, 60, 1, (_, x, _) => Math.Clamp(0.5f + ((x - 45) / 16), 0, 1));
        using PlanarImage output = PlanarImage.Rent(90, 60, 1);
        ColourGuidedFilter.Apply(guide, input, output, 12, 1e-5f);
        Assert.True(output.Row(0, 30)[45] - output.Row(0, 30)[44] > 0.5f);
        Assert.True(input.Row(0, 30)[45] - input.Row(0, 30)[44] < 0.1f);
    }

    [Fact]
    public void Apply_HugeEpsilon_IsTheMeanOfMeans()
    {
        using PlanarImage guide = Drawn.NoisePlanes(60, 50, 3, 7);
        using PlanarImage input = Drawn.NoisePlanes(60, 50, 1, 8);
        using PlanarImage output = PlanarImage.Rent(60, 50, 1);
        using PlanarImage once = PlanarImage.Rent(60, 50, 1);
        using PlanarImage twice = PlanarImage.Rent(60, 50, 1);
        ColourGuidedFilter.Apply(guide, input, output, 6, 1e6f);
        BoxFilter.Mean(input, once, 6);
        BoxFilter.Mean(once, twice, 6);
        Assert.InRange(Drawn.MaxDifference(twice, output), 0, 1e-5f);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Apply_Subsampled_IsNearTheExact(int subsample)
    {
        // Waves well above what subsampling can still carry.
        using PlanarImage guide = Drawn.Planes(203, 187, 3, (c, x, y) => Drawn.SmoothValue(c, x / 3, y / 3));
        using PlanarImage input = Drawn.Planes(203, 187, 1, (_, x, y) => 1 / (1 + MathF.Exp((130 - x - (y / 2)) / 5)));
        using PlanarImage exact = PlanarImage.Rent(203, 187, 1);
        using PlanarImage fast = PlanarImage.Rent(203, 187, 1);
        ColourGuidedFilter.Apply(guide, input, exact, 16, 1e-3f);
        ColourGuidedFilter.Apply(guide, input, fast, 16, 1e-3f, subsample);
        Assert.InRange(Drawn.MaxDifference(exact, fast), 1e-7f, 0.03f);
    }

    [Fact]
    public void Apply_GreyGuide_StaysFinite()
    {
        using PlanarImage noise = Drawn.NoisePlanes(64, 64, 1, 3);
        using PlanarImage guide = Drawn.Planes(64, 64, 3, (_, x, y) => noise.Row(0, (int)y)[(int)x]);
        using PlanarImage output = PlanarImage.Rent(64, 64, 1);
        ColourGuidedFilter.Apply(guide, noise, output, 4, 1e-6f);
        Assert.InRange(Drawn.MaxDifference(noise, output), 0, 2e-3f);
    }

    [Fact]
    public void Apply_MovedByWholePixels_MovesTheAnswer()
    {
        using PlanarImage guide = Drawn.NoisePlanes(70, 60, 3, 7);
        using PlanarImage input = Drawn.NoisePlanes(70, 60, 1, 8);
        using PlanarImage guideMoved = Drawn.Planes(60, 50, 3, (c, x, y) => guide.Row(c, (int)y + 5)[(int)x + 5]);
        using PlanarImage inputMoved = Drawn.Planes(60, 50, 1, (_, x, y) => input.Row(0, (int)y + 5)[(int)x + 5]);
        using PlanarImage output = PlanarImage.Rent(70, 60, 1);
        using PlanarImage outputMoved = PlanarImage.Rent(60, 50, 1);
        ColourGuidedFilter.Apply(guide, input, output, 4, 0.01f);
        ColourGuidedFilter.Apply(guideMoved, inputMoved, outputMoved, 4, 0.01f);
        using PlanarImage expected = Drawn.Planes(60, 50, 1, (_, x, y) => output.Row(0, (int)y + 5)[(int)x + 5]);
        Assert.InRange(Drawn.MaxDifference(expected, outputMoved, inset: 9), 0, 1e-5f);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    public void Apply_EpsilonNotPositive_Throws(float epsilon)
    {
        using PlanarImage guide = Drawn.NoisePlanes(8, 8, 3, 7);
        using PlanarImage plane = Drawn.NoisePlanes(8, 8, 1, 7);
        Assert.Throws<ArgumentOutOfRangeException>(() => ColourGuidedFilter.Apply(guide, plane, plane, 2, epsilon));
    }

    // Straight from the definition, every window summed anew, the 3 × 3 system by Cramer's rule in double precision.
    private static PlanarImage Reference(PlanarImage guide, PlanarImage input, int radius, double epsilon)
    {
        int width = guide.Width;
        int height = guide.Height;
        var fits = new double[height, width][];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                fits[y, x] = FitWindow(guide, input, x, y, radius, epsilon);
            }
        }

        return Drawn.Planes(width, height, 1, (_, fx, fy) =>
        {
            double q = 0;
            int n = 0;
            foreach ((int i, int j) in Window(guide, (int)fx, (int)fy, radius))
            {
                double[] f = fits[j, i];
                n++;
                q += f[3];
                for (int c = 0; c < 3; c++)
                {
                    q += f[c] * guide.Row(c, (int)fy)[(int)fx];
                }
            }

            return (float)(q / n);
        });
    }

    private static double[] FitWindow(PlanarImage guide, PlanarImage input, int x, int y, int radius, double epsilon)
    {
        var mean = new double[4];
        var product = new double[4, 4];
        int n = 0;
        foreach ((int i, int j) in Window(guide, x, y, radius))
        {
            n++;
            double[] v = [guide.Row(0, j)[i], guide.Row(1, j)[i], guide.Row(2, j)[i], input.Row(0, j)[i]];
            for (int a = 0; a < 4; a++)
            {
                mean[a] += v[a];
                for (int b = 0; b < 4; b++)
                {
                    product[a, b] += v[a] * v[b];
                }
            }
        }

        double Covariance(int a, int b) => (product[a, b] / n) - (mean[a] / n * (mean[b] / n)) + (a == b ? epsilon : 0);
        double Determinant(int replaced)
        {
            double At(int row, int column) => Covariance(row, column == replaced ? 3 : column);
            return (At(0, 0) * ((At(1, 1) * At(2, 2)) - (At(1, 2) * At(2, 1))))
                - (At(0, 1) * ((At(1, 0) * At(2, 2)) - (At(1, 2) * At(2, 0))))
                + (At(0, 2) * ((At(1, 0) * At(2, 1)) - (At(1, 1) * At(2, 0))));
        }

        double whole = Determinant(-1);
        double[] fit = [Determinant(0) / whole, Determinant(1) / whole, Determinant(2) / whole, 0];
        fit[3] = (mean[3] - (fit[0] * mean[0]) - (fit[1] * mean[1]) - (fit[2] * mean[2])) / n;
        return fit;
    }

    private static IEnumerable<(int X, int Y)> Window(PlanarImage image, int x, int y, int radius)
    {
        for (int j = Math.Max(0, y - radius); j <= Math.Min(image.Height - 1, y + radius); j++)
        {
            for (int i = Math.Max(0, x - radius); i <= Math.Min(image.Width - 1, x + radius); i++)
            {
                yield return (i, j);
            }
        }
    }
}
