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
    private readonly Dictionary<(int Width, int Height), PlanarImage> _composed = [];
    private readonly List<Reason> _warnings = [];

    public RenditionMaker(Examination seen, PortraitSpec spec, StageClock clock)
    {
        _seen = seen;
        _spec = spec;
        _clock = clock;
        HeadshotFrame = Frame(spec.Framing.AspectRatio);
    }

    public Frame HeadshotFrame { get; }

    private Size HeadshotSize => new((int)MathF.Round(_spec.Output.Height * _spec.Framing.AspectRatio), _spec.Output.Height);

    /// <summary>Renditions that could not be made.</summary>
    public IReadOnlyList<Reason> Warnings => _warnings;

    public PortraitFile Headshot() =>
        new("headshot.jpg", Encode(HeadshotSize, new JpegSettings { Quality = _spec.Output.Quality }));

    /// <summary>Null, and a warning, when no JPEG of that size fits the rendition's byte budget.</summary>
    public PortraitFile? Make(RenditionSpec rendition)
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
            byte[] bytes = Encode(new Size(rendition.Width, rendition.Height), settings);
            return new PortraitFile($"renditions/{rendition.Name}.{extension}", bytes);
        }
        catch (ByteBudgetException e)
        {
            _warnings.Add(Reasons.BudgetTooSmall(rendition, e));
            return null;
        }
    }

    public void Dispose()
    {
        foreach (PlanarImage picture in _composed.Values)
        {
            picture.Dispose();
        }
    }

    private byte[] Encode(Size size, EncodeSettings settings)
    {
        PlanarImage master = Master(size);
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

    /// <summary>The composed picture this size is made from.</summary>
    private PlanarImage Master(Size size)
    {
        Size largest = _spec.Output.Renditions
            .Select(r => new Size(r.Width, r.Height))
            .Append(HeadshotSize)
            .Where(s => SameAspect(s, size))
            .MaxBy(s => s.Width);
        if (!_composed.TryGetValue((largest.Width, largest.Height), out PlanarImage? picture))
        {
            Frame frame = SameAspect(largest, HeadshotSize) ? HeadshotFrame : Frame((float)largest.Width / largest.Height);
            picture = Compositor.Compose(_seen, frame, _spec.Background, largest.Width, largest.Height, _clock);
            _composed.Add((largest.Width, largest.Height), picture);
        }

        return picture;
    }

    private Frame Frame(float aspect) => FrameSolver.Solve(
        _seen.Heads, _spec.Framing, aspect, _seen.Mask, new Vector2(_seen.Photo.Width, _seen.Photo.Height));

    /// <summary>Exactly, or as near as whole pixels come.</summary>
    private static bool SameAspect(Size a, Size b) =>
        Math.Abs(((long)a.Width * b.Height) - ((long)b.Width * a.Height)) <= Math.Max(a.Height, b.Height);

    private readonly record struct Size(int Width, int Height);
}
