using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Networks.Compilation;

/// <summary>The constants of a model as floats; half precision is widened here, once.</summary>
internal sealed class Constants
{
    /// <summary>Floats all constants of a network may add up to; the largest network we know has 1.3 million.</summary>
    private const long MaximumTotal = 1 << 25;

    private readonly TfliteModel model;

    /// <summary>Per tensor the constant behind it: itself, or what a DEQUANTIZE reads; −1 for none.</summary>
    private readonly int[] sources;
    private long total;

    public Constants(TfliteModel model)
    {
        this.model = model;
        sources = new int[model.Tensors.Count];
        for (int i = 0; i < sources.Length; i++)
        {
            sources[i] = model.Tensors[i].IsConstant ? i : -1;
        }

        foreach (TfliteOperator op in model.Operators.Where(o => o.Code == OperatorCode.Dequantize))
        {
            if (op is not { Inputs: [>= 0 and var source], Outputs: [var target] } || sources[source] < 0
                || model.Tensors[source].Type != TensorType.Float16
                || !model.Tensors[source].Shape.AsSpan().SequenceEqual(model.Tensors[target].Shape))
            {
                throw op.Refuse("only float16 constants can be dequantized");
            }

            sources[target] = source;
        }
    }

    public bool Has(int tensor) => tensor >= 0 && sources[tensor] >= 0;

    public float[] Floats(int tensor, TfliteOperator op)
    {
        if (!Has(tensor))
        {
            throw op.Refuse("needs a constant operand where the file computes one or has none");
        }

        TfliteTensor source = model.Tensors[sources[tensor]];
        total += source.Length;
        if (total > MaximumTotal)
        {
            throw new NetworkFormatException($"the network's constants exceed {MaximumTotal} values.");
        }

        return source.Type switch
        {
            TensorType.Float32 => MemoryMarshal.Cast<byte, float>(source.Data.Span).ToArray(),
            TensorType.Float16 => Widen(MemoryMarshal.Cast<byte, ushort>(source.Data.Span)),
            _ => throw op.Refuse($"the constant '{source.Name}' is not of a floating-point type"),
        };
    }

    public int[] Integers(int tensor, TfliteOperator op)
    {
        if (!Has(tensor) || model.Tensors[sources[tensor]] is not { Type: TensorType.Int32, Length: <= 64 } source)
        {
            throw op.Refuse("needs a short constant of 32-bit integers");
        }

        var values = new int[source.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadInt32LittleEndian(source.Data.Span[(i * sizeof(int))..]);
        }

        return values;
    }

    /// <summary>
    /// Half to single precision: the 15 magnitude bits moved into place are the value times 2⁻¹¹², subnormals too.
    /// Infinities and NaN, which no weight should be, take the slow way.
    /// </summary>
    private static float[] Widen(ReadOnlySpan<ushort> halves)
    {
        const float Scale = 5.192296858534828e33f; // 2¹¹²
        var floats = new float[halves.Length];
        for (int i = 0; i < floats.Length; i++)
        {
            uint bits = halves[i];
            float magnitude = BitConverter.UInt32BitsToSingle((bits & 0x7FFF) << 13) * Scale;
            floats[i] = (bits & 0x7C00) == 0x7C00
                ? (float)BitConverter.UInt16BitsToHalf(halves[i])
                : BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(magnitude) | ((bits & 0x8000) << 16));
        }

        return floats;
    }
}
