using Headshots.Vision.Networks.Execution;
using Headshots.Vision.Networks.Kernels;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Networks.Compilation;

/// <summary>
/// Turns a model into steps for one register width. Every shape is worked out anew and compared with the file's, so
/// that kernels, which trust, never meet a tensor smaller than they believe.
/// </summary>
internal sealed partial class NetworkCompiler
{
    private readonly TfliteModel model;
    private readonly KernelSet kernels;
    private readonly Constants constants;
    private readonly List<Step> steps = [];

    /// <summary>The forms in which a tensor exists so far: rows padded to whole registers, rows as the file has them.</summary>
    private readonly Dictionary<int, Operand> padded = [];
    private readonly Dictionary<int, Operand> dense = [];

    /// <summary>Tensors that somebody reads as the file has them.</summary>
    private readonly HashSet<int> wantedDense;

    private NetworkCompiler(TfliteModel model, KernelSet kernels)
    {
        this.model = model;
        this.kernels = kernels;
        constants = new Constants(model);
        wantedDense = [.. model.Outputs];
        foreach (TfliteOperator op in model.Operators.Where(o => ReadsDense(o.Code)))
        {
            wantedDense.UnionWith(op.Inputs);
        }
    }

    public static ManagedNetwork Compile(TfliteModel model, KernelSet kernels)
    {
        var compiler = new NetworkCompiler(model, kernels);
        foreach (int input in model.Inputs)
        {
            compiler.NewDense(input);
        }

        foreach (GraphNode node in Fusion.Run(model, compiler.constants))
        {
            compiler.Lower(node);
        }

        return compiler.Finish();
    }

    private static bool ReadsDense(OperatorCode code) => code is OperatorCode.Reshape or OperatorCode.Concatenation
        or OperatorCode.StridedSlice or OperatorCode.Logistic or OperatorCode.LandmarksToTransformMatrix
        or OperatorCode.TransformLandmarks;

    private ManagedNetwork Finish()
    {
        var inputs = model.Inputs.Select(i => (ShapeOf(i), dense[i])).ToArray();
        var outputs = model.Outputs.Select(o => (ShapeOf(o), Dense(o))).ToArray();
        int length = MemoryPlan.Assign(steps, inputs.Select(i => i.Item2), outputs.Select(o => o.Item2));
        return new ManagedNetwork(kernels, [.. steps], length, inputs, outputs);
    }

    private TensorShape ShapeOf(int tensor) => new(model.Tensors[tensor].Name, model.Tensors[tensor].Shape);

    private void Lower(GraphNode node)
    {
        switch (node.Operator.Code)
        {
            case OperatorCode.Convolution:
                LowerConvolution(node);
                break;
            case OperatorCode.DepthwiseConvolution:
                LowerDepthwise(node);
                break;
            case OperatorCode.TransposeConvolutionBias:
                LowerTransposeConvolution(node);
                break;
            case OperatorCode.Add or OperatorCode.Multiply:
                LowerArithmetic(node);
                break;
            case OperatorCode.Relu or OperatorCode.Relu6 or OperatorCode.HardSwish or OperatorCode.Logistic or OperatorCode.Prelu:
                LowerActivation(node);
                break;
            case OperatorCode.MaxPool or OperatorCode.AveragePool:
                LowerPool(node);
                break;
            case OperatorCode.ResizeBilinear:
                LowerResize(node);
                break;
            case OperatorCode.Reshape:
                LowerReshape(node);
                break;
            case OperatorCode.Concatenation:
                LowerConcatenation(node);
                break;
            case OperatorCode.Pad:
                LowerPad(node);
                break;
            case OperatorCode.StridedSlice:
                LowerSlice(node);
                break;
            case OperatorCode.LandmarksToTransformMatrix:
                LowerLandmarkMatrix(node);
                break;
            case OperatorCode.TransformTensorBilinear:
                LowerTransformTensor(node);
                break;
            case OperatorCode.TransformLandmarks:
                LowerTransformLandmarks(node);
                break;
            default:
                throw node.Operator.Refuse("is not supported");
        }
    }
}
