using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>Where alpha is neither clear nor solid, and a little around it.</summary>
internal static class SoftBand
{
    /// <summary>Per row, the stretches [start, end) whose pixels lie within a reach of a half-transparent one.</summary>
    /// <param name="alpha">1 channel, 0 to 1.</param>
    /// <param name="reach">Pixels, to all four sides.</param>
    public static (int Start, int End)[][] Around(PlanarImage alpha, int reach)
    {
        bool[][] soft = new bool[alpha.Height][];
        (int Start, int End)[][] runs = new (int, int)[alpha.Height][];
        PixelThreads.ForRows(alpha.Height, 64, (first, last) =>
        {
            for (int y = first; y < last; y++)
            {
                soft[y] = Widened(alpha.Row(0, y), reach);
            }
        });
        PixelThreads.ForRows(alpha.Height, 64, (first, last) =>
        {
            bool[] any = new bool[alpha.Width];
            for (int y = first; y < last; y++)
            {
                any.AsSpan().Clear();
                for (int near = Math.Max(0, y - reach); near <= Math.Min(alpha.Height - 1, y + reach); near++)
                {
                    bool[] row = soft[near];
                    for (int x = 0; x < any.Length; x++)
                    {
                        any[x] |= row[x];
                    }
                }

                runs[y] = Runs(any);
            }
        });
        return runs;
    }

    private static bool[] Widened(ReadOnlySpan<float> alpha, int reach)
    {
        bool[] wide = new bool[alpha.Length];
        for (int x = 0; x < alpha.Length; x++)
        {
            if (alpha[x] is > 0 and < 1)
            {
                int start = Math.Max(0, x - reach);
                wide.AsSpan(start, Math.Min(alpha.Length, x + reach + 1) - start).Fill(true);
            }
        }

        return wide;
    }

    private static (int Start, int End)[] Runs(bool[] inside)
    {
        List<(int, int)> runs = [];
        int start = -1;
        for (int x = 0; x < inside.Length; x++)
        {
            if (inside[x] && start < 0)
            {
                start = x;
            }
            else if (!inside[x] && start >= 0)
            {
                runs.Add((start, x));
                start = -1;
            }
        }

        if (start >= 0)
        {
            runs.Add((start, inside.Length));
        }

        return [.. runs];
    }
}
