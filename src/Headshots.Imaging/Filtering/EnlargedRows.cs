using System.Numerics;

namespace Headshots.Imaging;

/// <summary>
/// Rows of a planar image enlarged bilinearly by a whole factor, one full-size row at a time; a factor of 1 reads the
/// image itself. Scratch of one thread.
/// </summary>
internal sealed unsafe class EnlargedRows : IDisposable
{
    private readonly PlanarImage _small;
    private readonly int _width;
    private readonly int _factor;
    private readonly int _stride;
    private readonly PixelBlock? _block;
    private int _y;

    public EnlargedRows(PlanarImage small, int width, int factor)
    {
        _small = small;
        _width = width;
        _factor = factor;
        _stride = (width + factor + PlanarImage.RowAlignment - 1) / PlanarImage.RowAlignment * PlanarImage.RowAlignment;
        _block = factor == 1 ? null : PixelPool.RentFloats(checked((small.Channels * _stride) + small.Stride));
    }

    /// <summary>A channel of the prepared row, readable to whole vectors.</summary>
    public float* Row(int channel) =>
        _block is null ? _small.Address(channel, _y) : (float*)_block.Address + ((nint)channel * _stride);

    /// <summary>Makes full-size row y current.</summary>
    public void Prepare(int y)
    {
        _y = y;
        if (_block is null)
        {
            return;
        }

        float at = Math.Clamp(((y + 0.5f) / _factor) - 0.5f, 0, _small.Height - 1);
        int upper = Math.Min((int)at, Math.Max(0, _small.Height - 2));
        int lower = Math.Min(upper + 1, _small.Height - 1);
        float* mixed = (float*)_block.Address + ((nint)_small.Channels * _stride);
        for (int c = 0; c < _small.Channels; c++)
        {
            Mix(_small.Address(c, upper), _small.Address(c, lower), at - upper, mixed);
            Widen(mixed, Row(c));
        }
    }

    public void Dispose()
    {
        if (_block is not null)
        {
            PixelPool.Return(_block);
        }
    }

    private void Mix(float* upper, float* lower, float share, float* mixed)
    {
        var weight = new Vector<float>(share);
        for (int x = 0; x < _small.Stride; x += Vector<float>.Count)
        {
            Vector<float> u = Vector.Load(upper + x);
            Vector.FusedMultiplyAdd(Vector.Load(lower + x) - u, weight, u).Store(mixed + x);
        }
    }

    // Full-size pixels between two small centres share the two; before the first and after the last centre there is
    // one. Centre i lies at (i + ½)·factor.
    private void Widen(float* small, float* wide)
    {
        int last = _small.Width - 1;
        int lead = (_factor / 2) + (_factor % 2);
        for (int x = 0; x < Math.Min(lead, _width); x++)
        {
            wide[x] = small[0];
        }

        float step = 1f / _factor;
        float first = (((_factor / 2) + (_factor % 2) + 0.5f) * step) - 0.5f;
        int to = lead;
        for (int i = 0; i < last; i++)
        {
            float from = small[i];
            float slope = small[i + 1] - from;
            for (int k = 0; k < _factor && to < _width; k++, to++)
            {
                wide[to] = from + (slope * (first + (k * step)));
            }
        }

        for (; to < _width; to++)
        {
            wide[to] = small[last];
        }
    }
}
