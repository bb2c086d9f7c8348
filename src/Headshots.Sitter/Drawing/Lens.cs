using Headshots.Imaging;

namespace Headshots.Sitter.Drawing;

/// <summary>
/// Defocus and motion of the person. Premultiplied colour and coverage are blurred alike and divided again, so that the
/// compositing identity holds for the blurred picture too.
/// </summary>
internal static class Lens
{
    public static void Blur(PlanarImage foreground, PlanarImage alpha, SitterSensor sensor)
    {
        if (sensor.Defocus <= 0 && sensor.Motion <= 0)
        {
            return;
        }

        Multiply(foreground, alpha);
        foreach (PlanarImage image in new[] { foreground, alpha })
        {
            Disc(image, sensor.Defocus);
            Horizontal(image, sensor.Motion / 2);
        }

        for (int c = 0; c < 3; c++)
        {
            for (int y = 0; y < alpha.Height; y++)
            {
                Span<float> colour = foreground.Row(c, y);
                ReadOnlySpan<float> cover = alpha.Row(0, y);
                for (int x = 0; x < colour.Length; x++)
                {
                    colour[x] = cover[x] > 1e-5f ? colour[x] / cover[x] : 0;
                }
            }
        }
    }

    /// <summary>Three box blurs each way come close to a round disc of confusion of the given radius in pixels.</summary>
    public static void Disc(PlanarImage image, float radius)
    {
        for (int pass = 0; pass < 3 && radius > 0; pass++)
        {
            Horizontal(image, radius * 0.6f);
            Vertical(image, radius * 0.6f);
        }
    }

    private static void Multiply(PlanarImage foreground, PlanarImage alpha)
    {
        for (int c = 0; c < 3; c++)
        {
            for (int y = 0; y < alpha.Height; y++)
            {
                Span<float> colour = foreground.Row(c, y);
                ReadOnlySpan<float> cover = alpha.Row(0, y);
                for (int x = 0; x < colour.Length; x++)
                {
                    colour[x] *= cover[x];
                }
            }
        }
    }

    private static void Horizontal(PlanarImage image, float half)
    {
        var line = new float[image.Width];
        for (int c = 0; c < image.Channels && half > 0; c++)
        {
            for (int y = 0; y < image.Height; y++)
            {
                Span<float> row = image.Row(c, y);
                Box(row, line, half);
                line.CopyTo(row);
            }
        }
    }

    private static void Vertical(PlanarImage image, float half)
    {
        var column = new float[image.Height];
        var line = new float[image.Height];
        for (int c = 0; c < image.Channels && half > 0; c++)
        {
            Span<float> plane = image.Plane(c);
            for (int x = 0; x < image.Width; x++)
            {
                for (int y = 0; y < column.Length; y++)
                {
                    column[y] = plane[(y * image.Stride) + x];
                }

                Box(column, line, half);
                for (int y = 0; y < column.Length; y++)
                {
                    plane[(y * image.Stride) + x] = line[y];
                }
            }
        }
    }

    // A box of fractional width 2·half + 1, the border repeated; running sums in double stay exact enough for any length.
    private static void Box(ReadOnlySpan<float> source, float[] target, float half)
    {
        int whole = (int)half, n = source.Length;
        float edge = half - whole;
        float scale = 1 / ((2 * half) + 1);
        double sum = 0;
        for (int k = -whole; k <= whole; k++)
        {
            sum += source[Math.Clamp(k, 0, n - 1)];
        }

        for (int x = 0; x < n; x++)
        {
            float before = source[Math.Clamp(x - whole - 1, 0, n - 1)], after = source[Math.Clamp(x + whole + 1, 0, n - 1)];
            target[x] = ((float)sum + (edge * (before + after))) * scale;
            sum += after - source[Math.Clamp(x - whole, 0, n - 1)];
        }
    }
}
