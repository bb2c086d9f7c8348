namespace Headshots.Vision.Tests.Networks;

/// <summary>
/// A few flat shapes that look enough like a head and shoulders for a network to answer with something other than
/// nothing, so that comparing two answers means something.
/// </summary>
internal static class SketchedPerson
{
    /// <param name="image">side × side × 3 values.</param>
    /// <param name="low">What black becomes.</param>
    /// <param name="high">What white becomes.</param>
    public static void Fill(Span<float> image, float low, float high)
    {
        int side = (int)Math.Sqrt(image.Length / 3);
        uint grain = 1;
        for (int i = 0; i < image.Length; i++)
        {
            grain = unchecked((grain * 1_664_525) + 1_013_904_223);
            int pixel = i / 3;
            float x = ((pixel % side) + 0.5f) / side, y = ((pixel / side) + 0.5f) / side;
            float value = Colour(x, y, i % 3) + (0.02f * (grain >> 8) / (1 << 24));
            image[i] = low + ((high - low) * value);
        }
    }

    private static float Colour(float x, float y, int channel)
    {
        float Of(float r, float g, float b) => channel switch { 0 => r, 1 => g, _ => b };
        bool Inside(float cx, float cy, float rx, float ry) =>
            (((x - cx) * (x - cx)) / (rx * rx)) + (((y - cy) * (y - cy)) / (ry * ry)) < 1;

        if (Inside(0.43f, 0.37f, 0.025f, 0.012f) || Inside(0.57f, 0.37f, 0.025f, 0.012f))
        {
            return Of(0.12f, 0.08f, 0.06f);
        }

        if (Inside(0.5f, 0.53f, 0.06f, 0.018f))
        {
            return Of(0.65f, 0.3f, 0.3f);
        }

        if (Inside(0.5f, 0.42f, 0.16f, 0.21f))
        {
            return y < 0.27f ? Of(0.2f, 0.13f, 0.08f) : Of(0.84f - (0.6f * Math.Abs(x - 0.5f)), 0.64f, 0.53f);
        }

        return Inside(0.5f, 1.05f, 0.38f, 0.38f) ? Of(0.15f, 0.2f, 0.42f) : Of(0.72f, 0.76f, 0.74f);
    }
}
