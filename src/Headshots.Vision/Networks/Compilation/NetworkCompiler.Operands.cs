using Headshots.Vision.Networks.Execution;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Networks.Compilation;

/// <content>Tensors and the forms they exist in.</content>
internal sealed partial class NetworkCompiler
{
    private static int Input(TfliteOperator op, int index) => index < op.Inputs.Length && op.Inputs[index] >= 0
        ? op.Inputs[index]
        : throw op.Refuse($"its operand {index} is missing");

    private int[] Shape(int tensor) => model.Tensors[tensor].Shape;

    private int Channels(int tensor) => Shape(tensor) is [.., var last] ? last : 1;

    private int Rows(int tensor) => model.Tensors[tensor].Length / Channels(tensor);

    private int PaddedStride(int tensor) => (Channels(tensor) + kernels.Width - 1) / kernels.Width * kernels.Width;

    /// <summary>Height, width and channels of a single image.</summary>
    private (int Height, int Width, int Channels) Image(TfliteOperator op, int tensor) => Shape(tensor) is [1, var height, var width, var channels]
        ? (height, width, channels)
        : throw op.Refuse($"'{model.Tensors[tensor].Name}' has shape [{string.Join(',', Shape(tensor))}]; one image (1, height, width, channels) is supported");

    private void RequireShape(TfliteOperator op, int tensor, params ReadOnlySpan<int> expected)
    {
        if (!Shape(tensor).AsSpan().SequenceEqual(expected))
        {
            throw op.Refuse($"its result '{model.Tensors[tensor].Name}' has shape [{string.Join(',', Shape(tensor))}] in the file, but works out as [{string.Join(',', expected.ToArray())}]");
        }
    }

    /// <summary>The tensor with rows of whole registers; converted here if it exists only as the file has it.</summary>
    private Operand Padded(int tensor, TfliteOperator op)
    {
        if (padded.TryGetValue(tensor, out Operand? operand))
        {
            return operand;
        }

        if (constants.Has(tensor))
        {
            return padded[tensor] = WeightPacking.Rows(constants.Floats(tensor, op), Channels(tensor), PaddedStride(tensor));
        }

        Operand from = dense[tensor];
        Operand to = NewPadded(tensor);
        if (!ReferenceEquals(from, to))
        {
            steps.Add(new RestrideStep($"pad rows of {model.Tensors[tensor].Name}", from, to));
        }

        return to;
    }

    private Operand Dense(int tensor, TfliteOperator? op = null)
    {
        if (dense.TryGetValue(tensor, out Operand? operand))
        {
            return operand;
        }

        if (constants.Has(tensor) && op is not null)
        {
            return dense[tensor] = WeightPacking.Rows(constants.Floats(tensor, op), Channels(tensor), Channels(tensor));
        }

        if (!padded.TryGetValue(tensor, out Operand? from))
        {
            throw new NetworkFormatException($"'{model.Tensors[tensor].Name}': a constant cannot be a result of the network.");
        }

        Operand to = NewDense(tensor);
        if (!ReferenceEquals(from, to))
        {
            steps.Add(new RestrideStep($"close rows of {model.Tensors[tensor].Name}", from, to));
        }

        return to;
    }

    /// <summary>Whichever form exists; for kernels that take both.</summary>
    private Operand Existing(int tensor, TfliteOperator op) =>
        dense.TryGetValue(tensor, out Operand? operand) ? operand : Padded(tensor, op);

    /// <summary>A new tensor in the form its readers want; for kernels that write both.</summary>
    private Operand NewWanted(int tensor) => wantedDense.Contains(tensor) ? NewDense(tensor) : NewPadded(tensor);

    private Operand NewPadded(int tensor) => New(tensor, PaddedStride(tensor));

    private Operand NewDense(int tensor) => New(tensor, Channels(tensor));

    /// <summary>Where both forms come to the same, one operand is both.</summary>
    private Operand New(int tensor, int stride)
    {
        bool isPadded = stride == PaddedStride(tensor), isDense = stride == Channels(tensor);
        Operand operand = isPadded && isDense
            ? padded.GetValueOrDefault(tensor) ?? dense.GetValueOrDefault(tensor) ?? new Operand(Rows(tensor), Channels(tensor), stride)
            : new Operand(Rows(tensor), Channels(tensor), stride);
        if (isPadded)
        {
            padded[tensor] = operand;
        }

        if (isDense)
        {
            dense[tensor] = operand;
        }

        return operand;
    }
}
