using Headshots.Imaging;

namespace Headshots.Studio.Light;

/// <summary>How much of a picture's finest detail is noise.</summary>
internal static class NoiseEstimate
{
    /// <summary>Side in pixels of the places that are compared.</summary>
    private const int Side = 16;

    /// <summary>One in so many rows of places is looked at.</summary>
    private const int Skip = 5;

    /// <summary>Of all places, the share that is flat: there all detail is noise.</summary>
    private const float Flat = 0.25f;

    /// <param name="shot">The photo as it was shot, sRGB-encoded: a new background has no noise of the camera's.</param>
    /// <param name="interEye">Pixels between the eyes.</param>
    /// <returns>The standard deviation of the fine detail where nothing is to be seen, encoded luma.</returns>
    public static float Of(PlanarImage shot, float interEye)
    {
        List<float> deviations = [];
        for (int top = 0; top + Side <= shot.Height; top += Side * Skip)
        {
            using FineDetail detail = FineDetail.Of(shot, interEye, top, Side);
            Compare(detail, shot.Width, deviations);
        }

        deviations.Sort();
        return deviations.Count == 0 ? 0 : deviations[(int)(Flat * (deviations.Count - 1))];
    }

    private static void Compare(FineDetail detail, int width, List<float> deviations)
    {
        float[] scratch = new float[3 * detail.ScratchLength];
        int length = detail.RowLength;
        float[] rows = new float[3 * length];
        double[] energies = new double[width / Side];
        for (int y = 2 * detail.Step; y < Side - (2 * detail.Step); y++)
        {
            Span<float> row = rows.AsSpan(0, length);
            detail.Row(y, scratch, row, rows.AsSpan(length, length), rows.AsSpan(2 * length, length));
            for (int p = 0; p < energies.Length; p++)
            {
                float sum = 0;
                foreach (float d in row.Slice(p * Side, Side))
                {
                    sum += d * d;
                }

                energies[p] += sum / (Side * (Side - (4 * detail.Step)));
            }
        }

        foreach (double energy in energies)
        {
            deviations.Add((float)Math.Sqrt(energy));
        }
    }
}
