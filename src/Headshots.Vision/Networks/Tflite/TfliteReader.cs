using System.Buffers.Binary;

namespace Headshots.Vision.Networks.Tflite;

/// <summary>
/// Reads the parts of a TensorFlow Lite file (schema version 3, identifier TFL3) that inference needs. Field numbers
/// are those of the published schema; what it does not know it refuses by name.
/// </summary>
internal static class TfliteReader
{
    private const int MaximumTensors = 20_000;
    private const int MaximumOperators = 4_000;
    private const int MaximumOperands = 64;
    private const int MaximumText = 1_000;

    /// <summary>Elements a tensor may have; the largest of the networks we know has 0.4 million.</summary>
    private const long MaximumElements = 1 << 22;

    private static readonly Dictionary<string, OperatorCode> CustomOperators = new(StringComparer.Ordinal)
    {
        ["Landmarks2TransformMatrix"] = OperatorCode.LandmarksToTransformMatrix,
        ["TransformTensorBilinear"] = OperatorCode.TransformTensorBilinear,
        ["TransformLandmarks"] = OperatorCode.TransformLandmarks,
        ["Convolution2DTransposeBias"] = OperatorCode.TransposeConvolutionBias,
    };

    public static TfliteModel Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(file.Span[4..]) != 0x334C4654)
        {
            throw new NetworkFormatException("model: not a TensorFlow Lite file (the identifier TFL3 is missing).");
        }

        FlatTable model = FlatTable.Root(file, "model");
        if (model.Int32(0, "version") is var version and not 3)
        {
            throw model.Malformed("version", $"schema version {version} is not supported; only 3 is.");
        }

        FlatTable[] codes = model.Tables(1, "operator_codes", MaximumOperators);
        FlatTable[] subgraphs = model.Tables(2, "subgraphs", 16);
        if (subgraphs.Length != 1)
        {
            throw model.Malformed("subgraphs", $"{subgraphs.Length} graphs; exactly one is supported.");
        }

        FlatTable graph = subgraphs[0];
        TfliteTensor[] tensors = ReadTensors(graph, model.Tables(4, "buffers", MaximumTensors));
        FlatTable[] tables = graph.Tables(3, "operators", MaximumOperators);
        var operators = new TfliteOperator[tables.Length];
        for (int i = 0; i < tables.Length; i++)
        {
            operators[i] = ReadOperator(i, tables[i], codes, tensors.Length);
        }

        return new TfliteModel(
            tensors,
            operators,
            Operands(graph, 1, "inputs", tensors.Length, optional: false),
            Operands(graph, 2, "outputs", tensors.Length, optional: false));
    }

    private static TfliteTensor[] ReadTensors(FlatTable graph, FlatTable[] buffers)
    {
        FlatTable[] tables = graph.Tables(0, "tensors", MaximumTensors);
        var tensors = new TfliteTensor[tables.Length];
        for (int i = 0; i < tables.Length; i++)
        {
            FlatTable table = tables[i];
            int[] shape = table.Int32s(0, "shape", 4);
            var type = (TensorType)table.UInt8(1, "type");
            if (!Enum.IsDefined(type))
            {
                throw table.Malformed("type", $"element type {(int)type} is not supported.");
            }

            if (table.Table(6, "sparsity") is not null)
            {
                throw table.Malformed("sparsity", "sparse tensors are not supported.");
            }

            int buffer = table.Int32(2, "buffer");
            if (buffer < 0 || buffer >= buffers.Length)
            {
                throw table.Malformed("buffer", $"{buffer} is not one of the {buffers.Length} buffers.");
            }

            ReadOnlyMemory<byte> data = buffers[buffer].Bytes(0, "data");
            CheckSize(table, shape, type, data.Length);
            tensors[i] = new TfliteTensor(table.Text(3, "name", MaximumText), shape, type, data);
        }

        return tensors;
    }

    private static void CheckSize(FlatTable table, int[] shape, TensorType type, int bytes)
    {
        long length = 1;
        foreach (int dimension in shape)
        {
            if (dimension <= 0 || (length *= dimension) > MaximumElements)
            {
                throw table.Malformed("shape", $"[{string.Join(',', shape)}] is empty or too large.");
            }
        }

        long needed = length * (type == TensorType.Float16 ? 2 : 4);
        if (bytes != 0 && bytes != needed)
        {
            throw table.Malformed("buffer", $"holds {bytes} bytes where the shape needs {needed}.");
        }
    }

    private static TfliteOperator ReadOperator(int index, FlatTable table, FlatTable[] codes, int tensorCount)
    {
        int codeIndex = table.Int32(0, "opcode_index");
        if (codeIndex < 0 || codeIndex >= codes.Length)
        {
            throw table.Malformed("opcode_index", $"{codeIndex} is not one of the {codes.Length} operator codes.");
        }

        FlatTable codeTable = codes[codeIndex];
        // Old writers filled only the byte-sized field, new ones the wider one too: the larger of the two holds.
        int code = Math.Max(codeTable.UInt8(0, "deprecated_builtin_code"), codeTable.Int32(3, "builtin_code"));
        string customName = codeTable.Text(1, "custom_code", MaximumText);
        var known = (OperatorCode)code;
        if (known == OperatorCode.Custom && !CustomOperators.TryGetValue(customName, out known))
        {
            throw new NetworkFormatException($"operator {index}: the custom operator '{customName}' is not supported.");
        }

        if (!Enum.IsDefined(known))
        {
            throw new NetworkFormatException($"operator {index}: {TfliteOperatorNames.Of(code)} is not supported.");
        }

        var plain = new TfliteOperator(
            index,
            known,
            customName.Length > 0 ? customName : TfliteOperatorNames.Of(code),
            codeTable.Int32(2, "version", 1),
            Operands(table, 1, "inputs", tensorCount, optional: true),
            Operands(table, 2, "outputs", tensorCount, optional: false))
        {
            CustomOptions = table.Bytes(5, "custom_options"),
        };
        return TfliteOptions.Read(plain, table.Table(4, "builtin_options"));
    }

    private static int[] Operands(FlatTable table, int index, string field, int tensorCount, bool optional)
    {
        int[] operands = table.Int32s(index, field, MaximumOperands);
        foreach (int operand in operands)
        {
            // -1 stands for an operand that is left out.
            if (operand >= tensorCount || operand < (optional ? -1 : 0))
            {
                throw table.Malformed(field, $"{operand} is not one of the {tensorCount} tensors.");
            }
        }

        return operands;
    }
}
