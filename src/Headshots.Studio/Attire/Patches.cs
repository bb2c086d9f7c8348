namespace Headshots.Studio.Attire;

/// <summary>Connected stretches of a small black and white map, row after row, joined by their sides.</summary>
internal static class Patches
{
    /// <summary>All that hangs together with a seed through passable pixels, the seeds among them.</summary>
    public static bool[] Joined(bool[] seeds, bool[] passable, int width)
    {
        bool[] joined = new bool[seeds.Length];
        Stack<int> open = new();
        for (int i = 0; i < seeds.Length; i++)
        {
            if (seeds[i] && !joined[i])
            {
                Grow(i, passable, width, joined, open);
            }
        }

        return joined;
    }

    /// <summary>
    /// Clears patches that are smaller than a share of the largest, and those that do not go on beyond the sides or the
    /// lower edge of the picture.
    /// </summary>
    public static void KeepLargeAtEdge(bool[] map, int width, float leastShare)
    {
        int[] patch = new int[map.Length];
        List<int> sizes = [0];
        bool[] seen = new bool[map.Length];
        Stack<int> open = new();
        for (int i = 0; i < map.Length; i++)
        {
            if (map[i] && !seen[i])
            {
                int number = sizes.Count;
                sizes.Add(Grow(i, map, width, seen, open, at => patch[at] = number));
            }
        }

        HashSet<int> atEdge = [];
        for (int i = 0; i < map.Length; i++)
        {
            if (i % width == 0 || i % width == width - 1 || i >= map.Length - width)
            {
                atEdge.Add(patch[i]);
            }
        }

        int least = (int)(leastShare * sizes.Max());
        for (int i = 0; i < map.Length; i++)
        {
            map[i] &= sizes[patch[i]] >= least && atEdge.Contains(patch[i]);
        }
    }

    /// <summary>What has only set pixels within a distance: sides beyond the picture count as set.</summary>
    public static bool[] Shrunk(bool[] map, int width, int distance) => Spread(map, width, distance, true);

    /// <summary>What has a set pixel within a distance.</summary>
    public static bool[] Grown(bool[] map, int width, int distance) => Spread(map, width, distance, false);

    private static bool[] Spread(bool[] map, int width, int distance, bool shrink)
    {
        bool[] across = (bool[])map.Clone();
        bool[] both = new bool[map.Length];
        for (int i = 0; i < map.Length; i++)
        {
            int x = i % width;
            for (int d = -distance; d <= distance; d++)
            {
                if (x + d >= 0 && x + d < width && map[i + d] != shrink)
                {
                    across[i] = !shrink;
                }
            }
        }

        for (int i = 0; i < map.Length; i++)
        {
            both[i] = across[i];
            for (int d = -distance; d <= distance; d++)
            {
                int at = i + (d * width);
                if (at >= 0 && at < map.Length && across[at] != shrink)
                {
                    both[i] = !shrink;
                }
            }
        }

        return both;
    }

    private static int Grow(int seed, bool[] passable, int width, bool[] seen, Stack<int> open, Action<int>? visit = null)
    {
        int size = 0;
        seen[seed] = true;
        open.Push(seed);
        while (open.TryPop(out int at))
        {
            size++;
            visit?.Invoke(at);
            int x = at % width;
            Try(x > 0 ? at - 1 : at);
            Try(x < width - 1 ? at + 1 : at);
            Try(at >= width ? at - width : at);
            Try(at + width < seen.Length ? at + width : at);
        }

        return size;

        void Try(int next)
        {
            if (!seen[next] && passable[next])
            {
                seen[next] = true;
                open.Push(next);
            }
        }
    }
}
