using FsCheck;
using FsCheck.Fluent;
using Headshots.Imaging.Tests.Pixels;

namespace Headshots.Imaging.Tests.Filtering;

public sealed class BoxFilterTests
{
    [Fact]
    public void Mean_AnySizeAndRadius_EqualsTheScalarMean() =>
        Prop.ForAll(
            Gen.Choose(1, 90).Two().SelectMany(s => Gen.Choose(0, 40).Two().Select(r => (s.Item1, s.Item2, r.Item1, 1 + (r.Item2 % 4)))).ToArbitrary(),
            given =>
            {
                (int width, int height, int radius, int channels) = given;
                using PlanarImage source = Drawn.NoisePlanes(width, height, channels, width);
                using PlanarImage target = PlanarImage.Rent(width, height, channels);
                BoxFilter.Mean(source, target, radius);
                using PlanarImage expected = Drawn.Planes(width, height, channels, (c, x, y) => WindowMean(source, c, (int)x, (int)y, radius));
                Assert.InRange(Drawn.MaxDifference(expected, target), 0, 2e-6f);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Mean_TallImage_DoesNotDrift()
    {
        using PlanarImage source = Drawn.NoisePlanes(33, 3000, 1, 4);
        using PlanarImage target = PlanarImage.Rent(33, 3000, 1);
        BoxFilter.Mean(source, target, 12);
        Assert.Equal(WindowMean(source, 0, 32, 2999, 12), target.Row(0, 2999)[32], 1e-6f);
        Assert.Equal(WindowMean(source, 0, 16, 2900, 12), target.Row(0, 2900)[16], 1e-6f);
    }

    [Fact]
    public void Mean_OneThreadOrMany_IsTheSame()
    {
        using PlanarImage source = Drawn.NoisePlanes(70, 500, 2, 5);
        using PlanarImage one = PlanarImage.Rent(70, 500, 2);
        using PlanarImage many = PlanarImage.Rent(70, 500, 2);
        using (PixelThreads.Limit(1))
        {
            BoxFilter.Mean(source, one, 9);
        }

        BoxFilter.Mean(source, many, 9);
        Assert.Equal(0, Drawn.MaxDifference(one, many));
    }

    [Theory]
    [InlineData(0.8f)]
    [InlineData(1.5f)]
    [InlineData(3)]
    [InlineData(7.3f)]
    [InlineData(20)]
    public void GaussianBlur_OfAPoint_HasTheAskedSpread(float sigma)
    {
        int size = (int)(8 * sigma) + 21;
        using PlanarImage point = Drawn.Planes(size, size, 1, (_, x, y) => (int)x == size / 2 && (int)y == size / 2 ? 1 : 0);
        using PlanarImage blurred = PlanarImage.Rent(size, size, 1);
        GaussianBlur.Apply(point, blurred, sigma);
        double sum = 0;
        double variance = 0;
        for (int y = 0; y < size; y++)
        {
            for (int x = 0; x < size; x++)
            {
                double v = blurred.Row(0, y)[x];
                sum += v;
                variance += v * (x - (size / 2)) * (x - (size / 2));
            }
        }

        Assert.Equal(1, sum, 1e-4);
        Assert.Equal(sigma * sigma, variance, (sigma + 0.5) / 3);
    }

    private static float WindowMean(PlanarImage source, int channel, int x, int y, int radius)
    {
        double sum = 0;
        int count = 0;
        for (int j = Math.Max(0, y - radius); j <= Math.Min(source.Height - 1, y + radius); j++)
        {
            for (int i = Math.Max(0, x - radius); i <= Math.Min(source.Width - 1, x + radius); i++, count++)
            {
                sum += source.Row(channel, j)[i];
            }
        }

        return (float)(sum / count);
    }
}
