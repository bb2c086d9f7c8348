using BenchmarkDotNet.Attributes;
using Headshots.Imaging;

namespace Headshots.Benchmarks.Imaging;

/// <summary>What reuse saves: the page faults of writing to memory that the system has just handed out.</summary>
[MemoryDiagnoser]
public class PixelPoolBenchmarks
{
    [Benchmark(Baseline = true)]
    public void RentAndFillReused() => RentAndFill();

    [Benchmark]
    public void RentAndFillFresh()
    {
        PixelPool.Trim();
        RentAndFill();
    }

    private static void RentAndFill()
    {
        using RgbImage image = RgbImage.Rent(Photo.Width, Photo.Height);
        image.Pixels.Fill(1);
    }
}
