namespace Headshots.Imaging.Tests.Threading;

public sealed class PixelThreadsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(7, 16)]
    [InlineData(31, 16)]
    [InlineData(1000, 1)]
    [InlineData(1001, 16)]
    public void ForRows_AnyCount_CoversEveryRowOnce(int rows, int minRowsPerChunk)
    {
        var visits = new int[rows];
        PixelThreads.ForRows(rows, minRowsPerChunk, (from, end) =>
        {
            Assert.True(from < end);
            Assert.True(end - from >= Math.Min(rows, minRowsPerChunk));
            for (int y = from; y < end; y++)
            {
                Interlocked.Increment(ref visits[y]);
            }
        });

        Assert.All(visits, v => Assert.Equal(1, v));
    }

    [Fact]
    public void ForRows_UnderALimitOfOne_StaysOnTheCallersThread()
    {
        using PixelThreads.Scope scope = PixelThreads.Limit(1);
        int caller = Environment.CurrentManagedThreadId;
        PixelThreads.ForRows(1000, 1, (_, _) => Assert.Equal(caller, Environment.CurrentManagedThreadId));
    }

    [Fact]
    public void Limit_Disposed_PutsTheFormerBack()
    {
        int before = PixelThreads.Current;
        using (PixelThreads.Limit(2))
        {
            using (PixelThreads.Limit(1))
            {
                using (PixelThreads.Limit(64))
                {
                    Assert.Equal(1, PixelThreads.Current);
                }
            }

            Assert.Equal(Math.Min(2, PixelThreads.Degree), PixelThreads.Current);
        }

        Assert.Equal(before, PixelThreads.Current);
    }

    [Fact]
    public void ForRows_Nested_RunsOnTheWorkersOwnThread() =>
        PixelThreads.ForRows(64, 1, (_, _) =>
        {
            int worker = Environment.CurrentManagedThreadId;
            if (PixelThreads.Degree > 1)
            {
                Assert.Equal(1, PixelThreads.Current);
                PixelThreads.ForRows(64, 1, (_, _) => Assert.Equal(worker, Environment.CurrentManagedThreadId));
            }
        });

    [Fact]
    public void ForRows_BodyThrows_ThrowsThatToTheCaller()
    {
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() =>
            PixelThreads.ForRows(1000, 1, (from, _) =>
            {
                if (from > 0)
                {
                    throw new InvalidOperationException("row");
                }
            }));

        Assert.Equal("row", thrown.Message);
    }
}
