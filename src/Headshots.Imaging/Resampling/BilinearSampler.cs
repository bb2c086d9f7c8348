using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Headshots.Imaging;

/// <summary>
/// Cuts network inputs out of photos: bilinear, four neighbours, no anti-aliasing (reduce the photo first where that
/// matters), straight to interleaved floats.
/// </summary>
public static unsafe class BilinearSampler
{
    /// <summary>
    /// Writes value·scale/255 + offset per channel, R, G, B, row after row. Target pixel (i, j) samples the source at
    /// the image of (i + ½, j + ½), where source pixel (i, j) has its value at (i + ½, j + ½); a caller that wants
    /// corner-aligned sampling without the half pixels folds them into the matrix.
    /// </summary>
    /// <param name="source">sRGB-encoded photo.</param>
    /// <param name="targetToSource">Continuous target to continuous source coordinates, row vectors.</param>
    /// <param name="nhwc">Receives width × height × 3 floats.</param>
    /// <param name="width">Target width, 1 or more.</param>
    /// <param name="height">Target height, 1 or more.</param>
    /// <param name="scale">What 255 becomes, before the offset.</param>
    /// <param name="offset">What 0 becomes.</param>
    /// <param name="border">With <see cref="Border.Zero"/> neighbours outside the photo are black.</param>
    public static void Sample(
        RgbImage source, Matrix3x2 targetToSource, Span<float> nhwc, int width, int height, float scale, float offset, Border border)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(nhwc.Length, checked(width * height * 3));
        var sampler = new Sampler(source, scale / 255f, offset, border);
        fixed (float* target = nhwc)
        {
            for (int y = 0; y < height; y++)
            {
                SampleRow(sampler, targetToSource, y, target + ((nint)y * width * 3), width);
            }
        }
    }

    private static void SampleRow(in Sampler sampler, Matrix3x2 m, int y, float* target, int width)
    {
        // Neighbour (0, 0) of a sample at u is floor(u − ½).
        double u0 = (m.M11 * 0.5) + (m.M21 * (y + 0.5)) + m.M31 - 0.5;
        double v0 = (m.M12 * 0.5) + (m.M22 * (y + 0.5)) + m.M32 - 0.5;
        for (int x = 0; x < width - 1; x++)
        {
            // Four floats are stored of which the next pixel overwrites the last.
            sampler.At((float)(u0 + ((double)m.M11 * x)), (float)(v0 + ((double)m.M12 * x))).Store(target + (3 * x));
        }

        Vector128<float> last = sampler.At((float)(u0 + ((double)m.M11 * (width - 1))), (float)(v0 + ((double)m.M12 * (width - 1))));
        target += 3 * (width - 1);
        target[0] = last[0];
        target[1] = last[1];
        target[2] = last[2];
    }

    private readonly struct Sampler(RgbImage source, float scale, float offset, Border border)
    {
        private readonly byte* _pixels = source.Address(0);
        private readonly int _stride = source.Stride;
        private readonly int _width = source.Width;
        private readonly int _height = source.Height;
        private readonly Vector128<float> _scale = Vector128.Create(scale);
        private readonly Vector128<float> _offset = Vector128.Create(offset);
        private readonly bool _replicate = border == Border.Replicate;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<float> At(float u, float v)
        {
            float left = MathF.Floor(u);
            float top = MathF.Floor(v);
            Vector128<float> fx = Vector128.Create(u - left);
            Vector128<float> fy = Vector128.Create(v - top);

            // A pixel is loaded with a byte of the next one: the last column but one is the last that may be.
            Vector128<float> mixed;
            if (left >= 0 && top >= 0 && left < _width - 2 && top < _height - 1)
            {
                byte* p = _pixels + ((nint)top * _stride) + (3 * (nint)left);
                mixed = Mix(Load(p), Load(p + 3), Load(p + _stride), Load(p + _stride + 3), fx, fy);
            }
            else
            {
                mixed = AtEdge(left, top, fx, fy);
            }

            return Vector128.FusedMultiplyAdd(mixed, _scale, _offset);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<float> Mix(
            Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, Vector128<float> fx, Vector128<float> fy)
        {
            Vector128<float> upper = Vector128.FusedMultiplyAdd(b - a, fx, a);
            Vector128<float> lower = Vector128.FusedMultiplyAdd(d - c, fx, c);
            return Vector128.FusedMultiplyAdd(lower - upper, fy, upper);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<float> Load(byte* pixel)
        {
            Vector128<byte> bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(pixel)).AsByte();
            return Vector128.ConvertToSingle(Vector128.WidenLower(Vector128.WidenLower(bytes)).AsInt32());
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private Vector128<float> AtEdge(float left, float top, Vector128<float> fx, Vector128<float> fy) =>
            float.IsFinite(left) && float.IsFinite(top)
                ? Mix(Pixel(left, top), Pixel(left + 1, top), Pixel(left, top + 1), Pixel(left + 1, top + 1), fx, fy)
                : Vector128<float>.Zero;

        private Vector128<float> Pixel(float x, float y)
        {
            float inX = Math.Clamp(x, 0, _width - 1);
            float inY = Math.Clamp(y, 0, _height - 1);
            if (!_replicate && (inX != x || inY != y))
            {
                return Vector128<float>.Zero;
            }

            byte* p = _pixels + ((nint)inY * _stride) + (3 * (nint)inX);
            return Vector128.Create(p[0], p[1], p[2], 0f);
        }
    }
}
