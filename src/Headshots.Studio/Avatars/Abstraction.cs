using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Avatars;

/// <summary>
/// Takes the texture away and keeps the edges: a bilateral filter run across and along the flow in turn (Winnemöller,
/// Olsen and Gooch, "Real-Time Video Abstraction", 2006, in the orientation-aligned form of Kyprianidis and Döllner).
/// </summary>
internal static class Abstraction
{
    /// <param name="sheet">Lab; a new sheet is returned.</param>
    /// <param name="flow">Unit vectors along the edges.</param>
    /// <param name="sigma">Reach in pixels.</param>
    /// <param name="range">Difference in Lab that counts as an edge.</param>
    /// <param name="rounds">How often, 1 or more.</param>
    public static Sheet Apply(Sheet sheet, Vector2[] flow, float sigma, float range, int rounds)
    {
        Sheet from = sheet;
        for (int i = 0; i < rounds; i++)
        {
            from = Pass(from, flow, sigma, range, across: true);
            from = Pass(from, flow, sigma, range, across: false);
        }

        return from;
    }

    private static Sheet Pass(Sheet from, Vector2[] flow, float sigma, float range, bool across)
    {
        int size = from.Size;
        int reach = (int)MathF.Ceiling(2 * sigma);
        float[] near = [.. Enumerable.Range(0, reach + 1).Select(i => MathF.Exp(-i * i / (2 * sigma * sigma)))];
        float alike = 1 / (2 * range * range);
        Sheet to = new(size);
        PixelThreads.ForRows(size, 8, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                for (int x = 0; x < size; x++)
                {
                    int index = (y * size) + x;
                    Vector2 along = flow[index];
                    Vector2 step = across ? new Vector2(-along.Y, along.X) : along;
                    Vector4 own = from.Pixels[index];
                    Vector4 sum = own;
                    float weights = 1;
                    for (int i = 1; i <= reach; i++)
                    {
                        Vector4 one = from.At(x + 0.5f + (i * step.X), y + 0.5f + (i * step.Y));
                        Vector4 two = from.At(x + 0.5f - (i * step.X), y + 0.5f - (i * step.Y));
                        float w1 = near[i] * Alike(one - own, alike);
                        float w2 = near[i] * Alike(two - own, alike);
                        sum += (w1 * one) + (w2 * two);
                        weights += w1 + w2;
                    }

                    to.Pixels[index] = sum / weights;
                }
            }
        });
        return to;
    }

    /// <summary>Falls off like a Gaussian where it matters, without the exponential.</summary>
    private static float Alike(Vector4 difference, float scale)
    {
        float f = 1 + (Vector4.Dot(difference, difference) * scale / 2);
        return 1 / (f * f);
    }
}
