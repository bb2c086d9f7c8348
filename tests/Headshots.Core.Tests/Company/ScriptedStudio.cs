using System.Collections.Concurrent;
using System.Text;
using Headshots.Core.Rendering;

namespace Headshots.Core.Tests.Company;

/// <summary>
/// A studio that does as a test says. A photo is text: <c>good:80</c> is usable with rank 80, <c>bad</c> is a photo of which
/// nothing can be made, anything else is none. Rendering takes as long as <see cref="Rendering"/> does.
/// </summary>
internal sealed class ScriptedStudio : IPhotoStudio
{
    private static readonly VerdictReason TooDark = new("too_dark", "The photo is too dark.", "Turn to a window.");

    public ConcurrentQueue<RenderOrder> Orders { get; } = new();

    /// <summary>What happens while a headshot is made.</summary>
    public Func<RenderOrder, CancellationToken, Task> Rendering { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether a headshot can be made.</summary>
    public Func<RenderOrder, bool> CanMake { get; set; } = _ => true;

    public double Score { get; set; } = 90;

    public double? Drift { get; set; } = 0.5;

    public IReadOnlyList<VerdictReason> Warnings { get; set; } = [];

    public string SpecSchema => "{}";

    public IReadOnlyList<ReadyKit> ReadyKits => [];

    public IReadOnlyList<string> Sitters => ["anna"];

    public Task<PhotoVerdict> CheckAsync(ReadOnlyMemory<byte> photo, CancellationToken cancellation)
    {
        string text = Encoding.UTF8.GetString(photo.Span);
        return Task.FromResult(
            text.StartsWith("good:", StringComparison.Ordinal) ? new PhotoVerdict(true, "image/jpeg", 3000, 4000, double.Parse(text.Split(':')[1]), [], [])
            : text == "bad" ? new PhotoVerdict(false, "image/jpeg", 300, 400, 0, [TooDark], [])
            : new PhotoVerdict(false, null, 0, 0, 0, [new VerdictReason("not_a_photo", "This is no photo.", "Choose a JPEG.")], []));
    }

    public async Task<RenderedPhoto> RenderAsync(RenderOrder order, CancellationToken cancellation)
    {
        Orders.Enqueue(order);
        await Rendering(order, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return CanMake(order)
            ? new RenderedPhoto(
                true,
                [],
                Warnings,
                [new RenderedFile("headshot", "headshot.jpg", "image/jpeg", 800, 1000, Encoding.UTF8.GetBytes("headshot of " + order.Spec)), new RenderedFile("slack", "slack.png", "image/png", 512, 512, Encoding.UTF8.GetBytes("slack"))],
                new HeadshotFigures(Score, 90, 90, 90, 90, 90, 90, Drift, 1, 1, 0.01),
                "{}")
            {
                Before = new RenderedFile("before", "before.jpg", "image/jpeg", 800, 1000, Encoding.UTF8.GetBytes("crop of " + Encoding.UTF8.GetString(order.Photo.Span))),
            }
            : new RenderedPhoto(false, [TooDark], [], [], null, "{}");
    }

    public Task<RenderedPhoto> PreviewAsync(RenderOrder order, int height, CancellationToken cancellation) => RenderAsync(order, cancellation);

    public SpecCheck CheckSpec(string spec) => spec.Contains("wrong", StringComparison.Ordinal)
        ? new SpecCheck([new SpecProblem("$.wrong", "There is no such field.")], [])
        : new SpecCheck([], []);

    public AssetCheck CheckAsset(ReadOnlyMemory<byte> content) => new("jpg", null, null);

    public Task<byte[]> SitterPhotoAsync(string name, CancellationToken cancellation) => Task.FromResult("good:50"u8.ToArray());

    public Task<byte[]?> ThumbnailAsync(ReadOnlyMemory<byte> photo, int longSide, CancellationToken cancellation) => Task.FromResult<byte[]?>(photo.ToArray());
}
