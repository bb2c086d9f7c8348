using Headshots.Imaging;

namespace Headshots.Vision.People;

/// <summary>A mask as the network answered it and the region of the picture it covers, in pixels. Owns the mask.</summary>
internal sealed class MaskLook(PlanarImage mask, RectF region) : IDisposable
{
    public RectF Region => region;

    /// <summary>Bilinear samples at picture coordinates along a row; beyond the region its edge is repeated.</summary>
    public void SampleRow(ReadOnlySpan<float> columns, float y, Span<float> target)
    {
        float v = Math.Clamp(((y - region.Y) * mask.Height / region.Height) - 0.5f, 0, mask.Height - 1);
        int top = Math.Min((int)v, mask.Height - 2);
        float down = v - top;
        ReadOnlySpan<float> upper = mask.Row(0, top);
        ReadOnlySpan<float> lower = mask.Row(0, top + 1);
        float scale = mask.Width / region.Width;
        for (int x = 0; x < target.Length; x++)
        {
            float u = Math.Clamp(((columns[x] - region.X) * scale) - 0.5f, 0, mask.Width - 1);
            int left = Math.Min((int)u, mask.Width - 2);
            float across = u - left;
            float a = upper[left] + (across * (upper[left + 1] - upper[left]));
            float b = lower[left] + (across * (lower[left + 1] - lower[left]));
            target[x] = a + (down * (b - a));
        }
    }

    public void Dispose() => mask.Dispose();
}
