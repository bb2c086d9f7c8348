using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Vision.People;

/// <summary>
/// Which pixels are people, from two looks: one at the whole picture, which knows what is around, and one at head and
/// shoulders, which shows them larger. Dispose it.
/// </summary>
public sealed class PersonMask : IDisposable
{
    /// <summary>Share of the close look's side over which it takes over from the wide one.</summary>
    private const float Feather = 0.08f;

    private readonly PlanarImage _wide;
    private readonly RectF _wideRegion;
    private readonly PlanarImage _close;
    private readonly RectF _closeRegion;
    private readonly Vector2 _imageSize;

    /// <summary>Takes over both masks; the regions are in pixels of the picture.</summary>
    internal PersonMask(PlanarImage wide, RectF wideRegion, PlanarImage close, RectF closeRegion)
    {
        _wide = wide;
        _wideRegion = wideRegion;
        _close = close;
        _closeRegion = closeRegion;
        _imageSize = new Vector2(wideRegion.Right, wideRegion.Bottom);
    }

    /// <summary>Both looks as one mask, one channel in [0, 1], sampled at the pixel centres of a raster over a region.</summary>
    /// <param name="region">In pixels of the picture; beyond the picture its edge is repeated.</param>
    /// <param name="width">Columns of the raster, 1 or more.</param>
    /// <param name="height">Rows of the raster, 1 or more.</param>
    public PlanarImage Render(RectF region, int width, int height)
    {
        var mask = PlanarImage.Rent(width, height, 1);
        for (int y = 0; y < height; y++)
        {
            Span<float> row = mask.Row(0, y);
            float imageY = region.Y + ((y + 0.5f) * region.Height / height);
            for (int x = 0; x < width; x++)
            {
                row[x] = At(new Vector2(region.X + ((x + 0.5f) * region.Width / width), imageY));
            }
        }

        return mask;
    }

    private float At(Vector2 point)
    {
        float trust = CloseTrust(point);
        float close = trust > 0 ? Sample(_close, _closeRegion, point) : 0;
        float wide = trust < 1 ? Sample(_wide, _wideRegion, point) : 0;
        return wide + (trust * (close - wide));
    }

    // 0 at the close region's edge and beyond, 1 inside; an edge that is also the picture's edge needs no blending.
    private float CloseTrust(Vector2 point)
    {
        Vector2 feather = new Vector2(_closeRegion.Width, _closeRegion.Height) * Feather;
        float x = MathF.Min(
            Ramp(point.X - _closeRegion.X, feather.X, _closeRegion.X <= 0),
            Ramp(_closeRegion.Right - point.X, feather.X, _closeRegion.Right >= _imageSize.X));
        float y = MathF.Min(
            Ramp(point.Y - _closeRegion.Y, feather.Y, _closeRegion.Y <= 0),
            Ramp(_closeRegion.Bottom - point.Y, feather.Y, _closeRegion.Bottom >= _imageSize.Y));
        float t = MathF.Min(x, y);
        return t * t * (3 - (2 * t));
    }

    private static float Ramp(float inside, float feather, bool atPictureEdge) =>
        atPictureEdge ? 1 : Math.Clamp(inside / feather, 0, 1);

    private static float Sample(PlanarImage mask, RectF region, Vector2 point)
    {
        float u = Math.Clamp(((point.X - region.X) * mask.Width / region.Width) - 0.5f, 0, mask.Width - 1);
        float v = Math.Clamp(((point.Y - region.Y) * mask.Height / region.Height) - 0.5f, 0, mask.Height - 1);
        int x = Math.Min((int)u, mask.Width - 2);
        int y = Math.Min((int)v, mask.Height - 2);
        ReadOnlySpan<float> upper = mask.Row(0, y);
        ReadOnlySpan<float> lower = mask.Row(0, y + 1);
        float fx = u - x;
        float top = upper[x] + (fx * (upper[x + 1] - upper[x]));
        float bottom = lower[x] + (fx * (lower[x + 1] - lower[x]));
        return top + ((v - y) * (bottom - top));
    }

    public void Dispose()
    {
        _wide.Dispose();
        _close.Dispose();
    }
}
