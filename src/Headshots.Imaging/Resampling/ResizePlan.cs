using System.Numerics;
using System.Runtime.Intrinsics;

namespace Headshots.Imaging;

/// <summary>
/// One resize: tables for both axes, and the two passes. Each target row is first filtered down the columns into a
/// scratch row (contiguous, so as wide as the vectors are), then along the row by dot products.
/// </summary>
internal sealed unsafe class ResizePlan : IDisposable
{
    private const int MinRowsPerChunk = 16;

    private readonly PlanarImage _target;
    private readonly ResizeTable _across;
    private readonly ResizeOptions _options;

    public ResizePlan(int sourceWidth, int sourceHeight, RectF region, PlanarImage target, ResizeOptions options)
    {
        _target = target;
        _options = options;
        _across = ResizeTable.Build(options.Kernel, sourceWidth, region.X, region.Width, target.Width);
        Rows = ResizeTable.Build(options.Kernel, sourceHeight, region.Y, region.Height, target.Height);
    }

    public ResizeTable Rows { get; }

    public bool LinearLight => _options.LinearLight;

    /// <summary>The leftmost source column that is read.</summary>
    public int FirstColumn => _across.First;

    /// <summary>How many source columns are read.</summary>
    public int Columns => _across.End - _across.First;

    /// <summary>Floats of a scratch row: the columns, the zeros that padded weights meet, and vector alignment.</summary>
    public int ColumnStride =>
        (Columns + ResizeTable.TapAlignment + PlanarImage.RowAlignment - 1) / PlanarImage.RowAlignment * PlanarImage.RowAlignment;

    public void Run(int channels, Func<int, SourceRows> open) =>
        PixelThreads.ForRows(_target.Height, MinRowsPerChunk, (from, end) =>
        {
            PixelBlock scratch = PixelPool.RentFloats(ColumnStride);
            scratch.Floats(0, ColumnStride).Clear();
            using SourceRows rows = open(from);
            for (int y = from; y < end; y++)
            {
                rows.Ready(Rows.Start(y), Rows.Count(y));
                for (int c = 0; c < channels; c++)
                {
                    FilterDown(rows, c, y, (float*)scratch.Address);
                    FilterAcross((float*)scratch.Address, _target.Address(c, y));
                    Finish(_target.Row(c, y), c < 3 && channels >= 3);
                }
            }

            PixelPool.Return(scratch);
        });

    public void Dispose()
    {
        _across.Dispose();
        Rows.Dispose();
    }

    private void FilterDown(SourceRows rows, int channel, int y, float* to)
    {
        int start = Rows.Start(y);
        int count = Rows.Count(y);
        float* weights = Rows.Weights(y);
        float** from = stackalloc float*[count];
        for (int k = 0; k < count; k++)
        {
            from[k] = rows.Row(channel, start + k);
        }

        int x = 0;
        for (; x <= Columns - (4 * Vector<float>.Count); x += 4 * Vector<float>.Count)
        {
            Vector<float> a = Vector<float>.Zero, b = a, c = a, d = a;
            for (int k = 0; k < count; k++)
            {
                var weight = new Vector<float>(weights[k]);
                float* row = from[k] + x;
                a = Vector.FusedMultiplyAdd(Vector.Load(row), weight, a);
                b = Vector.FusedMultiplyAdd(Vector.Load(row + Vector<float>.Count), weight, b);
                c = Vector.FusedMultiplyAdd(Vector.Load(row + (2 * Vector<float>.Count)), weight, c);
                d = Vector.FusedMultiplyAdd(Vector.Load(row + (3 * Vector<float>.Count)), weight, d);
            }

            a.Store(to + x);
            b.Store(to + x + Vector<float>.Count);
            c.Store(to + x + (2 * Vector<float>.Count));
            d.Store(to + x + (3 * Vector<float>.Count));
        }

        for (; x < Columns; x++)
        {
            float sum = 0;
            for (int k = 0; k < count; k++)
            {
                sum = MathF.FusedMultiplyAdd(from[k][x], weights[k], sum);
            }

            to[x] = sum;
        }
    }

    private void FilterAcross(float* from, float* to)
    {
        int width = _target.Width;
        if (_across.MaxTaps == 1)
        {
            for (int x = 0; x < width; x++)
            {
                to[x] = from[_across.Start(x) - FirstColumn];
            }

            return;
        }

        for (int x = 0; x < width; x++)
        {
            float* taps = from + (_across.Start(x) - FirstColumn);
            float* weights = _across.Weights(x);
            int count = _across.Count(x);
            Vector256<float> sum = Vector256.Load(taps) * Vector256.Load(weights);
            for (int k = ResizeTable.TapAlignment; k < count; k += ResizeTable.TapAlignment)
            {
                sum = Vector256.FusedMultiplyAdd(Vector256.Load(taps + k), Vector256.Load(weights + k), sum);
            }

            to[x] = Vector256.Sum(sum);
        }
    }

    private void Finish(Span<float> row, bool colour)
    {
        if (_options.LinearLight && colour)
        {
            SrgbCurve.Encode(row, row);
        }
        else if (!_options.KeepOvershoot)
        {
            UnitRange.Clamp(row);
        }
    }
}
