using System.Numerics;
using System.Runtime.InteropServices;
using Headshots.Imaging;

namespace Headshots.Studio.Light;

/// <summary>Lays a development, and a shading of it from place to place, on a picture.</summary>
internal static class Print
{
    private const int MinRowsPerChunk = 16;

    /// <summary>Changes the picture in place.</summary>
    /// <param name="picture">3 channels, sRGB-encoded.</param>
    /// <param name="development">For all of it.</param>
    /// <param name="shading">1 channel: a factor on the gain per block of pixels; null for none.</param>
    /// <param name="block">Side of a block.</param>
    public static void Apply(PlanarImage picture, Development development, PlanarImage? shading, int block)
    {
        PixelThreads.ForRows(picture.Height, MinRowsPerChunk, (from, end) =>
        {
            int width = picture.Width;
            int length = (width + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
            float[] rows = new float[4 * length];
            Span<float> gain = rows.AsSpan(3 * length, length);
            gain.Fill(development.Gain);
            for (int y = from; y < end; y++)
            {
                if (shading is not null)
                {
                    BlockInterpolation.Row(shading, 0, block, y, gain[..width]);
                    foreach (ref Vector<float> g in MemoryMarshal.Cast<float, Vector<float>>(gain))
                    {
                        g *= development.Gain;
                    }
                }

                Row(picture, y, development.Balance, rows, length);
            }
        });
    }

    private static void Row(PlanarImage picture, int y, ColourMatrix balance, float[] rows, int length)
    {
        for (int channel = 0; channel < 3; channel++)
        {
            SrgbCurve.Decode(picture.Row(channel, y), rows.AsSpan(channel * length, picture.Width));
        }

        Span<Vector<float>> red = Vectors(rows, 0, length);
        Span<Vector<float>> green = Vectors(rows, 1, length);
        Span<Vector<float>> blue = Vectors(rows, 2, length);
        Span<Vector<float>> gain = Vectors(rows, 3, length);
        for (int i = 0; i < red.Length; i++)
        {
            Vector<float> r = In(balance.Row1, red[i], green[i], blue[i]);
            Vector<float> g = In(balance.Row2, red[i], green[i], blue[i]);
            Vector<float> b = In(balance.Row3, red[i], green[i], blue[i]);
            Vector<float> soft = Development.Soft(gain[i], Vector.Max(r, Vector.Max(g, b)));
            red[i] = r * soft;
            green[i] = g * soft;
            blue[i] = b * soft;
        }

        for (int channel = 0; channel < 3; channel++)
        {
            SrgbCurve.Encode(rows.AsSpan(channel * length, picture.Width), picture.Row(channel, y));
        }
    }

    private static Vector<float> In(Vector3 row, Vector<float> r, Vector<float> g, Vector<float> b) => Vector.Min(
        Vector.Max((row.X * r) + (row.Y * g) + (row.Z * b), Vector<float>.Zero), Vector<float>.One);

    private static Span<Vector<float>> Vectors(float[] rows, int row, int length) =>
        MemoryMarshal.Cast<float, Vector<float>>(rows.AsSpan(row * length, length));
}
