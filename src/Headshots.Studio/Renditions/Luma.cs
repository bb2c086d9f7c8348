using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Renditions;

/// <summary>How bright a pixel looks: luma of Rec. 709, the weighted sum of sRGB-encoded values.</summary>
internal static class Luma
{
    private const float Red = 0.2126f;
    private const float Green = 0.7152f;
    private const float Blue = 0.0722f;

    /// <summary>One channel of a picture's size; the caller's to dispose.</summary>
    public static PlanarImage Of(PlanarImage picture)
    {
        PlanarImage luma = PlanarImage.Rent(picture.Width, picture.Height, 1);
        PixelThreads.ForRows(picture.Height, 64, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                OfRow(picture, y, luma.Row(0, y));
            }
        });
        return luma;
    }

    /// <summary>One row of a picture of 3 channels.</summary>
    public static void OfRow(PlanarImage picture, int y, Span<float> luma)
    {
        ReadOnlySpan<float> red = picture.Row(0, y);
        ReadOnlySpan<float> green = picture.Row(1, y);
        ReadOnlySpan<float> blue = picture.Row(2, y);
        int x = 0;
        for (; x <= luma.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            ((new Vector<float>(red[x..]) * Red) + (new Vector<float>(green[x..]) * Green) + (new Vector<float>(blue[x..]) * Blue))
                .CopyTo(luma[x..]);
        }

        for (; x < luma.Length; x++)
        {
            luma[x] = (red[x] * Red) + (green[x] * Green) + (blue[x] * Blue);
        }
    }
}
