using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;
using Headshots.Vision;

namespace Headshots.Validation.Light;

/// <summary>The skin of one headshot before and after the darkroom.</summary>
/// <param name="Before">Its tone in the photo.</param>
/// <param name="Exposed">Its tone in the photo at the corrected exposure.</param>
/// <param name="After">Its tone in the headshot.</param>
/// <param name="Light">What was done.</param>
internal sealed record DevelopedPortrait(Lab Before, Lab Exposed, Lab After, LightReport Light)
{
    private const int Side = 640;

    private static readonly OutputMetadata _metadata = new(DigitalSourceTypes.AlgorithmicMedia, "Headshots");

    /// <summary>All that was done to it.</summary>
    public double DeltaIta => After.Ita - Before.Ita;

    /// <summary>What was done to it besides the exposure: what is bounded.</summary>
    public double DeltaItaBesidesExposure => After.Ita - Exposed.Ita;

    public double DeltaHue => ColourDifference.HueTurn(Before, After);

    /// <summary>A drawn photo.</summary>
    public static DevelopedPortrait? Of(VisionEngine engine, RgbImage photo, PortraitSpec spec) =>
        Of(engine, PhotoEncoder.Encode(photo, new PngSettings(), _metadata), spec);

    /// <returns>Null when there is no face, or too little skin to measure.</returns>
    public static DevelopedPortrait? Of(VisionEngine engine, ReadOnlyMemory<byte> file, PortraitSpec spec)
    {
        using Examination seen = new Examiner(engine).Examine(
            PhotoDecoder.Decode(file).Value, spec.Framing, new StageClock(), CancellationToken.None);
        if (seen.Mesh is null)
        {
            return null;
        }

        Frame frame = FrameSolver.Solve(seen.Heads, AskedFraming.Of(spec.Framing, yaw: 0), 1, seen.Mask, seen.Content);
        using Composition made = Compositor.Compose(seen, frame, spec, KitAssets.None, Side, Side, new StageClock(), CancellationToken.None);
        return made.Skin.Tone(made.AsShot) is { } before && made.Skin.Tone(made.Picture) is { } after
            ? new DevelopedPortrait(before, Lab.FromLinear(made.SkinAtExposure), after, made.Light!)
            : null;
    }
}
