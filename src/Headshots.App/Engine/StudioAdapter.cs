using System.Security.Cryptography;
using System.Text;
using Headshots.Core.Rendering;
using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Specs;

namespace Headshots.App.Engine;

/// <summary>The portrait studio as the business sees it: one, opened at the first use and shared, its work dealt out over lanes.</summary>
internal sealed class StudioAdapter(RenderLanes lanes, SitterPhotos sitters) : IPhotoStudio, IDisposable
{
    /// <summary>A backdrop that was prepared for a kit is worth keeping for its next photo; a few kits are in use at a time.</summary>
    private const int KitsKept = 6;

    private readonly Lazy<PortraitStudio> _studio = new(() => PortraitStudio.Open());
    private readonly RecentlyUsed<string, KitAssets> _kits = new(KitsKept);

    public string SpecSchema => PortraitSpec.Schema;

    public IReadOnlyList<ReadyKit> ReadyKits { get; } =
    [
        .. Headshots.Studio.Kits.ReadyKits.Names.Select(name => new ReadyKit(
            name,
            Headshots.Studio.Kits.ReadyKits.Get(name).Name,
            Headshots.Studio.Kits.ReadyKits.GetJson(name),
            KitAssets.NamesIn(Headshots.Studio.Kits.ReadyKits.Get(name)))),
    ];

    public IReadOnlyList<string> Sitters => SitterPhotos.Names;

    public Task<PhotoVerdict> CheckAsync(ReadOnlyMemory<byte> photo, CancellationToken cancellation) => lanes.CheckAsync(
        () =>
        {
            using Inspection seen = _studio.Value.Inspect(photo, cancellation: cancellation);
            return StudioAnswers.Verdict(seen.Report);
        },
        cancellation);

    public Task<RenderedPhoto> RenderAsync(RenderOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        Result<PortraitSpec, SpecErrors> spec = PortraitSpec.Parse(order.Spec);
        return spec.Ok
            ? lanes.RenderAsync(order.Priority, threads => Render(order, spec.Value, threads, withBefore: true, cancellation), cancellation)
            : Task.FromResult(StudioAnswers.Unusable(spec.Error.Errors[0].ToString()));
    }

    public Task<RenderedPhoto> PreviewAsync(RenderOrder order, int height, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        Result<PortraitSpec, SpecErrors> spec = PortraitSpec.Parse(order.Spec);
        if (!spec.Ok)
        {
            return Task.FromResult(StudioAnswers.Unusable(spec.Error.Errors[0].ToString()));
        }

        PortraitSpec small = spec.Value with { Avatar = new AvatarSpec(), Output = new OutputSpec { Height = Math.Clamp(height, 96, 1024) } };
        return lanes.QuickAsync(() => Render(order, small, PixelThreads.Degree, withBefore: false, cancellation), cancellation);
    }

    public SpecCheck CheckSpec(string spec) => SpecReading.Check(spec);

    public AssetCheck CheckAsset(ReadOnlyMemory<byte> content) => SpecReading.Check(content);

    public async Task<byte[]> SitterPhotoAsync(string name, CancellationToken cancellation) =>
        sitters.Drawn(name) ?? await lanes.QuickAsync(() => sitters.Draw(name), cancellation);

    public Task<byte[]?> ThumbnailAsync(ReadOnlyMemory<byte> photo, int longSide, CancellationToken cancellation) =>
        lanes.QuickAsync(() => Thumbnail.Of(photo, longSide, cancellation), cancellation);

    /// <summary>Opens the studio and sends a drawn sitter through, so that the first person waits for no compiler.</summary>
    public Task WarmUpAsync(CancellationToken cancellation) => lanes.QuickAsync(
        () =>
        {
            byte[] photo = sitters.Draw(SitterPhotos.Names[0]);
            PortraitSpec small = new() { Output = new OutputSpec { Height = 480 } };
            using Inspection seen = _studio.Value.Inspect(photo, cancellation: cancellation);
            return _studio.Value.Render(photo, small, cancellation: cancellation).Report.Status;
        },
        cancellation);

    public void Dispose()
    {
        if (_studio.IsValueCreated)
        {
            _studio.Value.Dispose();
        }
    }

    private RenderedPhoto Render(RenderOrder order, PortraitSpec spec, int threads, bool withBefore, CancellationToken cancellation)
    {
        using PixelThreads.Scope limit = PixelThreads.Limit(threads);
        return StudioAnswers.Rendered(_studio.Value.Render(order.Photo, spec, AssetsOf(order.Assets), withBefore: withBefore, cancellation: cancellation));
    }

    private KitAssets AssetsOf(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) => files.Count == 0
        ? KitAssets.None
        : _kits.GetOrAdd(KeyOf(files), () => new KitAssets(files));

    private static string KeyOf(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, ReadOnlyMemory<byte> bytes) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{bytes.Length}\n"));
            hash.AppendData(bytes.Span);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
