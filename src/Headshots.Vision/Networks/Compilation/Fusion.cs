using Headshots.Vision.Networks.Kernels;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Networks.Compilation;

/// <summary>
/// Folds what follows a convolution into it: the sum with a residual, the activation; makes product and sum one; and
/// pairs depthwise with pointwise convolutions. A tensor is folded away only where nothing else reads it.
/// </summary>
internal sealed class Fusion
{
    private readonly TfliteModel model;
    private readonly Constants constants;
    private readonly List<GraphNode> nodes = [];
    private readonly Dictionary<int, List<GraphNode>> readers = [];
    private readonly Dictionary<int, GraphNode> writers = [];

    private Fusion(TfliteModel model, Constants constants)
    {
        this.model = model;
        this.constants = constants;
        foreach (TfliteOperator op in model.Operators.Where(o => o.Code != OperatorCode.Dequantize))
        {
            if (op.Outputs.Length != 1)
            {
                throw op.Refuse($"has {op.Outputs.Length} outputs; one is supported");
            }

            var node = new GraphNode(op);
            nodes.Add(node);
            writers[node.Output] = node;
            foreach (int input in op.Inputs.Where(i => i >= 0))
            {
                ReadersOf(input).Add(node);
            }
        }
    }

    /// <summary>The nodes left, in the order they run.</summary>
    public static List<GraphNode> Run(TfliteModel model, Constants constants)
    {
        var fusion = new Fusion(model, constants);
        var gone = new HashSet<GraphNode>();
        foreach (GraphNode node in fusion.nodes)
        {
            if (gone.Contains(node))
            {
                continue;
            }

            while (fusion.OnlyReader(node.Output) is { } next && fusion.Fold(node, next))
            {
                gone.Add(next);
                node.Output = next.Output;
                node.Position = next.Position;
                fusion.writers[node.Output] = node;
            }
        }

        fusion.DropPaddedResiduals(gone);
        fusion.PairSeparable(gone);
        return [.. fusion.nodes.Where(n => !gone.Contains(n)).OrderBy(n => n.Position)];
    }

    private List<GraphNode> ReadersOf(int tensor)
    {
        if (!readers.TryGetValue(tensor, out List<GraphNode>? list))
        {
            readers[tensor] = list = [];
        }

        return list;
    }

    private GraphNode? OnlyReader(int tensor) =>
        ReadersOf(tensor) is [var reader] && !model.Outputs.Contains(tensor) ? reader : null;

    private bool Fold(GraphNode node, GraphNode next)
    {
        OperatorCode code = node.Operator.Code;
        bool convolution = code is OperatorCode.Convolution;
        if (node.Activation != Activation.None
            || !(convolution || code is OperatorCode.DepthwiseConvolution or OperatorCode.Add or OperatorCode.Multiply))
        {
            return false;
        }

        switch (next.Operator.Code)
        {
            case OperatorCode.Relu:
                node.Activation = Activation.Relu;
                return true;
            case OperatorCode.Relu6:
                node.Activation = Activation.Relu6;
                return true;
            case OperatorCode.HardSwish:
                node.Activation = Activation.HardSwish;
                return true;
            case OperatorCode.Prelu when (convolution || code == OperatorCode.DepthwiseConvolution) && SlopesFit(node, next):
                node.Activation = Activation.Prelu;
                node.Slopes = next.Operator.Inputs[1];
                return true;
            case OperatorCode.Add when (convolution || code == OperatorCode.Multiply) && node.Residual < 0:
                return FoldSum(node, next);
            default:
                return false;
        }
    }

    private bool SlopesFit(GraphNode node, GraphNode prelu) =>
        prelu.Operator.Inputs is [var source, var slopes] && source == node.Output && constants.Has(slopes)
        && model.Tensors[slopes].Length == model.Tensors[source].Shape[^1];

    private bool FoldSum(GraphNode node, GraphNode sum)
    {
        if (sum.Operator.Inputs is not [var a, var b])
        {
            return false;
        }

        int other = a == node.Output ? b : a;
        if (other == node.Output || constants.Has(other)
            || !model.Tensors[other].Shape.AsSpan().SequenceEqual(model.Tensors[node.Output].Shape))
        {
            return false;
        }

        node.Residual = other;
        node.Activation = sum.Activation;
        return true;
    }

    /// <summary>A residual that is another tensor with zero channels appended: the shorter tensor serves as well.</summary>
    private void DropPaddedResiduals(HashSet<GraphNode> gone)
    {
        foreach (GraphNode node in nodes.Where(n => !gone.Contains(n) && n.Residual >= 0))
        {
            if (writers.GetValueOrDefault(node.Residual) is { Operator.Code: OperatorCode.Pad } pad
                && OnlyReader(node.Residual) is not null && AppendsChannels(pad.Operator))
            {
                node.Residual = pad.Operator.Inputs[0];
                gone.Add(pad);
            }
        }
    }

    private bool AppendsChannels(TfliteOperator pad) =>
        pad.Inputs is [_, var amounts] && constants.Integers(amounts, pad) is [0, 0, 0, 0, 0, 0, 0, >= 0];

    private void PairSeparable(HashSet<GraphNode> gone)
    {
        foreach (GraphNode node in nodes.Where(n => !gone.Contains(n) && n.Operator.Code == OperatorCode.DepthwiseConvolution))
        {
            if (OnlyReader(node.Output) is { Operator.Code: OperatorCode.Convolution } next
                && !gone.Contains(next) && next.Operator.Inputs[0] == node.Output && next.Residual != node.Output
                && next.Operator.Window is { StrideX: 1, StrideY: 1 }
                && model.Tensors[next.Operator.Inputs[1]].Shape is [_, 1, 1, _])
            {
                next.Depthwise = node;
                gone.Add(node);
            }
        }
    }
}
