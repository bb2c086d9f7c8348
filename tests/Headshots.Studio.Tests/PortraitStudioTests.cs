using Headshots.Imaging;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests;

public sealed class PortraitStudioTests(SitterStudio room)
{
    private static readonly PortraitSpec _spec = new()
    {
        Background = new RadialBackground(),
        Output = new OutputSpec { Height = 512, Renditions = [new RenditionSpec { Name = "small", Width = 120, Height = 160 }] },
    };

    [Fact]
    public void Render_SamePhotoTwice_GivesTheSameBytes() => AssertSame(Render(threads: 2), Render(threads: 2));

    [Fact]
    public void Render_OneThreadOrTwo_GivesTheSameBytes() => AssertSame(Render(threads: 1), Render(threads: 2));

    [Fact]
    public async Task Render_ManyAtOnce_GivesTheSameBytes()
    {
        IReadOnlyList<PortraitFile> alone = Render(threads: 1);

        IReadOnlyList<PortraitFile>[] together = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => Render(threads: 1))));

        Assert.All(together, files => AssertSame(alone, files));
    }

    [Fact]
    public void Inspect_CancelledBefore_Throws()
    {
        CancellationToken cancelled = new(canceled: true);

        Assert.ThrowsAny<OperationCanceledException>(() => room.Studio.Inspect(room.Photo(Scenes.Plain), cancellation: cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => room.Studio.Render(room.Photo(Scenes.Plain), _spec, cancellation: cancelled));
    }

    [Fact]
    public void Render_CancelledAfterAnyNetwork_ThrowsAndWorksAgain()
    {
        byte[] photo = room.Photo(Scenes.Plain);
        CancellationTokenSource? source = null;
        int cancelAt = int.MaxValue;
        InterruptedRuntime runtime = new(run =>
        {
            if (run == cancelAt)
            {
                source!.Cancel();
            }
        });
        using PortraitStudio studio = PortraitStudio.Open(runtime);
        IReadOnlyList<PortraitFile> expected = studio.Render(photo, _spec).Files;
        int runs = runtime.Runs;
        Assert.InRange(runs, 4, 40);

        for (cancelAt = 1; cancelAt <= runs; cancelAt++)
        {
            runtime.Restart();
            using (source = new CancellationTokenSource())
            {
                Assert.ThrowsAny<OperationCanceledException>(() => studio.Render(photo, _spec, cancellation: source.Token));
            }
        }

        runtime.Restart();
        AssertSame(expected, studio.Render(photo, _spec).Files);
    }

    [Fact]
    public void Render_NoSpec_Throws() => Assert.Throws<ArgumentNullException>(() => room.Studio.Render(Array.Empty<byte>(), null!));

    private IReadOnlyList<PortraitFile> Render(int threads)
    {
        using PixelThreads.Scope scope = PixelThreads.Limit(threads);
        IReadOnlyList<PortraitFile> files = room.Studio.Render(room.Photo(Scenes.Plain), _spec).Files;
        Assert.Equal(2, files.Count);
        return files;
    }

    private static void AssertSame(IReadOnlyList<PortraitFile> one, IReadOnlyList<PortraitFile> other) =>
        Assert.All(one.Zip(other), pair => Assert.True(pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span), pair.First.Name));
}
