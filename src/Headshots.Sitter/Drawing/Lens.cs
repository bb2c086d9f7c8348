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
        for (int c = 0; c < image.Channels && half > 0; c++)
        {
            int channel = c;
            PixelThreads.ForRows(image.Height, 64, (first, end) =>
            {
                var line = new float[image.Width];
                for (int y = first; y < end; y++)
                {
                    Span<float> row = image.Row(channel, y);
                    Box(row, line, half);
                    line.CopyTo(row);
                }
            });
        }
    }

    // Whole strips of columns at once, so that memory is read along the rows.
    private static void Vertical(PlanarImage image, float half)
    {
        const int Strip = 64;
        for (int c = 0; c < image.Channels && half > 0; c++)
        {
            int channel = c;
            PixelThreads.ForRows((image.Width + Strip - 1) / Strip, 1, (first, end) =>
            {
                var copy = new float[image.Height * Strip];
                for (int strip = first; strip < end; strip++)
                {
                    BoxDown(image, channel, strip * Strip, Math.Min(Strip, image.Width - (strip * Strip)), copy, half);
                }
            });
        }
    }

    private static void BoxDown(PlanarImage image, int channel, int left, int width, float[] copy, float half)
    {
        int whole = (int)half, n = image.Height;
        float edge = half - whole, scale = 1 / ((2 * half) + 1);
        Span<double> sum = stackalloc double[width];
        sum.Clear();
        for (int y = 0; y < n; y++)
        {
            image.Row(channel, y).Slice(left, width).CopyTo(copy.AsSpan(y * width));
        }

        for (int k = -whole; k <= whole; k++)
        {
            Span<float> row = copy.AsSpan(Math.Clamp(k, 0, n - 1) * width, width);
            for (int x = 0; x < width; x++)
            {
                sum[x] += row[x];
            }
        }

        for (int y = 0; y < n; y++)
        {
            Span<float> target = image.Row(channel, y).Slice(left, width);
            Span<float> before = copy.AsSpan(Math.Clamp(y - whole - 1, 0, n - 1) * width, width);
            Span<float> after = copy.AsSpan(Math.Clamp(y + whole + 1, 0, n - 1) * width, width);
            Span<float> leaving = copy.AsSpan(Math.Clamp(y - whole, 0, n - 1) * width, width);
            for (int x = 0; x < target.Length; x++)
            {
                target[x] = ((float)sum[x] + (edge * (before[x] + after[x]))) * scale;
                sum[x] += after[x] - leaving[x];
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
