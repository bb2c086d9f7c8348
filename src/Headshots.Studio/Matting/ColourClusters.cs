using System.Numerics;

namespace Headshots.Studio.Matting;

/// <summary>k-means of colours; the same samples always give the same clusters.</summary>
internal static class ColourClusters
{
    /// <summary>More samples than this tell nothing more.</summary>
    private const int Enough = 4000;
    private const int Rounds = 6;

    /// <summary>The next cluster starts this far out among the distances to those there are: the very farthest is a stray.</summary>
    private const float Outlying = 0.98f;

    public static Vector3[] Find(IReadOnlyList<Vector3> samples, int count)
    {
        int step = Math.Max(1, samples.Count / Enough);
        Vector3[] some = [.. Enumerable.Range(0, samples.Count / step).Select(i => samples[i * step])];
        Vector3[] means = Start(some, count);
        for (int round = 0; round < Rounds; round++)
        {
            Vector3[] sums = new Vector3[count];
            int[] sizes = new int[count];
            foreach (Vector3 colour in some)
            {
                int nearest = Nearest(means, colour);
                sums[nearest] += colour;
                sizes[nearest]++;
            }

            for (int k = 0; k < count; k++)
            {
                means[k] = sizes[k] > 0 ? sums[k] / sizes[k] : means[k];
            }
        }

        return means;
    }

    public static int Nearest(ReadOnlySpan<Vector3> means, Vector3 colour)
    {
        int nearest = 0;
        for (int k = 1; k < means.Length; k++)
        {
            if (Vector3.DistanceSquared(means[k], colour) < Vector3.DistanceSquared(means[nearest], colour))
            {
                nearest = k;
            }
        }

        return nearest;
    }

    private static Vector3[] Start(Vector3[] samples, int count)
    {
        Vector3[] means = new Vector3[count];
        means[0] = samples.Aggregate(Vector3.Zero, (sum, colour) => sum + colour) / samples.Length;
        float[] distances = [.. samples.Select(s => Vector3.DistanceSquared(s, means[0]))];
        for (int k = 1; k < count; k++)
        {
            int[] order = [.. Enumerable.Range(0, samples.Length)];
            Array.Sort((float[])distances.Clone(), order);
            means[k] = samples[order[(int)(Outlying * (samples.Length - 1))]];
            for (int i = 0; i < samples.Length; i++)
            {
                distances[i] = Math.Min(distances[i], Vector3.DistanceSquared(samples[i], means[k]));
            }
        }

        return means;
    }
}
