using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests;

public sealed class CompositorTests(SitterStudio room)
{
    [Fact]
    public void Compose_CancelledWhileTheBackgroundIsLookedUp_StopsBeforeTheNextStage()
    {
        using CancellationTokenSource source = new();
        PortraitSpec spec = new() { Background = new ImageBackground { Image = "lobby.jpg" } };
        KitAssets assets = new(new CancellingFiles(source, room.Photo(Scenes.Plain)));
        StageClock clock = new();
        using Examination seen = new Examiner(room.Engine).Examine(
            PhotoDecoder.Decode(room.Photo(Scenes.Plain)).Value, spec.Framing, clock, CancellationToken.None);
        Frame frame = FrameSolver.Solve(seen.Heads, AskedFraming.Of(spec.Framing, yaw: 0), 1, seen.Mask, seen.Content);

        Assert.Throws<OperationCanceledException>(
            () => Compositor.Compose(seen, frame, spec, assets, 320, 320, clock, source.Token));

        Assert.Contains("background", clock.Read().Keys);
        Assert.DoesNotContain("finish", clock.Read().Keys);
    }

    /// <summary>A kit's folder in which somebody presses Ctrl+C the moment a file is asked for.</summary>
    private sealed class CancellingFiles(CancellationTokenSource source, ReadOnlyMemory<byte> file) : IReadOnlyDictionary<string, ReadOnlyMemory<byte>>
    {
        public IEnumerable<string> Keys => ["lobby.jpg"];

        public IEnumerable<ReadOnlyMemory<byte>> Values => [file];

        public int Count => 1;

        public ReadOnlyMemory<byte> this[string key] => TryGetValue(key, out ReadOnlyMemory<byte> value) ? value : throw new KeyNotFoundException(key);

        public bool ContainsKey(string key) => key == "lobby.jpg";

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out ReadOnlyMemory<byte> value)
        {
            source.Cancel();
            value = file;
            return ContainsKey(key);
        }

        public IEnumerator<KeyValuePair<string, ReadOnlyMemory<byte>>> GetEnumerator() =>
            Keys.Zip(Values, (k, v) => KeyValuePair.Create(k, v)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
