using System.Runtime.CompilerServices;

namespace Headshots.Vision.Networks.Kernels;

/// <content>
/// The tiles of the matrix product: some rows by one or two registers. In the largest, twelve accumulators, two weights
/// and one broadcast value fill fifteen of AVX2's sixteen registers, and per step twelve multiply-adds stand against
/// eight loads. They are written out because the JIT keeps only named locals in registers.
/// </content>
internal sealed unsafe partial class KernelSet<TLanes, TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SixByTwo<TActivation>(in MatrixTask task, in Tile tile)
        where TActivation : struct, IActivation
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

        if (tile.ResidualRegisters > 0)
        {
            float* r = tile.Residual;
            nint step = tile.ResidualStride;
            c00 = TLanes.Add(c00, TLanes.Load(r));
            c10 = TLanes.Add(c10, TLanes.Load(r + step));
            c20 = TLanes.Add(c20, TLanes.Load(r + (2 * step)));
            c30 = TLanes.Add(c30, TLanes.Load(r + (3 * step)));
            c40 = TLanes.Add(c40, TLanes.Load(r + (4 * step)));
            c50 = TLanes.Add(c50, TLanes.Load(r + (5 * step)));
        }

        if (tile.ResidualRegisters > 1)
        {
            float* r = tile.Residual + width;
            nint step = tile.ResidualStride;
            c01 = TLanes.Add(c01, TLanes.Load(r));
            c11 = TLanes.Add(c11, TLanes.Load(r + step));
            c21 = TLanes.Add(c21, TLanes.Load(r + (2 * step)));
            c31 = TLanes.Add(c31, TLanes.Load(r + (3 * step)));
            c41 = TLanes.Add(c41, TLanes.Load(r + (4 * step)));
            c51 = TLanes.Add(c51, TLanes.Load(r + (5 * step)));
        }

        float* target = tile.C;
        nint next = tile.CStride;
        float* slopes = tile.Slopes;
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c00, slopes), target);
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c01, slopes + width), target + width);
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c10, slopes), target + next);
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c11, slopes + width), target + next + width);
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c20, slopes), target + (2 * next));
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c21, slopes + width), target + (2 * next) + width);
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c30, slopes), target + (3 * next));
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c31, slopes + width), target + (3 * next) + width);
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c40, slopes), target + (4 * next));
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c41, slopes + width), target + (4 * next) + width);
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c50, slopes), target + (5 * next));
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c51, slopes + width), target + (5 * next) + width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SixByOne<TActivation>(in MatrixTask task, in Tile tile)
        where TActivation : struct, IActivation
    {
        nint stride = task.AStride;
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
                b += TLanes.Width;
                a0++;
                a3++;
            }

            line += task.SegmentStride;
        }

        if (tile.ResidualRegisters > 0)
        {
            float* r = tile.Residual;
            nint step = tile.ResidualStride;
            c0 = TLanes.Add(c0, TLanes.Load(r));
            c1 = TLanes.Add(c1, TLanes.Load(r + step));
            c2 = TLanes.Add(c2, TLanes.Load(r + (2 * step)));
            c3 = TLanes.Add(c3, TLanes.Load(r + (3 * step)));
            c4 = TLanes.Add(c4, TLanes.Load(r + (4 * step)));
            c5 = TLanes.Add(c5, TLanes.Load(r + (5 * step)));
        }

        float* target = tile.C;
        nint next = tile.CStride;
        float* slopes = tile.Slopes;
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c0, slopes), target);
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c1, slopes), target + next);
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c2, slopes), target + (2 * next));
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c3, slopes), target + (3 * next));
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c4, slopes), target + (4 * next));
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c5, slopes), target + (5 * next));
    }
}
