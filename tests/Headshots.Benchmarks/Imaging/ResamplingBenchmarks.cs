using System.Numerics;
using BenchmarkDotNet.Attributes;
using Headshots.Imaging;

namespace Headshots.Benchmarks.Imaging;

[MemoryDiagnoser]
public class ResamplingBenchmarks
{
    private static readonly RectF Crop = new(340, 20, 2275.5f, 2275.5f);

    private readonly RgbImage _photo = Photo.SevenMegapixels();
    private readonly PlanarImage _small = Photo.Planes(512, 3);
    private readonly PlanarImage _target = PlanarImage.Rent(1024, 1024, 3);
    private readonly float[] _input = new float[192 * 192 * 3];

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup() => PixelThreads.Degree = Threads;

    [Benchmark]
    public void Sample192() => BilinearSampler.Sample(
        _photo, Matrix3x2.CreateRotation(0.1f) * Matrix3x2.CreateScale(8) * Matrix3x2.CreateTranslation(900, 300), _input, 192, 192, 1, 0, Border.Zero);

    [Benchmark]
    [Arguments(2)]
    [Arguments(4)]
    public void Reduce(int factor) => PixelReduction.Reduce(_photo, factor).Dispose();

    [Benchmark]
    public void ResizePhotoTo1024() => Resampler.Resize(_photo, Crop, _target);

    [Benchmark]
    public void ResizePhotoTo1024LinearLight() => Resampler.Resize(_photo, Crop, _target, new ResizeOptions { LinearLight = true });

    [Benchmark]
    public void Enlarge512To1024() => Resampler.Resize(_small, new RectF(0, 0, 512, 512), _target);

    [Benchmark]
    public void WarpPhotoTo1024By3Degrees() => AffineWarp.Warp(
        _photo, Matrix3x2.CreateScale(2.1f) * Matrix3x2.CreateRotation(0.052f) * Matrix3x2.CreateTranslation(480, 40), _target, Border.Replicate);
}
