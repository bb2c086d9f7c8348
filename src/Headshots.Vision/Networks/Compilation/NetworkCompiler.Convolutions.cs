using Headshots.Vision.Networks.Execution;
using Headshots.Vision.Networks.Kernels;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Networks.Compilation;

/// <content>Convolutions of all kinds.</content>
internal sealed partial class NetworkCompiler
{
    private const int MaximumDepthwiseKernel = 16;

    private void LowerConvolution(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        int source = Input(op, 0), kernel = Input(op, 1);
        (int height, int width, int channels) = Image(op, source);
        if (Shape(kernel) is not [var columns, var kernelHeight, var kernelWidth, var depth] || depth != channels)
        {
            throw op.Refuse($"its weights have shape [{string.Join(',', Shape(kernel))}] for {channels} input channels");
        }

        WindowGeometry shape = Geometry(op, height, width, kernelHeight, kernelWidth);
        RequireShape(op, node.Output, 1, shape.OutputHeight, shape.OutputWidth, columns);
        int totalDepth = kernelHeight * kernelWidth * channels;
        var weights = new ConvolutionWeights(
            WeightPacking.Panels(constants.Floats(kernel, op), columns, totalDepth, kernels.PanelWidth),
            Bias(op, columns),
            columns,
            node.Activation,
            SlopesOf(node, columns));
        Operand? residual = node.Residual < 0 ? null : Padded(node.Residual, op);
        bool pointwise = kernelHeight == 1 && kernelWidth == 1 && shape is { StrideX: 1, StrideY: 1 };
        if (node.Depthwise is { } depthwise)
        {
            (WindowGeometry window, Operand from, DepthwiseWeights first) = PrepareDepthwise(depthwise);
            Operand strip = Operand.Scratch(SeparableStep.StripLines(window) * window.OutputWidth * from.Stride);
            steps.Add(new SeparableStep($"{depthwise.Operator.Label} + {op.Label}", window, from, strip, residual, NewWanted(node.Output), first, weights));
            return;
        }

        Operand image = Existing(source, op);
        if (pointwise)
        {
            steps.Add(new PointwiseStep(op.Label, image, residual, NewWanted(node.Output), weights));
            return;
        }

        bool direct = shape.FitsLines && image.Stride == channels;
        long frameLength = (long)shape.FrameHeight * shape.FrameWidth * channels;
        Operand? frame = direct ? null : Operand.Scratch(Checked(op, frameLength));
        steps.Add(new WindowStep(op.Label, shape, image, frame, residual, NewWanted(node.Output), weights));
    }

    private void LowerDepthwise(GraphNode node)
    {
        (WindowGeometry shape, Operand source, DepthwiseWeights weights) = PrepareDepthwise(node);
        steps.Add(new DepthwiseStep(node.Operator.Label, shape, source, NewPadded(node.Output), weights));
    }

    private (WindowGeometry Shape, Operand Source, DepthwiseWeights Weights) PrepareDepthwise(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        int source = Input(op, 0), kernel = Input(op, 1);
        (int height, int width, int channels) = Image(op, source);
        if (Shape(kernel) is not [1, var kernelHeight, var kernelWidth, var depth] || depth != channels
            || kernelHeight > MaximumDepthwiseKernel || kernelWidth > MaximumDepthwiseKernel)
        {
            throw op.Refuse($"its weights have shape [{string.Join(',', Shape(kernel))}] for {channels} input channels; one output per channel and windows up to {MaximumDepthwiseKernel} are supported");
        }

        WindowGeometry shape = Geometry(op, height, width, kernelHeight, kernelWidth);
        RequireShape(op, node.Output, 1, shape.OutputHeight, shape.OutputWidth, channels);
        Operand image = Padded(source, op);
        var zeros = new PinnedFloats(width * image.Stride);
        return (shape, image, new DepthwiseWeights(
            WeightPacking.Rows(constants.Floats(kernel, op), channels, image.Stride),
            Bias(op, channels),
            Operand.Constant(1, zeros.Length, zeros.Length, zeros),
            node.Activation,
            SlopesOf(node, channels)));
    }

    private void LowerTransposeConvolution(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        int source = Input(op, 0), kernel = Input(op, 1);
        (int height, int width, int channels) = Image(op, source);
        if (Shape(kernel) is not [var columns, var kernelHeight, var kernelWidth, var depth] || depth != channels)
        {
            throw op.Refuse($"its weights have shape [{string.Join(',', Shape(kernel))}] for {channels} input channels");
        }

        (PaddingMode mode, int strideX, int strideY) = TransposeOptions.Read(op);
        (int outputHeight, int padTop) = TransposeOptions.Extent(height, kernelHeight, strideY, mode);
        (int outputWidth, int padLeft) = TransposeOptions.Extent(width, kernelWidth, strideX, mode);
        RequireShape(op, node.Output, 1, outputHeight, outputWidth, columns);

        // One column per window position and output channel: OHWI becomes HWO columns of depth I.
        float[] given = constants.Floats(kernel, op);
        var turned = new float[given.Length];
        int positions = kernelHeight * kernelWidth;
        for (int o = 0; o < columns; o++)
        {
            for (int p = 0; p < positions; p++)
            {
                given.AsSpan(((o * positions) + p) * depth, depth).CopyTo(turned.AsSpan(((p * columns) + o) * depth));
            }
        }

        int windowColumns = positions * columns;
        var weights = new ConvolutionWeights(
            WeightPacking.Panels(turned, windowColumns, depth, kernels.PanelWidth),
            WeightPacking.Vector(new float[windowColumns], kernels.PanelWidth),
            windowColumns,
            Activation.None,
            null);
        float[] bias = op.Inputs.Length > 2 && op.Inputs[2] >= 0 ? constants.Floats(op.Inputs[2], op) : new float[columns];
        if (bias.Length != columns)
        {
            throw op.Refuse($"its bias has {bias.Length} values for {columns} channels");
        }

        int stride = (windowColumns + kernels.Width - 1) / kernels.Width * kernels.Width;
        var shape = new WindowGeometry(height, width, outputHeight, outputWidth, kernelHeight, kernelWidth, strideY, strideX, padTop, padLeft);
        var windows = new Operand(Checked(op, (long)width * stride) / stride, windowColumns, stride);
        steps.Add(new TransposeConvolutionStep(op.Label, shape, Existing(source, op), windows, NewDense(node.Output), weights, bias));
    }

    private static int Checked(TfliteOperator op, long length) =>
        length <= 1 << 24 ? (int)length : throw op.Refuse("needs too much working memory");

    /// <summary>Output size and padding of a sliding window, as TensorFlow defines SAME and VALID.</summary>
    private static WindowGeometry Geometry(TfliteOperator op, int height, int width, int kernelHeight, int kernelWidth)
    {
        WindowOptions options = op.Window;
        (int outputHeight, int padTop) = Extent(op, height, kernelHeight, options.StrideY);
        (int outputWidth, int padLeft) = Extent(op, width, kernelWidth, options.StrideX);
        return new WindowGeometry(
            height, width, outputHeight, outputWidth, kernelHeight, kernelWidth, options.StrideY, options.StrideX, padTop, padLeft);
    }

    private static (int Output, int PadBefore) Extent(TfliteOperator op, int size, int kernel, int stride)
    {
        if (op.Window.Padding == PaddingMode.Same)
        {
            int output = (size + stride - 1) / stride;
            return (output, Math.Max(0, ((output - 1) * stride) + kernel - size) / 2);
        }

        return size >= kernel
            ? (((size - kernel) / stride) + 1, 0)
            : throw op.Refuse($"a window of {kernel} does not fit into {size} without padding");
    }

    private Operand Bias(TfliteOperator op, int channels)
    {
        float[] bias = op.Inputs.Length > 2 && op.Inputs[2] >= 0 ? constants.Floats(op.Inputs[2], op) : new float[channels];
        return bias.Length == channels
            ? WeightPacking.Vector(bias, kernels.PanelWidth)
            : throw op.Refuse($"its bias has {bias.Length} values for {channels} channels");
    }

    private Operand? SlopesOf(GraphNode node, int channels)
    {
        if (node.Slopes < 0)
        {
            return null;
        }

        float[] slopes = constants.Floats(node.Slopes, node.Operator);
        return slopes.Length == channels
            ? WeightPacking.Vector(slopes, kernels.PanelWidth)
            : throw node.Operator.Refuse($"has {slopes.Length} slopes for {channels} channels");
    }
}
