using System.Runtime.CompilerServices;

namespace Headshots.Vision.Networks.Kernels;

/// <content>
/// The matrix product: tiles of six rows by two registers. Twelve accumulators, two weights and one broadcast value
/// fill the sixteen registers of AVX2, and per step twelve multiply-adds stand against eight loads.
/// </content>
internal sealed unsafe partial class KernelSet<TLanes, TVector>
{
    private const int TileRows = 6;

    public override void Multiply(in MatrixTask task)
    {
        int width = TLanes.Width;
        float* spill = stackalloc float[TileRows * 2 * 16];
        float* b = task.B;
        int depth = task.Segments * task.Depth;
        for (int column = 0; column < task.Columns; column += PanelWidth)
        {
            int registers = task.Columns - column > width ? 2 : 1;
            bool partial = column + (registers * width) > task.CStride;
            var tile = new Tile
            {
                A = task.A,
                B = b,
                Bias = task.Bias + column,
                C = partial ? spill : task.C + column,
                CStride = partial ? PanelWidth : task.CStride,
                Slopes = task.Slopes + column,
            };
            if (task.Residual != null && column < task.ResidualColumns)
            {
                tile.Residual = task.Residual + column;
                tile.ResidualStride = task.ResidualStride;
                tile.ResidualRegisters = column + width < task.ResidualColumns ? 2 : 1;
            }

            Panel(task, tile, registers, partial ? column : -1);
            b += depth * registers * width;
        }
    }

    /// <summary>All rows of one panel. A panel that ends inside a register is computed aside and copied.</summary>
    private static void Panel(in MatrixTask task, Tile tile, int registers, int copyTo)
    {
        int row = 0;
        while (row < task.Rows)
        {
            int rows = task.Rows - row >= TileRows ? TileRows : 1;
            if (registers == 2)
            {
                if (rows == TileRows)
                {
                    Six(task, tile);
                }
                else
                {
                    One(task, tile);
                }
            }
            else if (rows == TileRows)
            {
                SixNarrow(task, tile);
            }
            else
            {
                OneNarrow(task, tile);
            }

            if (copyTo >= 0)
            {
                int columns = Math.Min(task.Columns - copyTo, registers * TLanes.Width);
                for (int i = 0; i < rows; i++)
                {
                    float* target = task.C + ((long)(row + i) * task.CStride) + copyTo;
                    new ReadOnlySpan<float>(tile.C + (i * tile.CStride), columns).CopyTo(new Span<float>(target, columns));
                }
            }
            else
            {
                tile.C += rows * tile.CStride;
            }

            tile.A += rows * task.AStride;
            tile.Residual += rows * tile.ResidualStride;
            row += rows;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six(in MatrixTask task, in Tile tile)
    {
        nint stride = task.AStride;
        nint width = TLanes.Width;
        float* b = tile.B;
        TVector c00 = TLanes.Load(tile.Bias), c01 = TLanes.Load(tile.Bias + width);
        TVector c10 = c00, c11 = c01, c20 = c00, c21 = c01, c30 = c00, c31 = c01, c40 = c00, c41 = c01, c50 = c00, c51 = c01;
        float* line = tile.A;
        for (int segment = task.Segments; segment > 0; segment--)
        {
            float* a0 = line;
            float* a3 = line + (3 * stride);
            float* end = line + task.Depth;
            while (a0 < end)
            {
                TVector b0 = TLanes.Load(b), b1 = TLanes.Load(b + width);
                TVector a = TLanes.Fill(*a0);
                c00 = TLanes.MultiplyAdd(a, b0, c00);
                c01 = TLanes.MultiplyAdd(a, b1, c01);
                a = TLanes.Fill(a0[stride]);
                c10 = TLanes.MultiplyAdd(a, b0, c10);
                c11 = TLanes.MultiplyAdd(a, b1, c11);
                a = TLanes.Fill(a0[2 * stride]);
                c20 = TLanes.MultiplyAdd(a, b0, c20);
                c21 = TLanes.MultiplyAdd(a, b1, c21);
                a = TLanes.Fill(*a3);
                c30 = TLanes.MultiplyAdd(a, b0, c30);
                c31 = TLanes.MultiplyAdd(a, b1, c31);
                a = TLanes.Fill(a3[stride]);
                c40 = TLanes.MultiplyAdd(a, b0, c40);
                c41 = TLanes.MultiplyAdd(a, b1, c41);
                a = TLanes.Fill(a3[2 * stride]);
                c50 = TLanes.MultiplyAdd(a, b0, c50);
                c51 = TLanes.MultiplyAdd(a, b1, c51);
                b += 2 * width;
                a0++;
                a3++;
            }

            line += task.SegmentStride;
        }

        Store2(task, tile, 0, c00, c01);
        Store2(task, tile, 1, c10, c11);
        Store2(task, tile, 2, c20, c21);
        Store2(task, tile, 3, c30, c31);
        Store2(task, tile, 4, c40, c41);
        Store2(task, tile, 5, c50, c51);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SixNarrow(in MatrixTask task, in Tile tile)
    {
        nint stride = task.AStride;
        nint width = TLanes.Width;
        float* b = tile.B;
        TVector c0 = TLanes.Load(tile.Bias), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0;
        float* line = tile.A;
        for (int segment = task.Segments; segment > 0; segment--)
        {
            float* a0 = line;
            float* a3 = line + (3 * stride);
            float* end = line + task.Depth;
            while (a0 < end)
            {
                TVector b0 = TLanes.Load(b);
                c0 = TLanes.MultiplyAdd(TLanes.Fill(*a0), b0, c0);
                c1 = TLanes.MultiplyAdd(TLanes.Fill(a0[stride]), b0, c1);
                c2 = TLanes.MultiplyAdd(TLanes.Fill(a0[2 * stride]), b0, c2);
                c3 = TLanes.MultiplyAdd(TLanes.Fill(*a3), b0, c3);
                c4 = TLanes.MultiplyAdd(TLanes.Fill(a3[stride]), b0, c4);
                c5 = TLanes.MultiplyAdd(TLanes.Fill(a3[2 * stride]), b0, c5);
                b += width;
                a0++;
                a3++;
            }

            line += task.SegmentStride;
        }

        Store1(task, tile, 0, c0);
        Store1(task, tile, 1, c1);
        Store1(task, tile, 2, c2);
        Store1(task, tile, 3, c3);
        Store1(task, tile, 4, c4);
        Store1(task, tile, 5, c5);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(in MatrixTask task, in Tile tile)
    {
        nint width = TLanes.Width;
        float* b = tile.B;
        TVector c0 = TLanes.Load(tile.Bias), c1 = TLanes.Load(tile.Bias + width);
        float* line = tile.A;
        for (int segment = task.Segments; segment > 0; segment--)
        {
            for (float* a = line, end = line + task.Depth; a < end; a++)
            {
                TVector value = TLanes.Fill(*a);
                c0 = TLanes.MultiplyAdd(value, TLanes.Load(b), c0);
                c1 = TLanes.MultiplyAdd(value, TLanes.Load(b + width), c1);
                b += 2 * width;
            }

            line += task.SegmentStride;
        }

        Store2(task, tile, 0, c0, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneNarrow(in MatrixTask task, in Tile tile)
    {
        float* b = tile.B;
        TVector c = TLanes.Load(tile.Bias);
        float* line = tile.A;
        for (int segment = task.Segments; segment > 0; segment--)
        {
            for (float* a = line, end = line + task.Depth; a < end; a++)
            {
                c = TLanes.MultiplyAdd(TLanes.Fill(*a), TLanes.Load(b), c);
                b += TLanes.Width;
            }

            line += task.SegmentStride;
        }

        Store1(task, tile, 0, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store2(in MatrixTask task, in Tile tile, int row, TVector c0, TVector c1)
    {
        nint width = TLanes.Width;
        if (tile.ResidualRegisters > 0)
        {
            float* residual = tile.Residual + ((nint)row * tile.ResidualStride);
            c0 = TLanes.Add(c0, TLanes.Load(residual));
            if (tile.ResidualRegisters > 1)
            {
                c1 = TLanes.Add(c1, TLanes.Load(residual + width));
            }
        }

        float* target = tile.C + ((nint)row * tile.CStride);
        TLanes.Store(Activate(c0, task.Activation, tile.Slopes), target);
        TLanes.Store(Activate(c1, task.Activation, tile.Slopes + width), target + width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store1(in MatrixTask task, in Tile tile, int row, TVector c)
    {
        if (tile.ResidualRegisters > 0)
        {
            c = TLanes.Add(c, TLanes.Load(tile.Residual + ((nint)row * tile.ResidualStride)));
        }

        TLanes.Store(Activate(c, task.Activation, tile.Slopes), tile.C + ((nint)row * tile.CStride));
    }

    /// <summary>Where one tile of a panel reads and writes.</summary>
    private struct Tile
    {
        public float* A;
        public float* B;
        public float* Bias;
        public float* C;
        public int CStride;
        public float* Residual;
        public int ResidualStride;

        /// <summary>Registers of this panel that have a residual: 0, 1 or 2.</summary>
        public int ResidualRegisters;
        public float* Slopes;
    }
}
