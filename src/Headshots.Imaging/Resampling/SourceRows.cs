namespace Headshots.Imaging;

/// <summary>
/// The rows that a resize reads, as float planes that start at the first column it needs. One object serves one range
/// of target rows on one thread; rows are asked for in runs that only move down.
/// </summary>
internal abstract unsafe class SourceRows : IDisposable
{
    /// <summary>Makes the rows [first, first + count) ready.</summary>
    public abstract void Ready(int first, int count);

    /// <summary>A row that is ready; readable for as many floats as the plan has columns.</summary>
    public abstract float* Row(int channel, int y);

    public virtual void Dispose()
    {
    }
}

/// <summary>Planar rows read where they lie.</summary>
internal sealed unsafe class PlaneRows(PlanarImage source, int firstColumn) : SourceRows
{
    public override void Ready(int first, int count)
    {
    }

    public override float* Row(int channel, int y) => source.Address(channel, y) + firstColumn;
}

/// <summary>Rows that are converted once each and kept, in a ring, while the filter reaches them.</summary>
internal abstract unsafe class ConvertedRows : SourceRows
{
    private readonly PixelBlock _ring;
    private readonly int _slots;
    private readonly int _channels;
    private readonly int _stride;
    private int _next;

    protected ConvertedRows(ResizePlan plan, int channels, int firstTargetRow)
    {
        Plan = plan;
        _slots = plan.Rows.MaxTaps;
        _channels = channels;
        _stride = plan.ColumnStride;
        _ring = PixelPool.RentFloats(checked(_slots * channels * _stride));
        _next = plan.Rows.Start(firstTargetRow);
    }

    protected ResizePlan Plan { get; }

    public override void Ready(int first, int count)
    {
        for (_next = Math.Max(_next, first); _next < first + count; _next++)
        {
            Convert(_next);
        }
    }

    public override float* Row(int channel, int y) =>
        (float*)_ring.Address + ((((nint)(y % _slots) * _channels) + channel) * _stride);

    public override void Dispose()
    {
        PixelPool.Return(_ring);
        base.Dispose();
    }

    /// <summary>Fills <see cref="Row"/> of every channel.</summary>
    protected abstract void Convert(int y);
}

/// <summary>Rows of an 8-bit photo in [0, 1], encoded or linear.</summary>
internal sealed unsafe class PhotoRows(RgbImage source, ResizePlan plan, int firstTargetRow)
    : ConvertedRows(plan, 3, firstTargetRow)
{
    protected override void Convert(int y)
    {
        byte* from = source.Address(y) + (3 * (nint)Plan.FirstColumn);
        if (Plan.LinearLight)
        {
            PackedPixels.SplitLinear(from, Plan.Columns, Row(0, y), Row(1, y), Row(2, y));
        }
        else
        {
            PackedPixels.Split(from, Plan.Columns, Row(0, y), Row(1, y), Row(2, y));
        }
    }
}

/// <summary>Planar rows with their colour decoded to linear light.</summary>
internal sealed unsafe class DecodedPlaneRows(PlanarImage source, ResizePlan plan, int firstTargetRow)
    : ConvertedRows(plan, source.Channels, firstTargetRow)
{
    protected override void Convert(int y)
    {
        for (int c = 0; c < source.Channels; c++)
        {
            var from = new ReadOnlySpan<float>(source.Address(c, y) + Plan.FirstColumn, Plan.Columns);
            var to = new Span<float>(Row(c, y), Plan.Columns);
            if (c < 3)
            {
                SrgbCurve.Decode(from, to);
            }
            else
            {
                from.CopyTo(to);
            }
        }
    }
}
