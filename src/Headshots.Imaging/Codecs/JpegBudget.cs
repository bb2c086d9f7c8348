namespace Headshots.Imaging;

/// <summary>Finds the best JPEG that fits a number of bytes.</summary>
internal static class JpegBudget
{
    /// <summary>
    /// Below this quality 4:4:4 blocks show before 4:2:0 at the same size does, so chroma is given up first.
    /// </summary>
    private const int LeastFullChromaQuality = 70;

    /// <exception cref="ByteBudgetException">Quality 1 is still too large.</exception>
    public static byte[] Fit(JpegSettings settings, int maxBytes, Func<JpegSettings, byte[]> encode)
    {
        if (settings.FullChroma
            && Search(settings, Math.Min(LeastFullChromaQuality, settings.Quality), maxBytes, encode, out _) is { } full)
        {
            return full;
        }

        return Search(settings with { FullChroma = false }, 1, maxBytes, encode, out int smallest)
            ?? throw new ByteBudgetException(maxBytes, smallest);
    }

    /// <summary>Bisects the quality; the size grows with it (but for a few bytes, which the final choice does not rely on).</summary>
    private static byte[]? Search(
        JpegSettings settings, int least, int maxBytes, Func<JpegSettings, byte[]> encode, out int smallest)
    {
        byte[]? best = null;
        int low = least;
        int high = settings.Quality;
        int quality = high;
        smallest = int.MaxValue;
        while (low <= high)
        {
            byte[] file = encode(settings with { Quality = quality, MaxBytes = null });
            smallest = Math.Min(smallest, file.Length);
            if (file.Length <= maxBytes)
            {
                best = file;
                low = quality + 1;
            }
            else
            {
                high = quality - 1;
            }

            quality = (low + high) / 2;
        }

        return best;
    }
}
