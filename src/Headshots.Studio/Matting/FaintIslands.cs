using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>
/// Takes away what hangs in the air beside the person: pieces of alpha that nowhere grow strong and touch nothing that
/// does. They are surroundings the network half believed in; a loose strand of hair is strong somewhere or attached.
/// </summary>
internal static class FaintIslands
{
    /// <summary>What counts as touching.</summary>
    private const float Visible = 0.06f;

    /// <summary>A piece that reaches this anywhere is somebody.</summary>
    private const float Strong = 0.7f;

    /// <param name="alpha">1 channel, 0 to 1; changed in place.</param>
    public static void Remove(PlanarImage alpha)
    {
        List<Run> runs = [];
        int above = 0;
        int aboveEnd = 0;
        for (int y = 0; y < alpha.Height; y++)
        {
            int first = runs.Count;
            AddRuns(alpha.Row(0, y), y, runs);
            Join(runs, above, aboveEnd, first);
            (above, aboveEnd) = (first, runs.Count);
        }

        for (int i = 0; i < runs.Count; i++)
        {
            int root = Root(runs, i);
            runs[root] = runs[root] with { Peak = Math.Max(runs[root].Peak, runs[i].Peak) };
        }

        for (int i = 0; i < runs.Count; i++)
        {
            if (runs[Root(runs, i)].Peak < Strong)
            {
                alpha.Row(0, runs[i].Y)[runs[i].Start..runs[i].End].Clear();
            }
        }
    }

    private static void AddRuns(ReadOnlySpan<float> row, int y, List<Run> runs)
    {
        int x = 0;
        while (x < row.Length)
        {
            int ahead = row[x..].IndexOfAnyInRange(Visible, float.MaxValue);
            if (ahead < 0)
            {
                return;
            }

            int start = x + ahead;
            int length = row[start..].IndexOfAnyExceptInRange(Visible, float.MaxValue);
            int end = length < 0 ? row.Length : start + length;
            float peak = 0;
            foreach (float a in row[start..end])
            {
                peak = Math.Max(peak, a);
                if (peak >= Strong)
                {
                    break;
                }
            }

            runs.Add(new Run(y, start, end, peak, runs.Count));
            x = end;
        }
    }

    /// <summary>Joins each run of a row to those of the row above that it touches, corners included.</summary>
    private static void Join(List<Run> runs, int above, int aboveEnd, int first)
    {
        int upper = above;
        for (int lower = first; lower < runs.Count; lower++)
        {
            while (upper < aboveEnd && runs[upper].End < runs[lower].Start)
            {
                upper++;
            }

            for (int u = upper; u < aboveEnd && runs[u].Start <= runs[lower].End; u++)
            {
                int a = Root(runs, u);
                int b = Root(runs, lower);
                runs[Math.Max(a, b)] = runs[Math.Max(a, b)] with { Parent = Math.Min(a, b) };
            }
        }
    }

    private static int Root(List<Run> runs, int i)
    {
        while (runs[i].Parent != i)
        {
            runs[i] = runs[i] with { Parent = runs[runs[i].Parent].Parent };
            i = runs[i].Parent;
        }

        return i;
    }

    /// <param name="Y">Row.</param>
    /// <param name="Start">First pixel.</param>
    /// <param name="End">Behind the last.</param>
    /// <param name="Peak">Strongest alpha, as far as it matters.</param>
    /// <param name="Parent">Run it is joined to; itself for the first of a piece.</param>
    private readonly record struct Run(int Y, int Start, int End, float Peak, int Parent);
}
