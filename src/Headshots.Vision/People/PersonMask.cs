using Headshots.Imaging;

namespace Headshots.Vision.People;

/// <summary>
/// Which pixels are people, from two looks: one at the whole picture, which knows what is around, and one at head and
/// shoulders, which shows them larger. Where they differ the surer one counts more: a look that has lost its way is
/// mostly unsure about it. Dispose it.
/// </summary>
public sealed class PersonMask : IDisposable
{
    /// <summary>Share of the close look's side over which it comes in.</summary>
    private const float Feather = 0.08f;

    /// <summary>Certainty of a look that answers one half, so that two of these still have a mean.</summary>
    private const float LeastCertainty = 0.01f;

    private readonly MaskLook _wide;
    private readonly MaskLook? _close;
    private readonly RectF _picture;

    /// <summary>Takes over the masks; the regions are in pixels of the picture, the wide one is the picture.</summary>
    internal PersonMask(MaskLook wide, MaskLook? close)
    {
        _wide = wide;
        _close = close;
        _picture = wide.Region;
    }

    /// <summary>Both looks as one mask, one channel in [0, 1], sampled at the pixel centres of a raster over a region.</summary>
    /// <param name="region">In pixels of the picture; beyond the picture its edge is repeated.</param>
    /// <param name="width">Columns of the raster, 1 or more.</param>
    /// <param name="height">Rows of the raster, 1 or more.</param>
    public PlanarImage Render(RectF region, int width, int height)
    {
        var mask = PlanarImage.Rent(width, height, 1);
        float[] columns = new float[width];
        float[] across = new float[width];
        float[] close = new float[width];
        for (int x = 0; x < width; x++)
        {
            columns[x] = region.X + ((x + 0.5f) * region.Width / width);
            across[x] = _close is null ? 0 : Trust(columns[x], _close.Region.X, _close.Region.Right, 0, _picture.Width);
        }

        for (int y = 0; y < height; y++)
        {
            float imageY = region.Y + ((y + 0.5f) * region.Height / height);
            Span<float> row = mask.Row(0, y);
            _wide.SampleRow(columns, imageY, row);
            float down = _close is null ? 0 : Trust(imageY, _close.Region.Y, _close.Region.Bottom, 0, _picture.Height);
            if (down > 0)
            {
                _close!.SampleRow(columns, imageY, close);
                Blend(row, close, across, down);
            }
        }

        return mask;
    }

    private static void Blend(Span<float> wide, ReadOnlySpan<float> close, ReadOnlySpan<float> across, float down)
    {
        for (int x = 0; x < wide.Length; x++)
        {
            float trust = MathF.Min(across[x], down);
            float closeWeight = trust * (MathF.Abs(close[x] - 0.5f) + LeastCertainty);
            float wideWeight = MathF.Abs(wide[x] - 0.5f) + LeastCertainty;
            wide[x] = ((wide[x] * wideWeight) + (close[x] * closeWeight)) / (wideWeight + closeWeight);
        }
    }

    // 0 at the close region's edge and beyond, 1 inside; an edge that is also the picture's needs no blending.
    private static float Trust(float at, float start, float end, float pictureStart, float pictureEnd)
    {
        float feather = (end - start) * Feather;
        float fromStart = start <= pictureStart ? 1 : (at - start) / feather;
        float fromEnd = end >= pictureEnd ? 1 : (end - at) / feather;
        float t = Math.Clamp(MathF.Min(fromStart, fromEnd), 0, 1);
        return t * t * (3 - (2 * t));
    }

    public void Dispose()
    {
        _wide.Dispose();
        _close?.Dispose();
    }
}
