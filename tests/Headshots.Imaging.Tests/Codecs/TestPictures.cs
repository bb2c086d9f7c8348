namespace Headshots.Imaging.Tests.Codecs;

/// <summary>Pictures made in code, of which every pixel is known.</summary>
internal static class TestPictures
{
    public static OutputMetadata Metadata { get; } = new(DigitalSourceTypes.HumanEdits, "Headshots tests");

    /// <summary>A smooth picture whose four corners differ: red grows to the right, green downwards, blue is lit in the middle.</summary>
    public static RgbImage Smooth(int width, int height)
    {
        RgbImage image = RgbImage.Rent(width, height);
        for (int y = 0; y < height; y++)
        {
            Span<byte> row = image.Row(y);
            for (int x = 0; x < width; x++)
            {
                row[x * 3] = (byte)(255 * x / Math.Max(1, width - 1));
                row[(x * 3) + 1] = (byte)(255 * y / Math.Max(1, height - 1));
                row[(x * 3) + 2] = (byte)(127 + (127 * Math.Sin(Math.PI * x / width) * Math.Sin(Math.PI * y / height)));
            }
        }

        return image;
    }

    /// <summary>Noise, which no codec can make small.</summary>
    public static RgbImage Noise(int width, int height, int seed)
    {
        RgbImage image = RgbImage.Rent(width, height);
        new Random(seed).NextBytes(image.Pixels);
        return image;
    }

    public static RgbImage Flat(int width, int height, byte red, byte green, byte blue)
    {
        RgbImage image = RgbImage.Rent(width, height);
        for (int i = 0; i < image.Pixels.Length; i += 3)
        {
            (image.Pixels[i], image.Pixels[i + 1], image.Pixels[i + 2]) = (red, green, blue);
        }

        return image;
    }

    /// <summary>The upper middle of a picture, where a portrait's face is.</summary>
    public static RgbImage Crop(RgbImage picture, int side)
    {
        RgbImage crop = RgbImage.Rent(side, side);
        int left = (picture.Width - side) / 2;
        for (int y = 0; y < side; y++)
        {
            picture.Row(y).Slice(left * 3, side * 3).CopyTo(crop.Row(y));
        }

        return crop;
    }
}
