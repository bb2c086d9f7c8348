using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Headshots.Imaging;

/// <summary>Packed R, G, B bytes to float planes.</summary>
internal static unsafe class PackedPixels
{
    private const float Step = 1f / 255f;

    // Any index past 15 gives zero, so that the three parts of a plane can be or-ed together.
    private const byte No = 0xFF;

    /// <summary>Splits pixels into three planes of value/255.</summary>
    public static void Split(byte* rgb, int count, float* red, float* green, float* blue)
    {
        int i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; i <= count - 16; i += 16, rgb += 48)
            {
                Vector128<byte> a = Vector128.Load(rgb);
                Vector128<byte> b = Vector128.Load(rgb + 16);
                Vector128<byte> c = Vector128.Load(rgb + 32);
                Store(
                    Vector128.Shuffle(a, Vector128.Create(0, 3, 6, 9, 12, 15, No, No, No, No, No, No, No, No, No, No))
                    | Vector128.Shuffle(b, Vector128.Create(No, No, No, No, No, No, 2, 5, 8, 11, 14, No, No, No, No, No))
                    | Vector128.Shuffle(c, Vector128.Create(No, No, No, No, No, No, No, No, No, No, No, 1, 4, 7, 10, 13)),
                    red + i);
                Store(
                    Vector128.Shuffle(a, Vector128.Create(1, 4, 7, 10, 13, No, No, No, No, No, No, No, No, No, No, No))
                    | Vector128.Shuffle(b, Vector128.Create(No, No, No, No, No, 0, 3, 6, 9, 12, 15, No, No, No, No, No))
                    | Vector128.Shuffle(c, Vector128.Create(No, No, No, No, No, No, No, No, No, No, No, 2, 5, 8, 11, 14)),
                    green + i);
                Store(
                    Vector128.Shuffle(a, Vector128.Create(2, 5, 8, 11, 14, No, No, No, No, No, No, No, No, No, No, No))
                    | Vector128.Shuffle(b, Vector128.Create(No, No, No, No, No, 1, 4, 7, 10, 13, No, No, No, No, No, No))
                    | Vector128.Shuffle(c, Vector128.Create(No, No, No, No, No, No, No, No, No, No, 0, 3, 6, 9, 12, 15)),
                    blue + i);
            }
        }

        for (; i < count; i++, rgb += 3)
        {
            red[i] = rgb[0] * Step;
            green[i] = rgb[1] * Step;
            blue[i] = rgb[2] * Step;
        }
    }

    /// <summary>Splits pixels into three planes of linear light.</summary>
    public static void SplitLinear(byte* rgb, int count, float* red, float* green, float* blue)
    {
        ReadOnlySpan<float> table = SrgbCurve.OfByte;
        for (int i = 0; i < count; i++, rgb += 3)
        {
            red[i] = table[rgb[0]];
            green[i] = table[rgb[1]];
            blue[i] = table[rgb[2]];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<byte> values, float* to)
    {
        (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(values);
        (Vector128<uint> a, Vector128<uint> b) = Vector128.Widen(low);
        (Vector128<uint> c, Vector128<uint> d) = Vector128.Widen(high);
        var step = Vector128.Create(Step);
        (Vector128.ConvertToSingle(a.AsInt32()) * step).Store(to);
        (Vector128.ConvertToSingle(b.AsInt32()) * step).Store(to + 4);
        (Vector128.ConvertToSingle(c.AsInt32()) * step).Store(to + 8);
        (Vector128.ConvertToSingle(d.AsInt32()) * step).Store(to + 12);
    }
}
