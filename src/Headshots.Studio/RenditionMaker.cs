using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Renditions;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;

namespace Headshots.Studio;

/// <summary>
/// Makes the files of one photo. A picture is composed once per aspect, at the largest size anybody wants, and smaller
/// renditions of the same aspect are reductions of it.
/// </summary>
internal sealed class RenditionMaker : IDisposable
{
    /// <summary>A photo that a program, not a generator, has worked on.</summary>
    private static readonly OutputMetadata _metadata = OutputMetadata.OfHeadshots(DigitalSourceTypes.AlgorithmicallyEnhanced);

    private readonly Examination _seen;
    private readonly PortraitSpec _spec;
    private readonly StageClock _clock;
    private readonly KitAssets _assets;
    private readonly FileOrder[] _orders;
    private readonly Dictionary<PictureSize, Composition> _composed = [];
    private readonly List<Reason> _warnings = [];
    private readonly List<RenditionReport> _made = [];

    public RenditionMaker(Examination seen, PortraitSpec spec, KitAssets assets, StageClock clock)
    {
        _seen = seen;
        _spec = spec;
        _assets = assets;
        _clock = clock;
        _orders =
        [
            FileOrder.Headshot(HeadshotSize, spec.Output.Quality),
            .. spec.Output.Renditions.Select(r => FileOrder.Of(Rendition.Of(r), spec.Output.Quality)),
        ];
        HeadshotFrame = Frame(spec.Framing.AspectRatio);
    }

    public Frame HeadshotFrame { get; }

    /// <summary>The picture that the headshot is made from; at least as large.</summary>
    public Composition HeadshotComposition => Composed(HeadshotSize);

    /// <summary>What the stages noted, and renditions that could not be made.</summary>
    public IReadOnlyList<Reason> Warnings => [.. _composed.Values.SelectMany(c => c.Warnings).DistinctBy(w => w.Code), .. _warnings];

    /// <summary>The files made besides the headshot.</summary>
    public IReadOnlyList<RenditionReport> Made => _made;

    private PictureSize HeadshotSize =>
        new((int)MathF.Round(_spec.Output.Height * _spec.Framing.AspectRatio), _spec.Output.Height);

    /// <summary>Makes every file that can be made, the headshot first; of the others a warning tells.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<PortraitFile> Make(CancellationToken cancellation)
    {
        foreach (FileOrder order in _orders)
        {
            cancellation.ThrowIfCancellationRequested();
            _ = Composed(order.Size);
        }

        // Long files first, or the last thread to finish would start the longest last.
        int[] byCost = [.. Enumerable.Range(0, _orders.Length).OrderByDescending(i => _orders[i].Cost)];
        var files = new Result<byte[], ByteBudgetException>[_orders.Length];
        WorkQueue.Run(_orders.Length, piece => files[byCost[piece]] = Encode(_orders[byCost[piece]]), cancellation);
        _clock.Lap("encode");
        return [.. _orders.Zip(files, Delivered).OfType<PortraitFile>()];
    }

    public void Dispose()
    {
        foreach (Composition composition in _composed.Values)
        {
            composition.Dispose();
        }
    }

    /// <summary>Null, and a warning, when no JPEG of that size fits the rendition's byte budget.</summary>
    private PortraitFile? Delivered(FileOrder order, Result<byte[], ByteBudgetException> file)
    {
        if (!file.Ok)
        {
            _warnings.Add(Reasons.BudgetTooSmall(order.Rendition!, file.Error));
            return null;
        }

        if (order.Rendition is { } rendition)
        {
            int effective = (int)MathF.Round(Composed(order.Size).Frame.Area.Width * _seen.FullScale);
            _made.Add(new RenditionReport(
                rendition.Name, order.Name, order.Size.Width, order.Size.Height, file.Value.Length, Math.Min(effective, order.Size.Width)));
        }

        return new PortraitFile(order.Name, file.Value);
    }

    private Result<byte[], ByteBudgetException> Encode(FileOrder order)
    {
        PlanarImage master = Composed(order.Size).Picture;
        PlanarImage? reduced = null;
        try
        {
            if (master.Width != order.Size.Width || master.Height != order.Size.Height)
            {
                reduced = PlanarImage.Rent(order.Size.Width, order.Size.Height, 3);
                Resampler.Resize(master, new RectF(0, 0, master.Width, master.Height), reduced);
                SmallSharpening.Apply(reduced);
            }

            return PhotoEncoder.Encode(reduced ?? master, order.Settings, _metadata);
        }
        catch (ByteBudgetException e)
        {
            return e;
        }
        finally
        {
            reduced?.Dispose();
        }
    }

    /// <summary>What this size is made from: composed once per aspect.</summary>
    private Composition Composed(PictureSize size)
    {
        PictureSize largest = _orders.Select(o => o.Size).Where(s => s.HasAspectOf(size)).MaxBy(s => s.Width);
        if (!_composed.TryGetValue(largest, out Composition? composition))
        {
            Frame frame = largest.HasAspectOf(HeadshotSize) ? HeadshotFrame : Frame(largest.Aspect);
            composition = Compositor.Compose(_seen, frame, _spec, _assets, largest.Width, largest.Height, _clock);
            _composed.Add(largest, composition);
        }

        return composition;
    }

    private Frame Frame(float aspect) => FrameSolver.Solve(
        _seen.Heads, AskedFraming.Of(_spec.Framing, (float)(_seen.Face?.Yaw ?? 0)), aspect, _seen.Mask, _seen.Content);
}
