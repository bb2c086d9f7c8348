using System.Runtime.CompilerServices;

namespace Headshots.Vision.Networks.Kernels;

/// <content>Tiles of the matrix product for fewer than six rows.</content>
internal sealed unsafe partial class KernelSet<TLanes, TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo<TActivation>(in MatrixTask task, in Tile tile)
        where TActivation : struct, IActivation
    {
        nint stride = task.AStride;
        nint width = TLanes.Width;
        float* b = tile.B;
        TVector c00 = TLanes.Load(tile.Bias), c01 = TLanes.Load(tile.Bias + width);
        TVector c10 = c00, c11 = c01, c20 = c00, c21 = c01, c30 = c00, c31 = c01;
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
        }

        if (tile.ResidualRegisters > 1)
        {
            float* r = tile.Residual + width;
            nint step = tile.ResidualStride;
            c01 = TLanes.Add(c01, TLanes.Load(r));
            c11 = TLanes.Add(c11, TLanes.Load(r + step));
            c21 = TLanes.Add(c21, TLanes.Load(r + (2 * step)));
            c31 = TLanes.Add(c31, TLanes.Load(r + (3 * step)));
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
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByOne<TActivation>(in MatrixTask task, in Tile tile)
        where TActivation : struct, IActivation
    {
        nint stride = task.AStride;
        float* b = tile.B;
        TVector c0 = TLanes.Load(tile.Bias), c1 = c0, c2 = c0, c3 = c0;
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
        }

        float* target = tile.C;
        nint next = tile.CStride;
        float* slopes = tile.Slopes;
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c0, slopes), target);
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c1, slopes), target + next);
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c2, slopes), target + (2 * next));
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c3, slopes), target + (3 * next));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneByTwo<TActivation>(in MatrixTask task, in Tile tile)
        where TActivation : struct, IActivation
    {
        nint width = TLanes.Width;
        float* b = tile.B;
        TVector c00 = TLanes.Load(tile.Bias), c01 = TLanes.Load(tile.Bias + width);
        float* line = tile.A;
        for (int segment = task.Segments; segment > 0; segment--)
        {
            float* a0 = line;
            float* end = line + task.Depth;
            while (a0 < end)
            {
                TVector b0 = TLanes.Load(b), b1 = TLanes.Load(b + width);
                TVector a = TLanes.Fill(*a0);
                c00 = TLanes.MultiplyAdd(a, b0, c00);
                c01 = TLanes.MultiplyAdd(a, b1, c01);
                b += 2 * width;
                a0++;
            }

            line += task.SegmentStride;
        }

        if (tile.ResidualRegisters > 0)
        {
            float* r = tile.Residual;
            c00 = TLanes.Add(c00, TLanes.Load(r));
        }

        if (tile.ResidualRegisters > 1)
        {
            float* r = tile.Residual + width;
            c01 = TLanes.Add(c01, TLanes.Load(r));
        }

        float* target = tile.C;
        float* slopes = tile.Slopes;
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c00, slopes), target);
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c01, slopes + width), target + width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneByOne<TActivation>(in MatrixTask task, in Tile tile)
        where TActivation : struct, IActivation
    {
        float* b = tile.B;
        TVector c0 = TLanes.Load(tile.Bias);
        float* line = tile.A;
        for (int segment = task.Segments; segment > 0; segment--)
        {
            float* a0 = line;
            float* end = line + task.Depth;
            while (a0 < end)
            {
                TVector b0 = TLanes.Load(b);
                c0 = TLanes.MultiplyAdd(TLanes.Fill(*a0), b0, c0);
                b += TLanes.Width;
                a0++;
            }

            line += task.SegmentStride;
        }

        if (tile.ResidualRegisters > 0)
        {
            float* r = tile.Residual;
            c0 = TLanes.Add(c0, TLanes.Load(r));
        }

        float* target = tile.C;
        float* slopes = tile.Slopes;
        TLanes.Store(TActivation.Apply<TLanes, TVector>(c0, slopes), target);
    }
}
