namespace Headshots.Vision.Networks.Kernels;

/// <summary>What a kernel does with its results before it stores them.</summary>
internal enum Activation
{
    None,

    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>min(max(x, 0), 6).</summary>
    Relu6,

    /// <summary>max(x, 0) + slope·min(x, 0), a slope for each channel.</summary>
    Prelu,

    /// <summary>x·min(max(x + 3, 0), 6)/6.</summary>
    HardSwish,

    /// <summary>1/(1 + e⁻ˣ).</summary>
    Logistic,
}
