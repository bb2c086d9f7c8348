using FsCheck;
using FsCheck.Fluent;
using Headshots.Imaging.Tests.Pixels;

namespace Headshots.Imaging.Tests.Resampling;

public sealed class ResamplerTests
{
    private const float HalfStep = 0.5f / 255;

    [Theory]
    [InlineData(ResizeKernel.Lanczos3)]
    [InlineData(ResizeKernel.Area)]
    [InlineData(ResizeKernel.Bilinear)]
    [InlineData(ResizeKernel.CatmullRom)]
    public void Resize_AnyRegion_EqualsTheScalarDoubleSum(ResizeKernel kernel) =>
        Prop.ForAll(
            Gen.Choose(1, 50).ArrayOf(4).SelectMany(n => Gen.Choose(-300, 900).ArrayOf(4).Select(r => (Sizes: n, Region: r))).ToArbitrary(),
            given =>
            {
                int[] n = given.Sizes;
                int[] r = given.Region;
                using PlanarImage source = Drawn.NoisePlanes(n[0], n[1], 1, n[2]);
                using PlanarImage target = PlanarImage.Rent(n[2], n[3], 1);
                var region = new RectF(r[0] / 16f, r[1] / 16f, 0.5f + Math.Abs(r[2] / 10f), 0.5f + Math.Abs(r[3] / 10f));
                Resampler.Resize(source, region, target, new ResizeOptions { Kernel = kernel, KeepOvershoot = true });
                using PlanarImage expected = Drawn.Planes(n[2], n[3], 1, (_, x, y) => Reference(source, region, kernel, n[2], n[3], x, y));
                Assert.InRange(Drawn.MaxDifference(expected, target), 0, 2e-5f);
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(ResizeKernel.Lanczos3)]
    [InlineData(ResizeKernel.Area)]
    [InlineData(ResizeKernel.Bilinear)]
    [InlineData(ResizeKernel.CatmullRom)]
    public void Resize_WholeImageToItsOwnSize_IsExact(ResizeKernel kernel)
    {
        using PlanarImage source = Drawn.NoisePlanes(67, 35, 4, 1);
        using PlanarImage target = PlanarImage.Rent(67, 35, 4);
        Resampler.Resize(source, new RectF(0, 0, 67, 35), target, new ResizeOptions { Kernel = kernel });
        Assert.Equal(0, Drawn.MaxDifference(source, target));
    }

    [Fact]
    public void Resize_WholePixelsOfAPhoto_AreItsBytes()
    {
        using RgbImage source = Drawn.Noise(100, 80, 3);
        using PlanarImage target = PlanarImage.Rent(61, 40, 4);
        Resampler.Resize(source, new RectF(17, 9, 61, 40), target);
        for (int y = 0; y < 40; y++)
        {
            for (int x = 0; x < 61 * 3; x++)
            {
                Assert.Equal(source.Row(y + 9)[51 + x] / 255f, target.Row(x % 3, y)[x / 3], 1e-6f);
            }

            Assert.Equal(-1, target.Row(3, y).IndexOfAnyExcept(1f));
        }
    }

    [Fact]
    public void Resize_LinearLightIdentity_StaysWithinHalfAStep()
    {
        using RgbImage source = Drawn.Noise(70, 33, 4);
        using PlanarImage expected = Drawn.Planes(source);
        using PlanarImage target = PlanarImage.Rent(70, 33, 3);
        Resampler.Resize(source, new RectF(0, 0, 70, 33), target, new ResizeOptions { LinearLight = true });
        Assert.InRange(Drawn.MaxDifference(expected, target), 0, HalfStep / 100);
        Resampler.Resize(expected, new RectF(0, 0, 70, 33), target, new ResizeOptions { LinearLight = true });
        Assert.InRange(Drawn.MaxDifference(expected, target), 0, HalfStep / 100);
    }

    [Fact]
    public void Resize_LinearLightChecker_AveragesLightNotCode()
    {
        using PlanarImage checker = Drawn.Planes(64, 64, 3, (_, x, y) => ((int)x + (int)y) % 2);
        using PlanarImage target = PlanarImage.Rent(32, 32, 3);
        var options = new ResizeOptions { Kernel = ResizeKernel.Area, LinearLight = true };
        Resampler.Resize(checker, new RectF(0, 0, 64, 64), target, options);
        Assert.Equal(SrgbCurve.ToEncoded(0.5), target.Row(1, 5)[5], 1e-5);
        Resampler.Resize(checker, new RectF(0, 0, 64, 64), target, options with { LinearLight = false });
        Assert.Equal(0.5, target.Row(1, 5)[5], 1e-6);
    }

    [Fact]
    public void Resize_IntegerAreaReduction_IsTheBoxMeanAndKeepsTheMean()
    {
        using PlanarImage source = Drawn.NoisePlanes(96, 60, 3, 5);
        using PlanarImage target = PlanarImage.Rent(32, 15, 3);
        Resampler.Resize(source, new RectF(0, 0, 96, 60), target, new ResizeOptions { Kernel = ResizeKernel.Area });
        using PlanarImage expected = Drawn.Planes(32, 15, 3, (c, x, y) => BoxMean(source, c, (int)x * 3, (int)y * 4, 3, 4));
        Assert.InRange(Drawn.MaxDifference(expected, target), 0, 1e-6f);
        Assert.Equal(Drawn.Mean(source, 1), Drawn.Mean(target, 1), 1e-6);
    }

    [Fact]
    public void Resize_FractionalAreaReduction_KeepsTheMean() =>
        Prop.ForAll(
            Gen.Choose(20, 120).Two().SelectMany(s => Gen.Choose(3, 20).Two().Select(t => (s, t))).ToArbitrary(),
            given =>
            {
                ((int w, int h), (int tw, int th)) = given;
                using PlanarImage source = Drawn.NoisePlanes(w, h, 1, w);
                using PlanarImage target = PlanarImage.Rent(tw, th, 1);
                Resampler.Resize(source, new RectF(0, 0, w, h), target, new ResizeOptions { Kernel = ResizeKernel.Area });
                Assert.Equal(Drawn.Mean(source, 0), Drawn.Mean(target, 0), 1e-5);
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(ResizeKernel.Lanczos3)]
    [InlineData(ResizeKernel.Area)]
    [InlineData(ResizeKernel.Bilinear)]
    [InlineData(ResizeKernel.CatmullRom)]
    public void Resize_Constant_StaysConstantAtEveryEdge(ResizeKernel kernel)
    {
        using PlanarImage source = Drawn.Planes(23, 17, 3, (c, _, _) => 0.25f * (c + 1));
        using PlanarImage target = PlanarImage.Rent(51, 9, 3);
        Resampler.Resize(source, new RectF(-7.3f, -20, 60, 50.7f), target, new ResizeOptions { Kernel = kernel });
        using PlanarImage expected = Drawn.Planes(51, 9, 3, (c, _, _) => 0.25f * (c + 1));
        Assert.InRange(Drawn.MaxDifference(expected, target), 0, 1e-6f);
    }

    [Fact]
    public void Resize_UpAndDownAgain_GivesTheImageBack()
    {
        using PlanarImage source = Drawn.Smooth(60, 48, 3);
        using PlanarImage large = PlanarImage.Rent(180, 144, 3);
        using PlanarImage back = PlanarImage.Rent(60, 48, 3);
        Resampler.Resize(source, new RectF(0, 0, 60, 48), large);
        Resampler.Resize(large, new RectF(0, 0, 180, 144), back);
        Assert.InRange(Drawn.MaxDifference(source, back, inset: 3), 0, HalfStep);
    }

    [Fact]
    public void Resize_Enlarging_IsSharperThanTheCubic()
    {
        using PlanarImage source = Drawn.Planes(64, 64, 1, (_, x, _) => 0.5f + (0.4f * MathF.Cos(x * MathF.PI * 0.7f)));
        float Error(ResizeKernel kernel)
        {
            using PlanarImage target = PlanarImage.Rent(256, 64, 1);
            using PlanarImage truth = Drawn.Planes(256, 64, 1, (_, x, _) => 0.5f + (0.4f * MathF.Cos(x / 4 * MathF.PI * 0.7f)));
            Resampler.Resize(source, new RectF(0, 0, 64, 64), target, new ResizeOptions { Kernel = kernel });
            return Drawn.MaxDifference(truth, target, inset: 16);
        }

        Assert.True(Error(ResizeKernel.Lanczos3) < 0.7f * Error(ResizeKernel.CatmullRom));
    }

    [Fact]
    public void Resize_ReducingFineStripes_DoesNotAlias()
    {
        using PlanarImage stripes = Drawn.Planes(400, 40, 1, (_, x, _) => (int)x % 2);
        using PlanarImage target = PlanarImage.Rent(133, 13, 1);
        Resampler.Resize(stripes, new RectF(0, 0, 400, 40), target);
        using PlanarImage grey = Drawn.Planes(133, 13, 1, (_, _, _) => 0.5f);
        Assert.InRange(Drawn.MaxDifference(grey, target, inset: 2), 0, 0.02f);
    }

    [Fact]
    public void Resize_SourceMovedByWholePixels_MovesTheTarget()
    {
        using PlanarImage source = Drawn.NoisePlanes(80, 70, 1, 6);
        using PlanarImage moved = Drawn.Planes(70, 60, 1, (_, x, y) => source.Row(0, (int)y + 4)[(int)x + 8]);
        using PlanarImage a = PlanarImage.Rent(15, 12, 1);
        using PlanarImage b = PlanarImage.Rent(15, 12, 1);
        Resampler.Resize(source, new RectF(28.25f, 24.5f, 30, 24), a);
        Resampler.Resize(moved, new RectF(20.25f, 20.5f, 30, 24), b);
        Assert.InRange(Drawn.MaxDifference(a, b), 0, 2e-6f);
    }

    [Fact]
    public void Resize_WithoutKeepOvershoot_StaysInRange()
    {
        using PlanarImage step = Drawn.Planes(40, 40, 1, (_, x, y) => x < 20 != y < 20 ? 1 : 0);
        using PlanarImage target = PlanarImage.Rent(120, 120, 1);
        Resampler.Resize(step, new RectF(0, 0, 40, 40), target, new ResizeOptions { KeepOvershoot = true });
        Assert.Contains(target.Row(0, 30).ToArray(), v => v > 1.02f);
        Resampler.Resize(step, new RectF(0, 0, 40, 40), target);
        for (int y = 0; y < 120; y++)
        {
            Assert.All(target.Row(0, y).ToArray(), v => Assert.InRange(v, 0f, 1f));
        }
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, -1)]
    [InlineData(float.NaN, 10)]
    [InlineData(10, float.PositiveInfinity)]
    public void Resize_NoRegion_Throws(float width, float height)
    {
        using PlanarImage source = PlanarImage.Rent(4, 4, 1);
        using PlanarImage target = PlanarImage.Rent(4, 4, 1);
        Assert.Throws<ArgumentException>(() => Resampler.Resize(source, new RectF(0, 0, width, height), target));
    }

    private static float BoxMean(PlanarImage source, int channel, int left, int top, int width, int height)
    {
        double sum = 0;
        for (int y = top; y < top + height; y++)
        {
            for (int x = left; x < left + width; x++)
            {
                sum += source.Row(channel, y)[x];
            }
        }

        return (float)(sum / (width * height));
    }

    private static float Reference(
        PlanarImage source, RectF region, ResizeKernel kernel, int targetWidth, int targetHeight, float x, float y)
    {
        double scaleX = (double)region.Width / targetWidth;
        double scaleY = (double)region.Height / targetHeight;
        double u = region.X + (x * scaleX);
        double v = region.Y + (y * scaleY);
        double sum = 0;
        double total = 0;
        for (int j = (int)(v - (3 * Math.Max(1, scaleY)) - 2); j <= v + (3 * Math.Max(1, scaleY)) + 2; j++)
        {
            double down = Weight(kernel, j + 0.5 - v, scaleY);
            for (int i = (int)(u - (3 * Math.Max(1, scaleX)) - 2); down != 0 && i <= u + (3 * Math.Max(1, scaleX)) + 2; i++)
            {
                double weight = down * Weight(kernel, i + 0.5 - u, scaleX);
                sum += weight * source.Row(0, Math.Clamp(j, 0, source.Height - 1))[Math.Clamp(i, 0, source.Width - 1)];
                total += weight;
            }
        }

        return (float)(sum / total);
    }

    private static double Weight(ResizeKernel kernel, double distance, double scale)
    {
        double x = Math.Abs(distance) / Math.Max(1, scale);
        static double Sinc(double t) => t == 0 ? 1 : Math.Sin(Math.PI * t) / (Math.PI * t);
        return kernel switch
        {
            ResizeKernel.Lanczos3 => x < 3 ? Sinc(x) * Sinc(x / 3) : 0,
            ResizeKernel.Bilinear => Math.Max(0, 1 - x),
            ResizeKernel.CatmullRom when x < 1 => (1.5 * x * x * x) - (2.5 * x * x) + 1,
            ResizeKernel.CatmullRom when x < 2 => (-0.5 * x * x * x) + (2.5 * x * x) - (4 * x) + 2,
            ResizeKernel.CatmullRom => 0,
            _ => Math.Max(0, Math.Min(distance + 0.5, scale / 2) - Math.Max(distance - 0.5, -scale / 2)),
        };
    }
}
