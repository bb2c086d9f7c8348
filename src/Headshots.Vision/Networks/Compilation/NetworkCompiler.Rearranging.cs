using Headshots.Vision.Networks.Execution;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Networks.Compilation;

/// <content>Operators that only move values: reshape, concatenation, padding, slices.</content>
internal sealed partial class NetworkCompiler
{
    private void LowerReshape(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        int source = Input(op, 0);
        if (model.Tensors[source].Length != model.Tensors[node.Output].Length)
        {
            throw op.Refuse($"[{string.Join(',', Shape(source))}] and [{string.Join(',', Shape(node.Output))}] hold different numbers of values");
        }

        Operand from = Dense(source, op);
        steps.Add(new CopyStep(op.Label, [from], NewDense(node.Output), [new BlockCopy(0, 0, 0, from.Length)], clear: false));
    }

    private void LowerConcatenation(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        int[] result = Shape(node.Output);
        int axis = op.Axis < 0 ? op.Axis + result.Length : op.Axis;
        if (axis < 0 || axis >= result.Length || node.Activation != Kernels.Activation.None)
        {
            throw op.Refuse($"axis {op.Axis} with activation {node.Activation} is not supported");
        }

        int outer = result.AsSpan(0, axis).ToArray().Aggregate(1, (a, b) => a * b);
        int line = model.Tensors[node.Output].Length / outer;
        var copies = new List<BlockCopy>();
        var sources = new List<Operand>();
        int at = 0, along = 0;
        for (int i = 0; i < op.Inputs.Length; i++)
        {
            int[] shape = Shape(Input(op, i));
            if (shape.Length != result.Length || shape.Where((_, d) => d != axis).SequenceEqual(result.Where((_, d) => d != axis)) is false)
            {
                throw op.Refuse($"operand {i} has shape [{string.Join(',', shape)}] for a result [{string.Join(',', result)}]");
            }

            sources.Add(Dense(op.Inputs[i], op));
            int length = sources[i].Length / outer;
            along += shape[axis];
            for (int o = 0; o < outer && along <= result[axis]; o++)
            {
                copies.Add(new BlockCopy(i, o * length, (o * line) + at, length));
            }

            at += length;
        }

        if (along != result[axis])
        {
            throw op.Refuse($"its operands add up to {along} where the result has {result[axis]}");
        }

        steps.Add(new CopyStep(op.Label, [.. sources], NewDense(node.Output), [.. copies], clear: false));
    }

    private void LowerPad(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        int source = Input(op, 0);
        (int height, int width, int channels) = Image(op, source);
        (int outputHeight, int outputWidth, int outputChannels) = Image(op, node.Output);
        if (constants.Integers(Input(op, 1), op) is not [0, 0, >= 0 and var top, >= 0 and var bottom, >= 0 and var left, >= 0 and var right, 0, >= 0 and var after]
            || (long)height + top + bottom != outputHeight || (long)width + left + right != outputWidth || (long)channels + after != outputChannels)
        {
            throw op.Refuse("its amounts do not fit the shapes, or pad the batch or before the first channel");
        }

        Operand from = Padded(source, op);
        Operand to = NewPadded(node.Output);
        var copies = new BlockCopy[height * width];
        for (int i = 0; i < copies.Length; i++)
        {
            int row = ((i / width + top) * outputWidth) + (i % width) + left;
            copies[i] = new BlockCopy(0, i * from.Stride, row * to.Stride, channels);
        }

        steps.Add(new CopyStep(op.Label, [from], to, copies, clear: true));
    }

    private void LowerSlice(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        int source = Input(op, 0);
        int[] shape = Shape(source);
        int[] begin = constants.Integers(Input(op, 1), op);
        int[] end = constants.Integers(Input(op, 2), op);
        int[] stride = constants.Integers(Input(op, 3), op);
        if (begin.Length != shape.Length || end.Length != shape.Length || stride.Length != shape.Length || stride.Any(s => s != 1))
        {
            throw op.Refuse("only slices with a step of 1 and bounds for every dimension are supported");
        }

        var result = new int[shape.Length];
        for (int d = 0; d < shape.Length; d++)
        {
            begin[d] = (op.BeginMask & (1 << d)) != 0 ? 0 : Bound(begin[d], shape[d]);
            end[d] = (op.EndMask & (1 << d)) != 0 ? shape[d] : Bound(end[d], shape[d]);
            result[d] = Math.Max(0, end[d] - begin[d]);
        }

        RequireShape(op, node.Output, result);
        int last = shape[^1];
        var copies = new BlockCopy[model.Tensors[node.Output].Length / result[^1]];
        for (int i = 0; i < copies.Length; i++)
        {
            // Position of line i of the result within the source, dimension by dimension.
            int rest = i, from = 0, scale = last;
            for (int d = shape.Length - 2; d >= 0; d--)
            {
                from += (begin[d] + (rest % result[d])) * scale;
                rest /= result[d];
                scale *= shape[d];
            }

            copies[i] = new BlockCopy(0, from + begin[^1], i * result[^1], result[^1]);
        }

        steps.Add(new CopyStep(op.Label, [Dense(source, op)], NewDense(node.Output), copies, clear: false));
    }

    /// <summary>Negative bounds count from the end; all are held within the dimension.</summary>
    private static int Bound(int value, int size) => (int)Math.Clamp(value < 0 ? (long)value + size : value, 0, size);
}
