namespace Headshots.Studio.Attire;

/// <summary>
/// The cheapest way from seeds to every pixel, where a step costs what the pixel it enters costs: forward and backward
/// raster scans (Toivanen, "New geodesic distance transforms for gray-scale images", 1996) until little changes.
/// </summary>
internal static class GeodesicDistance
{
    private const int Rounds = 3;
    private const float Diagonal = 1.41421356f;

    /// <param name="distance">0 at seeds, something large elsewhere; answers in place.</param>
    /// <param name="cost">Of entering a pixel by a straight step, more than 0.</param>
    /// <param name="width">Pixels per row.</param>
    public static void Spread(float[] distance, float[] cost, int width)
    {
        int height = distance.Length / width;
        for (int round = 0; round < Rounds; round++)
        {
            for (int y = 0; y < height; y++)
            {
                Scan(distance, cost, width, y, y - 1, 1);
            }

            for (int y = height - 1; y >= 0; y--)
            {
                Scan(distance, cost, width, y, y + 1, -1);
            }
        }
    }

    /// <summary>One row from the row scanned before it and from its own start.</summary>
    private static void Scan(float[] distance, float[] cost, int width, int y, int before, int step)
    {
        Span<float> row = distance.AsSpan(y * width, width);
        ReadOnlySpan<float> price = cost.AsSpan(y * width, width);
        if (before >= 0 && before < distance.Length / width)
        {
            ReadOnlySpan<float> near = distance.AsSpan(before * width, width);
            for (int x = 0; x < width; x++)
            {
                float straight = near[x];
                float left = x > 0 ? near[x - 1] : float.MaxValue;
                float right = x < width - 1 ? near[x + 1] : float.MaxValue;
                float best = Math.Min(straight + price[x], Math.Min(left, right) + (Diagonal * price[x]));
                row[x] = Math.Min(row[x], best);
            }
        }

        int first = step > 0 ? 1 : width - 2;
        for (int x = first; x >= 0 && x < width; x += step)
        {
            row[x] = Math.Min(row[x], row[x - step] + price[x]);
        }
    }
}
