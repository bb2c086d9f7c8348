using BenchmarkDotNet.Attributes;
using Headshots.Imaging;

namespace Headshots.Benchmarks.Imaging;

[MemoryDiagnoser]
public class FilteringBenchmarks
{
    private readonly PlanarImage _guide = Photo.Planes(1024, 3);
    private readonly PlanarImage _mask = Photo.Planes(1024, 1);
    private readonly PlanarImage _plane = PlanarImage.Rent(1024, 1024, 1);
    private readonly PlanarImage _colour = PlanarImage.Rent(1024, 1024, 3);

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup() => PixelThreads.Degree = Threads;

    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    [Arguments(4)]
    public void GuidedFilter(int subsample) => ColourGuidedFilter.Apply(_guide, _mask, _plane, 10, 1e-5f, subsample);

    [Benchmark]
    public void BoxMean() => BoxFilter.Mean(_guide, _colour, 10);

    [Benchmark]
    public void Gaussian() => GaussianBlur.Apply(_guide, _colour, 8);

    [Benchmark]
    public void ToLab() => PlanarColour.ToLab(_guide, _colour);

    [Benchmark]
    public void DecodeAndEncode()
    {
        PlanarColour.Decode(_guide, _colour);
        PlanarColour.Encode(_colour, _colour);
    }
}
