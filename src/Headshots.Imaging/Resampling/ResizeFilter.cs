namespace Headshots.Imaging;

/// <summary>A <see cref="ResizeKernel"/> at a given scale (source pixels per target pixel).</summary>
internal readonly struct ResizeFilter
{
    private readonly ResizeKernel _kernel;
    private readonly double _stretch;
    private readonly double _scale;

    public ResizeFilter(ResizeKernel kernel, double scale)
    {
        _kernel = kernel;
        _scale = scale;
        _stretch = Math.Max(1, scale);
        Radius = kernel switch
        {
            ResizeKernel.Lanczos3 => 3 * _stretch,
            ResizeKernel.CatmullRom => 2 * _stretch,
            ResizeKernel.Bilinear => _stretch,
            ResizeKernel.Area => (scale / 2) + 0.5,
            _ => throw new ArgumentOutOfRangeException(nameof(kernel)),
        };
    }

    /// <summary>Beyond this distance, in source pixels, the weight is zero.</summary>
    public double Radius { get; }

    /// <summary>The weight, not normalised, of a source pixel whose centre lies this far from the target's.</summary>
    public double Weight(double distance)
    {
        double x = Math.Abs(distance);
        return _kernel switch
        {
            ResizeKernel.Lanczos3 => Lanczos(x / _stretch),
            ResizeKernel.CatmullRom => Cubic(x / _stretch),
            ResizeKernel.Bilinear => Math.Max(0, 1 - (x / _stretch)),
            _ => Math.Max(0, Math.Min(_scale, Math.Min(1, (_scale / 2) + 0.5 - x))),
        };
    }

    /// <summary>sinc(x)·sinc(x/3) for x ≥ 0.</summary>
    public static double Lanczos(double x)
    {
        if (x < 1e-8)
        {
            return 1;
        }

        double p = Math.PI * x;
        return x >= 3 ? 0 : 3 * Math.Sin(p) * Math.Sin(p / 3) / (p * p);
    }

    // Keys, "Cubic convolution interpolation for digital image processing", 1981, a = −½.
    private static double Cubic(double x) => x switch
    {
        < 1 => (((1.5 * x) - 2.5) * x * x) + 1,
        < 2 => (((((-0.5 * x) + 2.5) * x) - 4) * x) + 2,
        _ => 0,
    };
}
