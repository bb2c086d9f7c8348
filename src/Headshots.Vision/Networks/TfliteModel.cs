using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Networks;

/// <summary>A network read from a <c>.tflite</c> file: tensors, constants and operators in the order they run.</summary>
public sealed class TfliteModel
{
    internal TfliteModel(TfliteTensor[] tensors, TfliteOperator[] operators, int[] inputs, int[] outputs)
    {
        Tensors = tensors;
        Operators = operators;
        Inputs = inputs;
        Outputs = outputs;
        CheckOrder();
    }

    internal IReadOnlyList<TfliteTensor> Tensors { get; }

    internal IReadOnlyList<TfliteOperator> Operators { get; }

    internal IReadOnlyList<int> Inputs { get; }

    internal IReadOnlyList<int> Outputs { get; }

    /// <summary>Reads a model from memory; the bytes must not change afterwards.</summary>
    /// <exception cref="NetworkFormatException">The bytes are malformed, or use something this program does not have.</exception>
    public static TfliteModel Parse(ReadOnlyMemory<byte> file) => TfliteReader.Read(file);

    /// <summary>Reads a model file.</summary>
    /// <exception cref="NetworkFormatException">As <see cref="Parse"/>, with the file's name.</exception>
    public static TfliteModel Load(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            return Parse(bytes);
        }
        catch (NetworkFormatException problem)
        {
            throw new NetworkFormatException($"{Path.GetFileName(path)}: {problem.Message}", problem);
        }
    }

    /// <summary>Operators must come after what they read, and no tensor may be written twice.</summary>
    private void CheckOrder()
    {
        var ready = new bool[Tensors.Count];
        for (int i = 0; i < ready.Length; i++)
        {
            ready[i] = Tensors[i].IsConstant;
        }

        foreach (int input in Inputs)
        {
            if (ready[input] || Tensors[input].Type != TensorType.Float32)
            {
                throw new NetworkFormatException($"input '{Tensors[input].Name}': not a float32 tensor to be filled, or listed twice.");
            }

            ready[input] = true;
        }

        foreach (TfliteOperator op in Operators)
        {
            if (Array.Exists(op.Inputs, i => i >= 0 && !ready[i]))
            {
                throw op.Refuse("reads a tensor that nothing has written yet");
            }

            foreach (int output in op.Outputs)
            {
                if (ready[output] || Tensors[output].Type != TensorType.Float32)
                {
                    throw op.Refuse("writes a tensor that is not a float32 result, or is already there");
                }

                ready[output] = true;
            }
        }

        if (Outputs.FirstOrDefault(i => !ready[i], -1) is var missing and >= 0)
        {
            throw new NetworkFormatException($"output '{Tensors[missing].Name}': no operator writes it.");
        }
    }
}
