using System.Buffers.Binary;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Networks.Compilation;

/// <summary>
/// Options and output size of MediaPipe's Convolution2DTransposeBias. Its options are a C structure of three 32-bit
/// integers: padding (1 SAME, 2 VALID), stride across, stride down.
/// </summary>
internal static class TransposeOptions
{
    public static (PaddingMode Mode, int StrideX, int StrideY) Read(TfliteOperator op)
    {
        ReadOnlySpan<byte> bytes = op.CustomOptions.Span;
        if (bytes.Length < 12)
        {
            throw op.Refuse("its options are missing");
        }

        int padding = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        int strideX = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        int strideY = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (padding is not (1 or 2) || strideX is < 1 or > 64 || strideY is < 1 or > 64)
        {
            throw op.Refuse($"padding {padding} with strides {strideX} and {strideY} is not supported");
        }

        return (padding == 1 ? PaddingMode.Same : PaddingMode.Valid, strideX, strideY);
    }

    /// <summary>Output size s(in−1)+k−pad, with pad = max(0, k−(in−1)%s−1) for SAME, half of it before the first pixel.</summary>
    public static (int Output, int PadBefore) Extent(int size, int kernel, int stride, PaddingMode mode)
    {
        int pad = mode == PaddingMode.Same ? Math.Max(0, kernel - ((size - 1) % stride) - 1) : 0;
        return ((stride * (size - 1)) + kernel - pad, pad / 2);
    }
}
