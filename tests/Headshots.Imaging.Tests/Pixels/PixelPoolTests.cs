using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Headshots.Imaging.Tests.Codecs;

namespace Headshots.Imaging.Tests.Pixels;

[Collection(nameof(PixelPool))]
public sealed class PixelPoolTests
{
    [Fact]
    public unsafe void Rent_AnyImage_StartsOnACacheLine()
    {
        for (int width = 1; width < 70; width++)
        {
            using PlanarImage image = PlanarImage.Rent(width, 3, 3);
            for (int c = 0; c < 3; c++)
            {
                for (int y = 0; y < 3; y++)
                {
                    var address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(image.Row(c, y)));
                    Assert.Equal(0u, address % 64);
                }
            }
        }
    }

    [Fact]
    public void Rent_AfterReturn_HandsOutTheSameMemory()
    {
        PixelPool.Trim();
        PixelBlock first = PixelPool.Rent(5_000_000);
        PixelPool.Return(first);

        Assert.Equal(first.Capacity, PixelPool.RetainedBytes);
        Assert.Same(first, PixelPool.Rent(4_500_000));
        Assert.Equal(0, PixelPool.RetainedBytes);
    }

    [Fact]
    public void Rent_MuchSmaller_LeavesTheLargeBlock()
    {
        PixelPool.Trim();
        PixelBlock large = PixelPool.Rent(5_000_000);
        PixelPool.Return(large);

        Assert.NotSame(large, PixelPool.Rent(1_000_000));
    }

    [Fact]
    public void Return_BeyondTheLimit_DropsTheLongestUnused()
    {
        PixelPool.Trim();
        long before = PixelPool.RetainedLimit;
        try
        {
            PixelPool.RetainedLimit = 10_000_000;
            PixelBlock[] blocks = [.. Enumerable.Range(0, 3).Select(_ => PixelPool.Rent(4_000_000))];
            Array.ForEach(blocks, PixelPool.Return);
            Assert.InRange(PixelPool.RetainedBytes, 8_000_000, 10_000_000);
            PixelBlock[] again = [PixelPool.Rent(4_000_000), PixelPool.Rent(4_000_000)];
            Assert.DoesNotContain(blocks[0], again);

            PixelPool.Return(PixelPool.Rent(11_000_000));
            Assert.Equal(0, PixelPool.RetainedBytes);
        }
        finally
        {
            PixelPool.RetainedLimit = before;
        }
    }

    [Fact]
    public void RetainedLimit_Lowered_LetsGo()
    {
        PixelPool.Trim();
        long before = PixelPool.RetainedLimit;
        try
        {
            PixelPool.Return(PixelPool.Rent(3_000_000));
            PixelPool.RetainedLimit = 1_000_000;
            Assert.Equal(0, PixelPool.RetainedBytes);
        }
        finally
        {
            PixelPool.RetainedLimit = before;
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(1000)]
    public void Row_AfterDispose_Throws(int side)
    {
        RgbImage photo = RgbImage.Rent(side, side);
        PlanarImage planes = PlanarImage.Rent(side, side, 1);
        photo.Dispose();
        photo.Dispose();
        planes.Dispose();

        Assert.Throws<ObjectDisposedException>(() => { photo.Row(0).Clear(); });
        Assert.Throws<ObjectDisposedException>(() => { planes.Row(0, 0).Clear(); });
    }

    [Theory]
    [InlineData(PixelBlock.LeastNative - 1)]
    [InlineData(PixelBlock.LeastNative)]
    public void Bytes_BeyondTheBlock_Throws(int capacity)
    {
        PixelBlock block = new(capacity);
        Assert.Equal(capacity, block.Bytes(capacity).Length);

        Assert.ThrowsAny<ArgumentException>(() => { block.Bytes(capacity + PixelBlock.Alignment + 1).Clear(); });
        Assert.ThrowsAny<ArgumentException>(() => { block.Bytes(-1).Clear(); });
        block.Free();
        block.Free();
        Assert.Throws<ObjectDisposedException>(() => { block.Bytes(1).Clear(); });
    }

    /// <summary>80 million pixels: more than the pool keeps.</summary>
    [Fact]
    public void Dispose_LargePhotosInSequence_HoldOneAtATime()
    {
        PixelPool.Trim();
        long peak = PeakMemory.Of(() =>
        {
            for (int i = 0; i < 4; i++)
            {
                using RgbImage photo = RgbImage.Rent(8000, 10_000);
                photo.Pixels.Fill((byte)i);
            }
        });

        Assert.InRange(peak, 200_000_000, 300_000_000);
    }

    [Fact]
    public void Rent_NeverDisposed_IsFreedByTheGarbageCollector()
    {
        long before = PeakMemory.Resident();
        Forget();
        for (int i = 0; i < 3; i++)
        {
            _ = PeakMemory.Resident();
        }

        Assert.InRange(PeakMemory.Resident() - before, long.MinValue, 60_000_000);
    }

    /// <summary>A method of its own, so that no local variable keeps the images.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget()
    {
        long before = Environment.WorkingSet;
        for (int i = 0; i < 4; i++)
        {
            RgbImage.Rent(5000, 4000).Pixels.Fill((byte)i);
        }

        Assert.InRange(Environment.WorkingSet - before, 60_000_000, long.MaxValue);
    }

    [Fact]
    public void RentAndDispose_FromManyThreads_NeverSharesMemory()
    {
        Parallel.For(0, 400, i =>
        {
            using PlanarImage image = PlanarImage.Rent(100 + (i % 7), 50, 2);
            image.Fill(i);
            Thread.Yield();
            Assert.Equal(-1, image.Plane(0).IndexOfAnyExcept((float)i));
            Assert.Equal(-1, image.Plane(1).IndexOfAnyExcept((float)i));
        });
    }
}

/// <summary>What the pool keeps is counted in tests: nobody else may rent meanwhile.</summary>
[CollectionDefinition(nameof(PixelPool), DisableParallelization = true)]
public sealed class PixelPoolAlone;
