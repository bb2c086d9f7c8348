namespace Headshots.Vision.Networks.Kernels;

/// <content>The matrix product: panel by panel of weights, and within a panel tile by tile of rows.</content>
internal sealed unsafe partial class KernelSet<TLanes, TVector>
{
    private const int TileRows = 6;

    public override void Multiply(in MatrixTask task)
    {
        switch (task.Activation)
        {
            case Activation.None:
                Panels<Identity>(task);
                break;
            case Activation.Relu:
                Panels<Relu>(task);
                break;
            case Activation.Relu6:
                Panels<Relu6>(task);
                break;
            case Activation.Prelu:
                Panels<Prelu>(task);
                break;
            case Activation.HardSwish:
                Panels<HardSwish>(task);
                break;
            default:
                Panels<Logistic>(task);
                break;
        }
    }

    private static void Panels<TActivation>(in MatrixTask task)
        where TActivation : struct, IActivation
    {
        int width = TLanes.Width, panel = 2 * width;
        float* spill = stackalloc float[TileRows * panel];
        float* b = task.B;
        int depth = task.Segments * task.Depth;
        for (int column = 0; column < task.Columns; column += panel)
        {
            int registers = task.Columns - column > width ? 2 : 1;
            bool partial = column + (registers * width) > task.CStride;
            var tile = new Tile
            {
                A = task.A,
                B = b,
                Bias = task.Bias + column,
                C = partial ? spill : task.C + column,
                CStride = partial ? panel : task.CStride,
                Slopes = task.Slopes + column,
            };
            if (task.Residual != null && column < task.ResidualColumns)
            {
                tile.Residual = task.Residual + column;
                tile.ResidualStride = task.ResidualStride;
                tile.ResidualRegisters = column + width < task.ResidualColumns && registers == 2 ? 2 : 1;
            }

            Rows<TActivation>(task, tile, registers, partial ? column : -1);
            b += (nint)depth * registers * width;
        }
    }

    /// <summary>
    /// All rows of one panel. Where the last tile would reach too far it is moved back over rows done before, which
    /// costs less than a smaller one. A panel that ends inside a register is computed aside and copied.
    /// </summary>
    private static void Rows<TActivation>(in MatrixTask task, in Tile panel, int registers, int copyTo)
        where TActivation : struct, IActivation
    {
        int rows = task.Rows >= 6 ? 6 : task.Rows >= 4 ? 4 : 1;
        Tile tile = panel;
        for (int next = 0; next < task.Rows; next += rows)
        {
            nint row = Math.Min(next, task.Rows - rows);
            tile.A = panel.A + (row * task.AStride);
            tile.Residual = panel.Residual + (row * panel.ResidualStride);
            if (copyTo < 0)
            {
                tile.C = panel.C + (row * panel.CStride);
            }

            switch (rows, registers)
            {
                case (6, 2):
                    SixByTwo<TActivation>(task, tile);
                    break;
                case (6, _):
                    SixByOne<TActivation>(task, tile);
                    break;
                case (4, 2):
                    FourByTwo<TActivation>(task, tile);
                    break;
                case (4, _):
                    FourByOne<TActivation>(task, tile);
                    break;
                case (_, 2):
                    OneByTwo<TActivation>(task, tile);
                    break;
                default:
                    OneByOne<TActivation>(task, tile);
                    break;
            }

            if (copyTo >= 0)
            {
                CopyPartial(tile, rows, task.C + (row * task.CStride) + copyTo, task.CStride, Math.Min(task.Columns - copyTo, registers * TLanes.Width));
            }
        }
    }

    private static void CopyPartial(in Tile tile, int rows, float* target, int stride, int columns)
    {
        for (int i = 0; i < rows; i++, target += stride)
        {
            new ReadOnlySpan<float>(tile.C + (i * tile.CStride), columns).CopyTo(new Span<float>(target, columns));
        }
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
