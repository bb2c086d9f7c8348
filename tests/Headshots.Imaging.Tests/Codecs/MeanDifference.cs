namespace Headshots.Imaging.Tests.Codecs;

/// <summary>Mean absolute difference of two pictures, in eight-bit steps.</summary>
internal static class MeanDifference
{
    public static double Between(RgbImage a, RgbImage b)
    {
        Assert.Equal((a.Width, a.Height), (b.Width, b.Height));
        long sum = 0;
        for (int i = 0; i < a.Pixels.Length; i++)
        {
            sum += Math.Abs(a.Pixels[i] - b.Pixels[i]);
        }

        return (double)sum / a.Pixels.Length;
    }
}
