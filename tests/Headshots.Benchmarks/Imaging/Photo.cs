using Headshots.Imaging;
namespace Headshots.Benchmarks.Imaging;

/// <summary>Pictures of the size the product sees, the same on every run.</summary>
internal static class Photo
{
    public const int Width = 3088;
    public const int Height = 2316;

    /// <summary>A 7 MP photo's worth of noise.</summary>
    public static RgbImage SevenMegapixels()
    {
        RgbImage photo = RgbImage.Rent(Width, Height);
        new Random(1).NextBytes(photo.Pixels);
        return photo;
    }

    /// <summary>Noise in [0, 1).</summary>
    public static PlanarImage Planes(int size, int channels)
    {
        var random = new Random(2);
        PlanarImage image = PlanarImage.Rent(size, size, channels);
        for (int c = 0; c < channels; c++)
        {
            foreach (ref float v in image.Plane(c))
            {
                v = random.NextSingle();
            }
        }

        return image;
    }
}
