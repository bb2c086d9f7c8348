using Headshots.Core.Rendering;

namespace Headshots.Workers.Tests;

/// <summary>A studio that makes headshots of any bytes, or does what a test tells it instead.</summary>
internal sealed class ScriptedStudio : IPhotoStudio
{
    private static readonly PhotoVerdict _good = new(true, "image/jpeg", 1000, 1200, 80, [], []);

    /// <summary>Comes before each render; may wait or throw.</summary>
    public Func<RenderOrder, CancellationToken, Task> BeforeRender { get; set; } = (_, _) => Task.CompletedTask;

    public string SpecSchema => "{}";

    public IReadOnlyList<ReadyKit> ReadyKits => [];

    public IReadOnlyList<string> Sitters => [];

    public Task<PhotoVerdict> CheckAsync(ReadOnlyMemory<byte> photo, CancellationToken cancellation) => Task.FromResult(_good);

    public async Task<RenderedPhoto> RenderAsync(RenderOrder order, CancellationToken cancellation)
    {
        await BeforeRender(order, cancellation);
        return new RenderedPhoto(
            true, [], [], [new RenderedFile("headshot", "headshot.jpg", "image/jpeg", 10, 10, order.Photo)], new HeadshotFigures(90, 90, 90, 90, 90, 90, 90, 1, 1, 1, 0), "{}");
    }

    public Task<RenderedPhoto> PreviewAsync(RenderOrder order, int height, CancellationToken cancellation) => RenderAsync(order, cancellation);

    public SpecCheck CheckSpec(string spec) => new([], []);

    public AssetCheck CheckAsset(ReadOnlyMemory<byte> content) => new("jpg", null, null);

    public Task<byte[]> SitterPhotoAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<byte[]?> ThumbnailAsync(ReadOnlyMemory<byte> photo, int longSide, CancellationToken cancellation) => throw new NotSupportedException();
}
