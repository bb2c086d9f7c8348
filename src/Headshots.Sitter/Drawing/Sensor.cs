using Headshots.Imaging;

namespace Headshots.Sitter.Drawing;

/// <summary>From light to bytes: compositing in linear light, shot and read noise, sRGB.</summary>
internal static class Sensor
{
    private const int TableSize = 4096;
    private static readonly float[] Encoded = [.. Enumerable.Range(0, TableSize + 2).Select(i => Colour.ToSrgb(MathF.Pow((float)i / TableSize, 2)) * 255)];

    public static RgbImage Expose(PlanarImage foreground, PlanarImage alpha, PlanarImage background, SitterSensor sensor)
    {
        var image = RgbImage.Rent(alpha.Width, alpha.Height);
        PixelThreads.ForRows(alpha.Height, 16, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                Row(image.Row(y), y, foreground, alpha, background, sensor);
            }
        });
        return image;
    }

    private static void Row(Span<byte> row, int y, PlanarImage foreground, PlanarImage alpha, PlanarImage background, SitterSensor sensor)
    {
        ReadOnlySpan<float> cover = alpha.Row(0, y);
        for (int c = 0; c < 3; c++)
        {
            ReadOnlySpan<float> person = foreground.Row(c, y), place = background.Row(c, y);
            for (int x = 0; x < cover.Length; x++)
            {
                float linear = (cover[x] * person[x]) + ((1 - cover[x]) * place[x]);
                float level = Encode(linear);
                if (sensor.Noise > 0)
                {
                    // Photon noise grows with the root of light; sRGB's slope falls with it: near-even noise, stronger in shadow.
                    level += sensor.Noise * (1.25f - (level * (0.5f / 255))) * Gaussian(x, y, (sensor.Seed * 4) + c);
                }

                row[(x * 3) + c] = (byte)Math.Clamp(level + 0.5f, 0, 255);
            }
        }
    }

    // A table over the square root of light keeps the steep shadows of the curve within a thousandth of a level.
    private static float Encode(float linear)
    {
        float at = MathF.Sqrt(Math.Clamp(linear, 0, 1)) * TableSize;
        int i = (int)at;
        return Noise.Lerp(Encoded[i], Encoded[i + 1], at - i);
    }

    // The sum of four uniform numbers is close to normal, and cheap: variance 4/12.
    private static float Gaussian(int x, int y, int seed)
    {
        uint h = Noise.Hash(x, y, seed), g = Noise.Hash(h + 0x9E3779B9);
        float sum = (h & 0xFFFF) + (h >> 16) + (g & 0xFFFF) + (g >> 16);
        return ((sum / 65536f) - 2) * 1.7320508f;
    }
}
