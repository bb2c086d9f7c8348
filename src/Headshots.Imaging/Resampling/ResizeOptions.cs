namespace Headshots.Imaging;

/// <summary>
/// The reconstruction filter of a resize. Every one but <see cref="Area"/> is stretched by the reduction, so that a
/// reduction averages over all source pixels, and interpolates the source's own grid when it enlarges.
/// </summary>
public enum ResizeKernel
{
    /// <summary>sinc(x)·sinc(x/3), |x| &lt; 3: the sharpest; overshoots a little at edges.</summary>
    Lanczos3,

    /// <summary>The exact mean over the area that a target pixel covers; blocky when it enlarges, never overshoots.</summary>
    Area,

    /// <summary>The triangle, |x| &lt; 1: soft, never overshoots.</summary>
    Bilinear,

    /// <summary>The cubic through the samples (a = −½), |x| &lt; 2: between the two.</summary>
    CatmullRom,
}

/// <summary>How to resize. The default: Lanczos-3 on values as they are, answers kept within [0, 1].</summary>
public readonly record struct ResizeOptions
{
    public ResizeKernel Kernel { get; init; }

    /// <summary>
    /// Average light rather than sRGB-encoded values: colour channels (the first three of three or four) are decoded
    /// before filtering and encoded again after. Slower; it matters for fine bright-dark texture.
    /// </summary>
    public bool LinearLight { get; init; }

    /// <summary>Do not clamp to [0, 1]: for planes that hold something other than colour or coverage.</summary>
    public bool KeepOvershoot { get; init; }
}
