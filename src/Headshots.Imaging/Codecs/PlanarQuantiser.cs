using System.Numerics;

namespace Headshots.Imaging;

/// <summary>Rounds float planes to interleaved bytes.</summary>
internal static class PlanarQuantiser
{
    /// <summary>Writes channels side by side: byte = round(255 × clamp(sample, 0, 1)).</summary>
    public static void Interleave(PlanarImage image, Span<byte> pixels)
    {
        int channels = image.Channels;
        int[] rounded = new int[image.Stride];
        for (int y = 0; y < image.Height; y++)
        {
            Span<byte> row = pixels.Slice(y * image.Width * channels, image.Width * channels);
            for (int c = 0; c < channels; c++)
            {
                ReadOnlySpan<float> samples = image.Plane(c).Slice(y * image.Stride, image.Stride);
                Round(samples, rounded);
                for (int x = 0, i = c; i < row.Length; x++, i += channels)
                {
                    row[i] = (byte)rounded[x];
                }
            }
        }
    }

    /// <summary>NaN becomes 0. The row's padding makes its length a multiple of every vector width.</summary>
    private static void Round(ReadOnlySpan<float> samples, Span<int> rounded)
    {
        Vector<float> scale = new(255f);
        Vector<float> half = new(0.5f);
        for (int x = 0; x < samples.Length; x += Vector<float>.Count)
        {
            Vector<float> value = Vector.Min(Vector.Max(new Vector<float>(samples[x..]), Vector<float>.Zero), Vector<float>.One);
            value = Vector.ConditionalSelect(Vector.Equals(value, value), value, Vector<float>.Zero);
            Vector.ConvertToInt32((value * scale) + half).CopyTo(rounded[x..]);
        }
    }
}
