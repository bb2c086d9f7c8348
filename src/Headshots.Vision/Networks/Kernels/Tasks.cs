namespace Headshots.Vision.Networks.Kernels;

/// <summary>
/// A matrix product whose left side may be a window sliding over an image: row m of A is made of
/// <see cref="Segments"/> runs of <see cref="Depth"/> floats, the first at A + m·AStride, each next one
/// SegmentStride further (the window's next line).
/// </summary>
internal unsafe struct MatrixTask
{
    public float* A;
    public int AStride;
    public int Segments;
    public int SegmentStride;
    public int Depth;

    /// <summary>Weights in panels: for each panel, Segments·Depth rows of PanelWidth floats, zero beyond the last column.</summary>
    public float* B;

    /// <summary>As long as the packed columns, zero beyond the last.</summary>
    public float* Bias;

    public float* C;
    public int CStride;
    public int Rows;
    public int Columns;

    /// <summary>Added to the product before the activation; null for none.</summary>
    public float* Residual;
    public int ResidualStride;

    /// <summary>Columns of the residual, padded to whole registers; columns from here on get nothing added.</summary>
    public int ResidualColumns;

    public Activation Activation;

    /// <summary>As long as the packed columns; for Prelu.</summary>
    public float* Slopes;
}

/// <summary>A depthwise convolution: image height × width, stride floats per pixel (whole registers).</summary>
internal unsafe struct DepthwiseTask
{
    public float* Source;
    public int Height;
    public int Width;
    public int Stride;
    public int OutputWidth;
    public int KernelHeight;
    public int KernelWidth;
    public int StrideX;
    public int StrideY;
    public int PadLeft;
    public int PadTop;

    /// <summary>Kernel lines × kernel columns × stride.</summary>
    public float* Weights;
    public float* Bias;

    /// <summary>A line of zeros as long as the image's, for lines above and below it.</summary>
    public float* Zeros;
    public Activation Activation;
    public float* Slopes;
}

/// <summary>Pooling windows over an image; positions outside the image do not count.</summary>
internal unsafe struct PoolTask
{
    public float* Source;
    public float* Target;
    public int Height;
    public int Width;
    public int Stride;
    public int OutputHeight;
    public int OutputWidth;
    public int WindowHeight;
    public int WindowWidth;
    public int StrideX;
    public int StrideY;
    public int PadLeft;
    public int PadTop;
}

/// <summary>Bilinear resize; sample positions are worked out at compile time, one per output line and column.</summary>
internal unsafe struct ResizeTask
{
    public float* Source;
    public float* Target;
    public int Width;
    public int Stride;
    public int OutputHeight;
    public int OutputWidth;
    public ResizeAxis Rows;
    public ResizeAxis Columns;
}

/// <summary>Per output position: the two neighbours and the weight of the second.</summary>
internal sealed record ResizeAxis(int[] First, int[] Second, float[] Fraction);

/// <summary>Samples an image at affinely transformed positions; what falls outside reads zero.</summary>
internal unsafe struct TransformTask
{
    public float* Source;

    /// <summary>4 × 4, row by row; maps output pixel centres to input pixel centres.</summary>
    public float* Matrix;
    public float* Target;
    public int Height;
    public int Width;
    public int Stride;
    public int OutputHeight;
    public int OutputWidth;
}
