namespace Headshots.Imaging.Tests.Pixels;

/// <summary>Images for tests, the same on every run.</summary>
internal static class Drawn
{
    public static RgbImage Noise(int width, int height, int seed)
    {
        RgbImage image = RgbImage.Rent(width, height);
        new Random(seed).NextBytes(image.Pixels);
        return image;
    }

    public static PlanarImage NoisePlanes(int width, int height, int channels, int seed)
    {
        var random = new Random(seed);
        return Planes(width, height, channels, (_, _, _) => random.NextSingle());
    }

    /// <param name="width">Of the image.</param>
    /// <param name="height">Of the image.</param>
    /// <param name="channels">Of the image.</param>
    /// <param name="value">Of channel, x + ½, y + ½.</param>
    public static PlanarImage Planes(int width, int height, int channels, Func<int, float, float, float> value)
    {
        PlanarImage image = PlanarImage.Rent(width, height, channels);
        image.Fill(float.NaN);
        for (int c = 0; c < channels; c++)
        {
            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    image.Row(c, y)[x] = value(c, x + 0.5f, y + 0.5f);
                }
            }
        }

        return image;
    }

    /// <summary>Every channel a sum of waves of at least 12 pixels, in [0.1, 0.9]: no kernel has trouble with it.</summary>
    public static PlanarImage Smooth(int width, int height, int channels) =>
        Planes(width, height, channels, SmoothValue);

    public static float SmoothValue(int channel, float x, float y) =>
        0.5f + (0.2f * MathF.Sin((x * 0.31f) + channel)) + (0.2f * MathF.Cos((y * 0.27f) + (x * 0.11f) - channel));

    public static double Mean(PlanarImage image, int channel)
    {
        double sum = 0;
        for (int y = 0; y < image.Height; y++)
        {
            foreach (float v in image.Row(channel, y))
            {
                sum += v;
            }
        }

        return sum / image.Width / image.Height;
    }

    /// <summary>The largest difference, over a frame of which <paramref name="inset"/> pixels are left out on each side.</summary>
    public static float MaxDifference(PlanarImage a, PlanarImage b, int inset = 0)
    {
        Assert.Equal((a.Width, a.Height, a.Channels), (b.Width, b.Height, b.Channels));
        float max = 0;
        for (int c = 0; c < a.Channels; c++)
        {
            for (int y = inset; y < a.Height - inset; y++)
            {
                for (int x = inset; x < a.Width - inset; x++)
                {
                    float difference = MathF.Abs(a.Row(c, y)[x] - b.Row(c, y)[x]);
                    max = difference <= max ? max : difference;
                }
            }
        }

        return max;
    }

    /// <summary>The photo as planes of value/255.</summary>
    public static PlanarImage Planes(RgbImage photo) =>
        Planes(photo.Width, photo.Height, 3, (c, x, y) => photo.Row((int)y)[(3 * (int)x) + c] / 255f);
}
