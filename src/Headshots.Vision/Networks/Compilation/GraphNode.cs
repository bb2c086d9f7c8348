using Headshots.Vision.Networks.Kernels;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Networks.Compilation;

/// <summary>An operator with the neighbours that fusion has folded into it.</summary>
internal sealed class GraphNode(TfliteOperator op)
{
    public TfliteOperator Operator => op;

    /// <summary>Result after everything folded in.</summary>
    public int Output { get; set; } = op.Outputs[0];

    /// <summary>Index of the last operator folded in; nodes run in this order.</summary>
    public int Position { get; set; } = op.Index;

    public Activation Activation { get; set; } = op.Activation switch
    {
        FusedActivation.Relu => Activation.Relu,
        FusedActivation.Relu6 => Activation.Relu6,
        _ => Activation.None,
    };

    /// <summary>Tensor of slopes where the activation is Prelu.</summary>
    public int Slopes { get; set; } = -1;

    /// <summary>Tensor added to a convolution or product before the activation; −1 for none.</summary>
    public int Residual { get; set; } = -1;

    /// <summary>A depthwise convolution that feeds only this pointwise one.</summary>
    public GraphNode? Depthwise { get; set; }
}
