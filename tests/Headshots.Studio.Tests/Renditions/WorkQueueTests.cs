using Headshots.Imaging;
using Headshots.Studio.Renditions;

namespace Headshots.Studio.Tests.Renditions;

public sealed class WorkQueueTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(25)]
    public void Run_AnyNumberOfPieces_DoesEachOnce(int pieces)
    {
        int[] done = new int[pieces];

        WorkQueue.Run(pieces, i => Interlocked.Increment(ref done[i]), CancellationToken.None);

        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Run_CancelledOnTheWay_ThrowsAndStartsNoMore()
    {
        using CancellationTokenSource source = new();
        using PixelThreads.Scope one = PixelThreads.Limit(1);
        int done = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => WorkQueue.Run(
            9,
            i =>
            {
                done++;
                if (i == 3)
                {
                    source.Cancel();
                }
            },
            source.Token));
        Assert.Equal(4, done);
    }

    [Fact]
    public void Run_PieceThatFails_ThrowsItsException() => Assert.Throws<InvalidDataException>(
        () => WorkQueue.Run(5, i => throw new InvalidDataException($"{i}"), CancellationToken.None));
}
