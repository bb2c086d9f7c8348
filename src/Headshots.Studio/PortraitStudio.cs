using Headshots.Imaging;
using Headshots.Studio.Avatars;
using Headshots.Studio.Comparing;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Matting;
using Headshots.Studio.Renditions;
using Headshots.Studio.Reports;
using Headshots.Studio.Scoring;
using Headshots.Studio.Specs;
using Headshots.Vision;
using Headshots.Vision.Faces;
using Headshots.Vision.Networks;

namespace Headshots.Studio;

/// <summary>
/// The computational photo studio: bytes of a photo in, a headshot that obeys a spec out, and always a report.
/// Open it once and share it: it is safe for use from many threads.
/// </summary>
public sealed class PortraitStudio : IDisposable
{
    /// <summary>A photo may be read at half its size or less if this much of its shorter side stays, per output pixel.</summary>
    private const float DecodeMargin = 2.4f;

    private readonly VisionEngine _engine;
    private readonly Examiner _examiner;

    private PortraitStudio(VisionEngine engine)
    {
        _engine = engine;
        _examiner = new Examiner(engine);
    }

    /// <summary>Loads the networks.</summary>
    /// <param name="runtime">Where they run; this machine's processor if null.</param>
    /// <exception cref="IOException">A network's file is missing beside the program.</exception>
    /// <exception cref="NetworkFormatException">A network's file is damaged.</exception>
    public static PortraitStudio Open(INetworkRuntime? runtime = null) => new(VisionEngine.Load(runtime));

    /// <summary>Makes a headshot. Bad photos are answered with a report, never with an exception.</summary>
    /// <param name="photo">The file's bytes; what they are is found out, not believed.</param>
    /// <param name="spec">What the headshot must look like.</param>
    /// <param name="assets">The files the spec refers to (<see cref="KitAssets.NamesIn"/>); none if null.</param>
    /// <param name="withProof">Whether to make small pictures to judge by as well.</param>
    /// <param name="withBefore">Whether to return the photo in the headshot's crop as well.</param>
    /// <param name="cancellation">Looked at between stages.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public RenderedPortrait Render(
        ReadOnlyMemory<byte> photo,
        PortraitSpec spec,
        KitAssets? assets = null,
        bool withProof = false,
        bool withBefore = false,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        StageClock clock = new();
        int largest = spec.Output.Renditions.Select(r => Rendition.Of(r).Height).Append(spec.Output.Height).Max();
        Result<Examination, PhotoError> looked = Look(photo, spec.Framing, largest, clock, cancellation);
        if (!looked.Ok)
        {
            return new RenderedPortrait(Unreadable(looked.Error, clock), []);
        }

        using Examination seen = looked.Value;
        if (seen.Reasons.Count > 0)
        {
            return new RenderedPortrait(Inspected(seen, clock), []) { Proof = withProof ? ProofPrint.OfRefused(seen) : null };
        }

        using RenditionMaker maker = new(seen, spec, assets ?? KitAssets.None, clock);
        List<PortraitFile> files = [.. maker.Make(cancellation)];
        Composition headshot = maker.HeadshotComposition;
        if (Avatarist.Draw(headshot, spec) is { } avatar)
        {
            files.Add(avatar);
        }

        clock.Lap("avatar");
        LikenessReport likeness = LikenessMeter.Measure(_engine, headshot);
        cancellation.ThrowIfCancellationRequested();
        clock.Lap("likeness");
        ScoresReport scores = HeadshotScores.Of(headshot, AskedFraming.Of(spec.Framing, (float)(seen.Face?.Yaw ?? 0)));
        clock.Lap("scores");
        PortraitReport report = Rendered(seen, spec, maker.HeadshotFrame, clock);
        return new RenderedPortrait(
            report with
            {
                Warnings = [.. report.Warnings, .. maker.Warnings],
                Perspective = seen.Perspective,
                Light = headshot.Light,
                Attire = headshot.Attire,
                Scores = scores,
                Likeness = likeness,
                Renditions = maker.Made,
            },
            files)
        {
            Proof = withProof ? ProofPrint.Of(headshot) : null,
            Before = withBefore ? BeforePrint.Of(headshot, report.Image!.Width, report.Image.Height) : null,
        };
    }

    /// <summary>Says what is in a photo and whether it would render, without rendering it.</summary>
    /// <param name="photo">The file's bytes.</param>
    /// <param name="withMask">Whether to return the person mask as well.</param>
    /// <param name="cancellation">Looked at between stages.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Inspection Inspect(ReadOnlyMemory<byte> photo, bool withMask = false, CancellationToken cancellation = default)
    {
        StageClock clock = new();
        Result<Examination, PhotoError> looked = Look(photo, new FramingSpec { Perspective = 0 }, new OutputSpec().Height, clock, cancellation);
        if (!looked.Ok)
        {
            return new Inspection(Unreadable(looked.Error, clock), null, null);
        }

        using Examination seen = looked.Value;
        PlanarImage? mask = withMask && seen.Mesh is not null ? PortraitMatte.OfPhoto(seen.Photo, seen.Mask) : null;
        clock.Lap("matte");
        return new Inspection(Inspected(seen, clock), AtFullSize(seen), mask);
    }

    /// <summary>Measures one face against another: a headshot's against its photo's, or two photos of perhaps one person.</summary>
    /// <param name="one">A file's bytes.</param>
    /// <param name="other">Another's.</param>
    /// <param name="cancellation">Looked at between stages.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Comparison Compare(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other, CancellationToken cancellation = default)
    {
        FramingSpec asShot = new() { Perspective = 0 };
        StageClock clock = new();
        Result<Examination, PhotoError> first = Look(one, asShot, FaceComparison.LookedAt, clock, cancellation);
        using Examination? a = first.Ok ? first.Value : null;
        Result<Examination, PhotoError> second = Look(other, asShot, FaceComparison.LookedAt, clock, cancellation);
        using Examination? b = second.Ok ? second.Value : null;
        return new Comparison(
            a is null ? Unreadable(first.Error!, clock) : Inspected(a, clock),
            b is null ? Unreadable(second.Error!, clock) : Inspected(b, clock),
            a is { Mesh: not null } && b is { Mesh: not null } ? FaceComparison.Of(_engine, a, b) : null);
    }

    public void Dispose() => _engine.Dispose();

    /// <summary>
    /// Reads and examines a photo. A large one is read at a reduced size first; when the head turns out to be so small in
    /// it that the headshot would have to be enlarged, it is read again with as many pixels as the headshot can use.
    /// </summary>
    private Result<Examination, PhotoError> Look(
        ReadOnlyMemory<byte> photo, FramingSpec framing, int outputHeight, StageClock clock, CancellationToken cancellation)
    {
        float shortSide = DecodeMargin * outputHeight;
        while (true)
        {
            Result<DecodedPhoto, PhotoError> decoded = PhotoDecoder.Decode(
                photo, new DecodeRequest { MinShortSide = (int)shortSide }, cancellation);
            clock.Lap("decode");
            if (!decoded.Ok)
            {
                return decoded.Error;
            }

            bool reduced = decoded.Value.ShrunkBy > 1;
            Examination seen = _examiner.Examine(decoded.Value, framing, clock, cancellation);
            float enlargement = seen.Mesh is null ? 0 : framing.FaceHeight * outputHeight / seen.Heads[0].Height;
            if (!reduced || enlargement <= 1)
            {
                return seen;
            }

            // More than there was, or rounding could ask for the same reading for ever.
            int had = Math.Min(seen.Photo.Width, seen.Photo.Height);
            shortSide = Math.Max(enlargement * had, had + 1);
            seen.Dispose();
        }
    }

    private static PortraitReport Unreadable(PhotoError error, StageClock clock) => new()
    {
        Status = PortraitStatus.Unreadable,
        Reasons = [new Reason(error.Code, error.Message, error.Advice)],
        Timings = clock.Read(),
    };

    private static PortraitReport Inspected(Examination seen, StageClock clock) => new()
    {
        Status = seen.Reasons.Count == 0 ? PortraitStatus.Rendered : PortraitStatus.Refused,
        Reasons = seen.Reasons,
        Warnings = seen.Warnings,
        Photo = seen.Facts,
        Face = seen.Face,
        Image = new ImageReport(seen.Facts.Width, seen.Facts.Height, seen.Facts.Width),
        Timings = clock.Read(),
    };

    private static PortraitReport Rendered(Examination seen, PortraitSpec spec, Frame frame, StageClock clock)
    {
        AskedFraming asked = AskedFraming.Of(spec.Framing, (float)(seen.Face?.Yaw ?? 0));
        int width = (int)MathF.Round(spec.Output.Height * spec.Framing.AspectRatio);
        int effective = Math.Min(width, (int)MathF.Round(frame.Area.Width));
        return Inspected(seen, clock) with
        {
            Warnings =
            [
                .. seen.Warnings,
                .. GivenUp.Of(frame, asked),
                .. effective < 0.6f * width ? [Reasons.Enlarged] : Array.Empty<Reason>(),
            ],
            Framing = new FramingReport(
                Round(frame.FaceHeight),
                Round(frame.EyeLine),
                Round(frame.CentreOffset),
                new RequestedFraming(Round(asked.FaceHeight), Round(asked.EyeLine), Round(asked.CentreOffset), spec.Framing.Aspect))
            {
                Extended = GivenUp.Extension(frame),
            },
            Image = new ImageReport(width, spec.Output.Height, effective),
        };
    }

    private static FaceMesh? AtFullSize(Examination seen) => seen.Mesh is null
        ? null
        : seen.Mesh with { Points = [.. seen.Mesh.Points.Select(p => p * seen.FullScale)] };

    private static double Round(float share) => Math.Round(share, 4);
}
