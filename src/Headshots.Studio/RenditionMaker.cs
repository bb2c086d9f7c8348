using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
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
    private readonly IReadOnlyList<Rendition> _renditions;
    private readonly Dictionary<(int Width, int Height), Composition> _composed = [];
    private readonly List<Reason> _warnings = [];
    private readonly List<RenditionReport> _made = [];

    public RenditionMaker(Examination seen, PortraitSpec spec, KitAssets assets, StageClock clock)
    {
        _seen = seen;
        _spec = spec;
        _assets = assets;
        _renditions = [.. spec.Output.Renditions.Select(Rendition.Of)];
        _clock = clock;
        HeadshotFrame = Frame(spec.Framing.AspectRatio);
    }

    public Frame HeadshotFrame { get; }

    private Size HeadshotSize => new((int)MathF.Round(_spec.Output.Height * _spec.Framing.AspectRatio), _spec.Output.Height);

    /// <summary>The picture that the headshot is made from; at least as large.</summary>
    public Composition HeadshotComposition => Composed(HeadshotSize);

    /// <summary>What the stages noted, and renditions that could not be made.</summary>
    public IReadOnlyList<Reason> Warnings => [.. _composed.Values.SelectMany(c => c.Warnings).DistinctBy(w => w.Code), .. _warnings];

    /// <summary>The files made so far besides the headshot.</summary>
    public IReadOnlyList<RenditionReport> Made => _made;

    public PortraitFile Headshot() =>
        new("headshot.jpg", Encode(HeadshotSize, new JpegSettings { Quality = _spec.Output.Quality }));

    /// <summary>Those that could be made; of the others a warning tells.</summary>
    public IEnumerable<PortraitFile> Renditions() => _renditions.Select(Make).OfType<PortraitFile>();

    public void Dispose()
    {
        foreach (Composition composition in _composed.Values)
        {
            composition.Dispose();
        }
    }

    /// <summary>Null, and a warning, when no JPEG of that size fits the rendition's byte budget.</summary>
    private PortraitFile? Make(Rendition rendition)
    {
        (string extension, EncodeSettings settings) = rendition.Format switch
        {
            "png" => ("png", (EncodeSettings)new PngSettings()),
            "webp" => ("webp", new WebpSettings()),
            "avif" => ("avif", new AvifSettings()),
            _ => ("jpg", new JpegSettings { Quality = _spec.Output.Quality, MaxBytes = rendition.MaxBytes }),
        };
        try
        {
            Size size = new(rendition.Width, rendition.Height);
            byte[] bytes = Encode(size, settings);
            string file = $"renditions/{rendition.Name}.{extension}";
            int effective = (int)MathF.Round(Composed(size).Frame.Area.Width * _seen.FullScale);
            _made.Add(new RenditionReport(rendition.Name, file, size.Width, size.Height, bytes.Length, Math.Min(effective, size.Width)));
            return new PortraitFile(file, bytes);
        }
        catch (ByteBudgetException e)
        {
            _warnings.Add(Reasons.BudgetTooSmall(rendition, e));
            return null;
        }
    }

    private byte[] Encode(Size size, EncodeSettings settings)
    {
        PlanarImage master = Composed(size).Picture;
        PlanarImage? reduced = null;
        try
        {
            if (master.Width != size.Width || master.Height != size.Height)
            {
                reduced = PlanarImage.Rent(size.Width, size.Height, 3);
                Resampler.Resize(master, new RectF(0, 0, master.Width, master.Height), reduced);
            }

            byte[] bytes = PhotoEncoder.Encode(reduced ?? master, settings, _metadata);
            _clock.Lap("encode");
            return bytes;
        }
        finally
        {
            reduced?.Dispose();
        }
    }

    /// <summary>What this size is made from: composed once per aspect.</summary>
    private Composition Composed(Size size)
    {
        Size largest = _renditions
            .Select(r => new Size(r.Width, r.Height))
            .Append(HeadshotSize)
            .Where(s => SameAspect(s, size))
            .MaxBy(s => s.Width);
        if (!_composed.TryGetValue((largest.Width, largest.Height), out Composition? composition))
        {
            Frame frame = SameAspect(largest, HeadshotSize) ? HeadshotFrame : Frame((float)largest.Width / largest.Height);
            composition = Compositor.Compose(_seen, frame, _spec, _assets, largest.Width, largest.Height, _clock);
            _composed.Add((largest.Width, largest.Height), composition);
        }

        return composition;
    }

    private Frame Frame(float aspect) => FrameSolver.Solve(
        _seen.Heads, _spec.Framing, aspect, _seen.Mask, new Vector2(_seen.Photo.Width, _seen.Photo.Height));

    /// <summary>Exactly, or as near as whole pixels come.</summary>
    private static bool SameAspect(Size a, Size b) =>
        Math.Abs(((long)a.Width * b.Height) - ((long)b.Width * a.Height)) <= Math.Max(a.Height, b.Height);

    private readonly record struct Size(int Width, int Height);
}
