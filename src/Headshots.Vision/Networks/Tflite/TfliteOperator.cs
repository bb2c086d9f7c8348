namespace Headshots.Vision.Networks.Tflite;

/// <summary>Element types this program reads; numbers as in the schema's TensorType.</summary>
internal enum TensorType
{
    Float32 = 0,
    Float16 = 1,
    Int32 = 2,
}

/// <summary>A tensor of the file: dimensions, and its bytes where it is a constant.</summary>
internal sealed record TfliteTensor(string Name, int[] Shape, TensorType Type, ReadOnlyMemory<byte> Data)
{
    public bool IsConstant => !Data.IsEmpty;

    public int Length => Shape.Aggregate(1, (a, b) => a * b);
}

/// <summary>Built-in operators this program runs; numbers as in the schema's BuiltinOperator.</summary>
internal enum OperatorCode
{
    Add = 0,
    AveragePool = 1,
    Concatenation = 2,
    Convolution = 3,
    DepthwiseConvolution = 4,
    Dequantize = 6,
    Logistic = 14,
    MaxPool = 17,
    Multiply = 18,
    Relu = 19,
    Relu6 = 21,
    Reshape = 22,
    ResizeBilinear = 23,
    Custom = 32,
    Pad = 34,
    StridedSlice = 45,
    Prelu = 54,
    HardSwish = 117,

    // MediaPipe's custom operators, known by name; numbers of our own beyond the schema's.
    LandmarksToTransformMatrix = 10_001,
    TransformTensorBilinear = 10_002,
    TransformLandmarks = 10_003,
    TransposeConvolutionBias = 10_004,
}

/// <summary>Activation written into an operator; numbers as in the schema's ActivationFunctionType.</summary>
internal enum FusedActivation
{
    None = 0,
    Relu = 1,
    Relu6 = 3,
}

internal enum PaddingMode
{
    Same = 0,
    Valid = 1,
}

/// <summary>Stride, window and padding of a convolution or pooling; window 0 where the weights tell it.</summary>
internal sealed record WindowOptions(PaddingMode Padding, int StrideX, int StrideY, int Width, int Height);

/// <summary>One operator of the file, its options already checked for range.</summary>
internal sealed record TfliteOperator(int Index, OperatorCode Code, string Name, int Version, int[] Inputs, int[] Outputs)
{
    public FusedActivation Activation { get; init; }

    /// <summary>Convolutions and poolings only.</summary>
    public WindowOptions Window { get; init; } = new(PaddingMode.Same, 1, 1, 0, 0);

    /// <summary>Concatenation only; negative counts from the end.</summary>
    public int Axis { get; init; }

    /// <summary>Bilinear resize only.</summary>
    public bool AlignCorners { get; init; }

    /// <summary>Bilinear resize only.</summary>
    public bool HalfPixelCentres { get; init; }

    /// <summary>Strided slice only: which bounds of the file are to be ignored.</summary>
    public int BeginMask { get; init; }

    /// <summary>Strided slice only.</summary>
    public int EndMask { get; init; }

    /// <summary>Custom operators only.</summary>
    public ReadOnlyMemory<byte> CustomOptions { get; init; }

    /// <summary>How messages call this operator.</summary>
    public string Label => $"operator {Index} ({Name})";

    public NetworkFormatException Refuse(string what) => new($"{Label}: {what}.");
}
