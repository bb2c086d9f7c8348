namespace Headshots.Vision.Networks.Tflite;

/// <summary>Reads an operator's options table; which fields it has depends on the operator.</summary>
internal static class TfliteOptions
{
    private const int MaximumStride = 4_096;
    private const int MaximumWindow = 4_096;

    public static TfliteOperator Read(TfliteOperator plain, FlatTable? options) => options is { } table
        ? Read(plain, table)
        : Default(plain);

    private static TfliteOperator Default(TfliteOperator plain) => plain.Code
        is OperatorCode.Convolution or OperatorCode.DepthwiseConvolution or OperatorCode.MaxPool or OperatorCode.AveragePool
        ? throw plain.Refuse("its options are missing")
        : plain;

    private static TfliteOperator Read(TfliteOperator plain, FlatTable table) => plain.Code switch
    {
        OperatorCode.Convolution => plain with
        {
            Window = Window(plain, table, 0, 0, 4, 5),
            Activation = Activation(plain, table, 3),
        },
        OperatorCode.DepthwiseConvolution => plain with
        {
            Window = Window(plain, table, 0, 0, 5, 6),
            Activation = Activation(plain, table, 4),
        },
        OperatorCode.MaxPool or OperatorCode.AveragePool => plain with
        {
            Window = Window(plain, table, Size(plain, table, 3, "filter_width"), Size(plain, table, 4, "filter_height"), -1, -1),
            Activation = Activation(plain, table, 5),
        },
        OperatorCode.Add or OperatorCode.Multiply => plain with { Activation = Activation(plain, table, 0) },
        OperatorCode.Concatenation => plain with
        {
            Axis = table.Int32(0, "axis"),
            Activation = Activation(plain, table, 1),
        },
        OperatorCode.ResizeBilinear => plain with
        {
            AlignCorners = table.Flag(2, "align_corners"),
            HalfPixelCentres = table.Flag(3, "half_pixel_centers"),
        },
        OperatorCode.StridedSlice => Slice(plain, table),
        _ => plain,
    };

    private static TfliteOperator Slice(TfliteOperator plain, FlatTable table)
    {
        if (table.Int32(2, "ellipsis_mask") != 0 || table.Int32(3, "new_axis_mask") != 0 || table.Int32(4, "shrink_axis_mask") != 0)
        {
            throw plain.Refuse("ellipsis, new-axis and shrink-axis masks are not supported");
        }

        return plain with { BeginMask = table.Int32(0, "begin_mask"), EndMask = table.Int32(1, "end_mask") };
    }

    private static WindowOptions Window(TfliteOperator plain, FlatTable table, int width, int height, int dilationX, int dilationY)
    {
        int padding = table.UInt8(0, "padding");
        int strideX = table.Int32(1, "stride_w");
        int strideY = table.Int32(2, "stride_h");
        if (padding > (int)PaddingMode.Valid)
        {
            throw plain.Refuse($"padding mode {padding} is unknown");
        }

        if (strideX is < 1 or > MaximumStride || strideY is < 1 or > MaximumStride)
        {
            throw plain.Refuse($"stride {strideX} by {strideY} is out of range");
        }

        if (dilationX >= 0 && (table.Int32(dilationX, "dilation_w", 1) != 1 || table.Int32(dilationY, "dilation_h", 1) != 1))
        {
            throw plain.Refuse("dilation is not supported");
        }

        return new WindowOptions((PaddingMode)padding, strideX, strideY, width, height);
    }

    private static int Size(TfliteOperator plain, FlatTable table, int index, string field)
    {
        int size = table.Int32(index, field);
        return size is >= 1 and <= MaximumWindow ? size : throw plain.Refuse($"{field} {size} is out of range");
    }

    private static FusedActivation Activation(TfliteOperator plain, FlatTable table, int index)
    {
        var activation = (FusedActivation)table.UInt8(index, "fused_activation_function");
        return Enum.IsDefined(activation) ? activation : throw plain.Refuse($"fused activation {(int)activation} is not supported");
    }
}
