using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Avatars;

/// <summary>
/// Lines as a pen would draw them: a difference of Gaussians of lightness across the flow, smoothed along it, so that
/// lines are long and even (Kang, Lee and Chui, "Coherent Line Drawing", 2007; soft threshold of Winnemöller, "XDoG",
/// 2012).
/// </summary>
internal static class LineArt
{
    /// <summary>Of the wider Gaussian to the narrower.</summary>
    private const float Ratio = 1.6f;

    /// <param name="sheet">Lab.</param>
    /// <param name="flow">Unit vectors along the edges.</param>
    /// <param name="width">Of the lines: the narrower Gaussian's deviation, pixels.</param>
    /// <param name="threshold">How much darker than around, in L*, a line begins to be drawn.</param>
    /// <param name="hardness">1 over the difference, in L*, by which it is at its full strength.</param>
    /// <returns>How much ink there is at each pixel, 0 to 1.</returns>
    public static float[] Draw(Sheet sheet, Vector2[] flow, float width, float threshold, float hardness)
    {
        int size = sheet.Size;
        float[] difference = new float[size * size];
        float[] narrow = Gaussian(width, (int)MathF.Ceiling(2.5f * Ratio * width));
        float[] wide = Gaussian(Ratio * width, narrow.Length - 1);
        PixelThreads.ForRows(size, 8, (first, end) => Across(sheet, flow, narrow, wide, difference, first, end));
        float[] ink = new float[size * size];
        float[] along = Gaussian(2.6f * width, (int)MathF.Ceiling(5 * width));
        PixelThreads.ForRows(size, 8, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                for (int x = 0; x < size; x++)
                {
                    float dark = -Along(difference, flow, along, size, x, y) - threshold;
                    ink[(y * size) + x] = dark > 0 ? MathF.Tanh(dark * hardness) : 0;
                }
            }
        });
        return ink;
    }

    private static void Across(Sheet sheet, Vector2[] flow, float[] narrow, float[] wide, float[] difference, int first, int end)
    {
        int size = sheet.Size;
        for (int y = first; y < end; y++)
        {
            for (int x = 0; x < size; x++)
            {
                int index = (y * size) + x;
                Vector2 across = new(-flow[index].Y, flow[index].X);
                float own = sheet.Pixels[index].X;
                float sum = (narrow[0] - wide[0]) * own;
                for (int i = 1; i < narrow.Length; i++)
                {
                    float pair = sheet.At(x + 0.5f + (i * across.X), y + 0.5f + (i * across.Y)).X
                        + sheet.At(x + 0.5f - (i * across.X), y + 0.5f - (i * across.Y)).X;
                    sum += (narrow[i] - wide[i]) * pair;
                }

                difference[index] = sum;
            }
        }
    }

    /// <summary>The weighted mean along the stroke that goes through a pixel, followed both ways.</summary>
    private static float Along(float[] values, Vector2[] flow, float[] weights, int size, int x, int y)
    {
        int start = (y * size) + x;
        float sum = weights[0] * values[start];
        for (int way = -1; way <= 1; way += 2)
        {
            Vector2 at = new(x + 0.5f, y + 0.5f);
            Vector2 heading = way * flow[start];
            for (int i = 1; i < weights.Length; i++)
            {
                at += heading;
                int index = (Math.Clamp((int)at.Y, 0, size - 1) * size) + Math.Clamp((int)at.X, 0, size - 1);
                sum += weights[i] * values[index];
                Vector2 next = flow[index];
                heading = Vector2.Dot(next, heading) < 0 ? -next : next;
            }
        }

        return sum;
    }

    /// <summary>One side of a kernel whose both sides add up to 1.</summary>
    private static float[] Gaussian(float sigma, int reach)
    {
        float[] side = [.. Enumerable.Range(0, reach + 1).Select(i => MathF.Exp(-i * i / (2 * sigma * sigma)))];
        float total = (2 * side.Sum()) - side[0];
        return [.. side.Select(v => v / total)];
    }
}
