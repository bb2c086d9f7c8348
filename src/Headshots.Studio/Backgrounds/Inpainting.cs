using Headshots.Imaging;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// Fills what is not known from what is around it, smoothly, by push and pull over a pyramid (Gortler et al., "The
/// Lumigraph", 1996): weighted means are pushed down to where everything is known, and pulled up into the holes.
/// </summary>
internal static class Inpainting
{
    /// <summary>Fills the holes of a small picture.</summary>
    /// <param name="colour">Linear light; where the weight is 0 the colour is replaced.</param>
    /// <param name="weight">1 channel, the same size: 1 known, 0 not. Nothing known at all leaves the colours alone.</param>
    public static void Fill(PlanarImage colour, PlanarImage weight)
    {
        if (colour.Width <= 1 && colour.Height <= 1)
        {
            return;
        }

        int width = (colour.Width + 1) / 2;
        int height = (colour.Height + 1) / 2;
        using PlanarImage coarse = PlanarImage.Rent(width, height, colour.Channels);
        using PlanarImage coarseWeight = PlanarImage.Rent(width, height, 1);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                Push(colour, weight, coarse, coarseWeight, x, y);
            }
        }

        Fill(coarse, coarseWeight);
        for (int y = 0; y < colour.Height; y++)
        {
            Pull(colour, weight.Row(0, y), coarse, y);
        }
    }

    private static void Push(PlanarImage colour, PlanarImage weight, PlanarImage coarse, PlanarImage coarseWeight, int x, int y)
    {
        int right = Math.Min((2 * x) + 1, colour.Width - 1);
        int below = Math.Min((2 * y) + 1, colour.Height - 1);
        ReadOnlySpan<float> upper = weight.Row(0, 2 * y);
        ReadOnlySpan<float> lower = weight.Row(0, below);
        float sum = upper[2 * x] + upper[right] + lower[2 * x] + lower[right];
        coarseWeight.Row(0, y)[x] = Math.Min(1, sum);
        for (int c = 0; c < colour.Channels; c++)
        {
            ReadOnlySpan<float> top = colour.Row(c, 2 * y);
            ReadOnlySpan<float> bottom = colour.Row(c, below);
            float weighted = (upper[2 * x] * top[2 * x]) + (upper[right] * top[right])
                + (lower[2 * x] * bottom[2 * x]) + (lower[right] * bottom[right]);
            coarse.Row(c, y)[x] = sum > 0 ? weighted / sum : (top[2 * x] + top[right] + bottom[2 * x] + bottom[right]) / 4;
        }
    }

    /// <summary>Bilinearly from the coarser level, as far as the pixel itself is not known.</summary>
    private static void Pull(PlanarImage colour, ReadOnlySpan<float> weight, PlanarImage coarse, int y)
    {
        float at = Math.Clamp((y / 2f) - 0.25f, 0, coarse.Height - 1);
        int top = (int)at;
        float down = at - top;
        int bottom = Math.Min(top + 1, coarse.Height - 1);
        for (int c = 0; c < colour.Channels; c++)
        {
            Span<float> row = colour.Row(c, y);
            ReadOnlySpan<float> upper = coarse.Row(c, top);
            ReadOnlySpan<float> lower = coarse.Row(c, bottom);
            for (int x = 0; x < row.Length; x++)
            {
                if (weight[x] >= 1)
                {
                    continue;
                }

                float across = Math.Clamp((x / 2f) - 0.25f, 0, coarse.Width - 1);
                int left = (int)across;
                int right = Math.Min(left + 1, coarse.Width - 1);
                float share = across - left;
                float above = upper[left] + (share * (upper[right] - upper[left]));
                float below = lower[left] + (share * (lower[right] - lower[left]));
                float filled = above + (down * (below - above));
                row[x] = filled + (weight[x] * (row[x] - filled));
            }
        }
    }
}
