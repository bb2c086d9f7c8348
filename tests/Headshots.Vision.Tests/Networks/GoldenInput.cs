namespace Headshots.Vision.Tests.Networks;

/// <summary>The input the goldens were made with: a linear congruential sequence spread over a range.</summary>
internal static class GoldenInput
{
    public static void Fill(Span<float> tensor, uint seed, float low, float high)
    {
        uint state = seed;
        for (int i = 0; i < tensor.Length; i++)
        {
            state = unchecked((state * 1_664_525) + 1_013_904_223);
            tensor[i] = low + ((high - low) * (state >> 8) / (1 << 24));
        }
    }
}
