using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Renditions;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;

namespace Headshots.Studio;

/// <summary>
/// Makes the files of one photo. A picture is composed once per aspect, at the largest size anybody wants as far as that
/// is within reason; smaller renditions of the same aspect are reductions of it, larger ones enlargements.
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
            _ = Composed(order.Size, cancellation);
        }

        // A picture larger than its composition is made once for all its formats, and only one is there at a time.
        var files = new Result<byte[], ByteBudgetException>[_orders.Length];
        ILookup<PictureSize?, int> bySize = Enumerable.Range(0, _orders.Length).ToLookup(i => Enlarged(_orders[i].Size));
        int[] ordinary = [.. bySize[null]];
        foreach (IGrouping<PictureSize?, int> large in bySize.Where(g => g.Key is not null))
        {
            PictureSize size = large.Key!.Value;
            using RgbImage picture = Enlargement.Of(Composed(size, cancellation), size, cancellation);
            _clock.Lap("enlarge");
            Encode([.. large, .. ordinary], picture, files, cancellation);
            ordinary = [];
        }

        Encode(ordinary, null, files, cancellation);
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
            RectF area = Composed(order.Size).Frame.Area;
            int effective = (int)MathF.Round(area.Width * _seen.FullScale);
            int rows = (int)MathF.Round(area.Height * _seen.FullScale);
            if (rows < WorkingSize.RowsToPrint(order.Size))
            {
                _warnings.Add(Reasons.EnlargedPrint(rendition, rows));
            }

            _made.Add(new RenditionReport(
                rendition.Name, order.Name, order.Size.Width, order.Size.Height, file.Value.Length, Math.Min(effective, order.Size.Width)));
        }

        return new PortraitFile(order.Name, file.Value);
    }

    /// <summary>Long files first, or the last thread to finish would start the longest last.</summary>
    private void Encode(int[] orders, RgbImage? enlarged, Result<byte[], ByteBudgetException>[] files, CancellationToken cancellation)
    {
        int[] byCost = [.. orders.OrderByDescending(i => _orders[i].Cost)];
        WorkQueue.Run(byCost.Length, piece => files[byCost[piece]] = Encode(_orders[byCost[piece]], enlarged), cancellation);
        _clock.Lap("encode");
    }

    private Result<byte[], ByteBudgetException> Encode(FileOrder order, RgbImage? enlarged)
    {
        try
        {
            return Enlarged(order.Size) is null
                ? EncodeReduced(order, Composed(order.Size).Picture)
                : PhotoEncoder.Encode(enlarged!, order.Settings, _metadata);
        }
        catch (ByteBudgetException e)
        {
            return e;
        }
    }

    private static byte[] EncodeReduced(FileOrder order, PlanarImage master)
    {
        if (master.Width == order.Size.Width && master.Height == order.Size.Height)
        {
            return PhotoEncoder.Encode(master, order.Settings, _metadata);
        }

        using PlanarImage reduced = PlanarImage.Rent(order.Size.Width, order.Size.Height, 3);
        Resampler.Resize(master, new RectF(0, 0, master.Width, master.Height), reduced);
        LightSharpening.Apply(reduced, LightSharpening.AmountFor(Math.Max(reduced.Width, reduced.Height)));
        return PhotoEncoder.Encode(reduced, order.Settings, _metadata);
    }

    /// <summary>The size, where it is larger than what it is made from; null where it is not.</summary>
    private PictureSize? Enlarged(PictureSize size) => size.Width > Composed(size).Width ? size : null;

    /// <summary>What this size is made from: composed once per aspect.</summary>
    private Composition Composed(PictureSize size, CancellationToken cancellation = default)
    {
        PictureSize[] wanted = [.. _orders.Select(o => o.Size).Where(s => s.HasAspectOf(size))];
        PictureSize largest = wanted.MaxBy(s => s.Width);
        if (!_composed.TryGetValue(largest, out Composition? composition))
        {
            Frame frame = largest.HasAspectOf(HeadshotSize) ? HeadshotFrame : Frame(largest.Aspect);
            PictureSize working = WorkingSize.For(wanted, frame.Area.Width);
            composition = Compositor.Compose(_seen, frame, _spec, _assets, working.Width, working.Height, _clock, cancellation);
            _composed.Add(largest, composition);
        }

        return composition;
    }

    private Frame Frame(float aspect) => FrameSolver.Solve(
        _seen.Heads, AskedFraming.Of(_spec.Framing, (float)(_seen.Face?.Yaw ?? 0)), aspect, _seen.Mask, _seen.Content);
}
