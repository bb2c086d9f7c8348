using Headshots.Vision.Networks.Execution;
using Headshots.Vision.Networks.Kernels;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Networks.Compilation;

/// <content>Sums, products, activations, pooling, resizing.</content>
internal sealed partial class NetworkCompiler
{
    private void LowerArithmetic(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        int a = Input(op, 0), b = Input(op, 1);
        // The operand that may repeat comes second.
        if (model.Tensors[a].Length < model.Tensors[b].Length)
        {
            (a, b) = (b, a);
        }

        RequireShape(op, node.Output, Shape(a));
        Operand first = Padded(a, op);
        Operand second = Second(op, a, b);
        if (node.Residual >= 0)
        {
            Operand third = Padded(node.Residual, op);
            steps.Add(new MultiplyAddStep(op.Label, first, second, third, NewPadded(node.Output), node.Activation));
            return;
        }

        Operand target = NewPadded(node.Output);
        steps.Add(op.Code == OperatorCode.Add
            ? new AddStep(op.Label, first, second, target, node.Activation)
            : new MultiplyStep(op.Label, first, second, target, node.Activation));
    }

    /// <summary>The second operand: as large as the first, a value per channel, or one constant for all.</summary>
    private Operand Second(TfliteOperator op, int a, int b)
    {
        bool alike = Shape(a).AsSpan().SequenceEqual(Shape(b));
        if (alike || (Rows(b) == 1 && Channels(b) == Channels(a)))
        {
            return Padded(b, op);
        }

        if (model.Tensors[b].Length != 1 || !constants.Has(b))
        {
            throw op.Refuse($"shapes [{string.Join(',', Shape(a))}] and [{string.Join(',', Shape(b))}] do not go together");
        }

        var perChannel = new float[Channels(a)];
        Array.Fill(perChannel, constants.Floats(b, op)[0]);
        return WeightPacking.Rows(perChannel, perChannel.Length, PaddedStride(a));
    }

    private void LowerActivation(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        int source = Input(op, 0);
        RequireShape(op, node.Output, Shape(source));
        switch (op.Code)
        {
            case OperatorCode.Logistic:
                // 1/(1+e⁰) is not zero: lanes beyond the channels would not stay so.
                steps.Add(new ActivationStep(op.Label, Dense(source, op), NewDense(node.Output), Activation.Logistic, null));
                break;
            case OperatorCode.Prelu:
                float[] slopes = constants.Floats(Input(op, 1), op);
                if (slopes.Length != Channels(source))
                {
                    throw op.Refuse($"has {slopes.Length} slopes for {Channels(source)} channels");
                }

                Operand vector = WeightPacking.Vector(slopes, kernels.PanelWidth);
                steps.Add(new ActivationStep(op.Label, Padded(source, op), NewPadded(node.Output), Activation.Prelu, vector));
                break;
            default:
                Activation activation = op.Code switch
                {
                    OperatorCode.Relu => Activation.Relu,
                    OperatorCode.Relu6 => Activation.Relu6,
                    _ => Activation.HardSwish,
                };
                steps.Add(new ActivationStep(op.Label, Padded(source, op), NewPadded(node.Output), activation, null));
                break;
        }
    }

    private void LowerPool(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        int source = Input(op, 0);
        (int height, int width, int channels) = Image(op, source);
        WindowGeometry shape = Geometry(op, height, width, op.Window.Height, op.Window.Width);
        RequireShape(op, node.Output, 1, shape.OutputHeight, shape.OutputWidth, channels);
        steps.Add(new PoolStep(
            op.Label, shape, Padded(source, op), NewPadded(node.Output), op.Code == OperatorCode.AveragePool, node.Activation));
    }

    private void LowerResize(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        int source = Input(op, 0);
        (int height, int width, int channels) = Image(op, source);
        if (constants.Integers(Input(op, 1), op) is not [> 0 and var outputHeight, > 0 and var outputWidth])
        {
            throw op.Refuse("its size is not two positive numbers");
        }

        RequireShape(op, node.Output, 1, outputHeight, outputWidth, channels);
        steps.Add(new ResizeStep(
            op.Label,
            width,
            Padded(source, op),
            NewPadded(node.Output),
            SampleAxis(height, outputHeight, op),
            SampleAxis(width, outputWidth, op)));
    }

    /// <summary>Positions as TensorFlow's reference resize works them out.</summary>
    private static ResizeAxis SampleAxis(int size, int output, TfliteOperator op)
    {
        float scale = op.AlignCorners && output > 1 ? (size - 1f) / (output - 1) : (float)size / output;
        var axis = new ResizeAxis(new int[output], new int[output], new float[output]);
        for (int i = 0; i < output; i++)
        {
            float position = op.HalfPixelCentres ? ((i + 0.5f) * scale) - 0.5f : i * scale;
            int floor = (int)MathF.Floor(position);
            axis.First[i] = Math.Clamp(floor, 0, size - 1);
            axis.Second[i] = Math.Clamp(floor + 1, 0, size - 1);
            axis.Fraction[i] = position - floor;
        }

        return axis;
    }
}
