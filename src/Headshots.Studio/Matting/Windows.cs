using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>Means over a near window that lean on those over a far one where there is nothing near.</summary>
internal static class Windows
{
    /// <returns>Of the image's size and channels; the caller's to dispose.</returns>
    public static PlanarImage Mean(PlanarImage image, int near, int far, float farShare)
    {
        PlanarImage mean = PlanarImage.Rent(image.Width, image.Height, image.Channels);
        using PlanarImage wide = PlanarImage.Rent(image.Width, image.Height, image.Channels);
        BoxFilter.Mean(image, mean, near);
        BoxFilter.Mean(image, wide, far);
        for (int channel = 0; channel < image.Channels; channel++)
        {
            Span<float> sums = mean.Plane(channel);
            ReadOnlySpan<float> more = wide.Plane(channel);
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += farShare * more[i];
            }
        }

        return mean;
    }
}
