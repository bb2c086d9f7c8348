namespace Headshots.Vision.Networks.Tflite;

/// <summary>Names for messages, by the schema's operator number.</summary>
internal static class TfliteOperatorNames
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [0] = "ADD", [1] = "AVERAGE_POOL_2D", [2] = "CONCATENATION", [3] = "CONV_2D", [4] = "DEPTHWISE_CONV_2D",
        [5] = "DEPTH_TO_SPACE", [6] = "DEQUANTIZE", [7] = "EMBEDDING_LOOKUP", [8] = "FLOOR", [9] = "FULLY_CONNECTED",
        [11] = "L2_NORMALIZATION", [12] = "L2_POOL_2D", [14] = "LOGISTIC", [15] = "LSH_PROJECTION", [16] = "LSTM",
        [17] = "MAX_POOL_2D", [18] = "MUL", [19] = "RELU", [20] = "RELU_N1_TO_1", [21] = "RELU6", [22] = "RESHAPE",
        [23] = "RESIZE_BILINEAR", [25] = "SOFTMAX", [26] = "SPACE_TO_DEPTH", [28] = "TANH", [32] = "CUSTOM",
        [34] = "PAD", [36] = "GATHER", [39] = "TRANSPOSE", [40] = "MEAN", [41] = "SUB", [42] = "DIV",
        [43] = "SQUEEZE", [45] = "STRIDED_SLICE", [47] = "EXP", [49] = "SPLIT", [53] = "CAST", [54] = "PRELU",
        [60] = "PADV2", [65] = "SLICE", [67] = "TRANSPOSE_CONV", [74] = "SUM", [83] = "PACK", [97] = "RESIZE_NEAREST_NEIGHBOR",
        [98] = "LEAKY_RELU", [114] = "QUANTIZE", [117] = "HARD_SWISH", [124] = "DENSIFY", [126] = "BATCH_MATMUL",
    };

    public static string Of(int code) => Names.GetValueOrDefault(code, $"built-in operator number {code}");
}
