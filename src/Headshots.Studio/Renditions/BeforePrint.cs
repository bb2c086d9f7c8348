using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;

namespace Headshots.Studio.Renditions;

/// <summary>
/// The photo cropped and levelled as the headshot is and otherwise as it was sent, to be laid beside it. The camera's distance is
/// not corrected: what was done about it is to be seen, too. Where the headshot shows more than there is, the photo is mirrored
/// at its edge.
/// </summary>
internal static class BeforePrint
{
    /// <summary>Pixels of the longer side at most: enough for a slider on a page.</summary>
    public const int Side = 1000;

    private const int Quality = 85;

    private static readonly OutputMetadata _metadata = OutputMetadata.OfHeadshots(DigitalSourceTypes.AlgorithmicallyEnhanced);

    /// <param name="headshot">At least as large as the headshot.</param>
    /// <param name="width">Of the headshot, pixels.</param>
    /// <param name="height">Of the headshot, pixels.</param>
    public static PortraitFile Of(Composition headshot, int width, int height)
    {
        float scale = Math.Min(1, Side / (float)Math.Max(width, height));
        using PlanarImage small = PlanarImage.Rent(
            Math.Max(1, (int)MathF.Round(width * scale)), Math.Max(1, (int)MathF.Round(height * scale)), 3);
        if (headshot.Seen.Standpoint.IsAsShot)
        {
            Reduce(headshot.AsShot, small);
        }
        else
        {
            using PlanarImage framed = Framed(headshot);
            Reduce(framed, small);
        }

        return new PortraitFile("before.jpg", PhotoEncoder.Encode(small, new JpegSettings { Quality = Quality }, _metadata));
    }

    private static void Reduce(PlanarImage framed, PlanarImage small) => Resampler.Resize(framed, new RectF(0, 0, framed.Width, framed.Height), small);

    private static PlanarImage Framed(Composition headshot)
    {
        Examination seen = headshot.Seen;
        PlanarImage framed = PlanarImage.Rent(headshot.Width, headshot.Height, 3);
        AffineWarp.Warp(seen.Photo, headshot.Frame.PictureToPhoto(framed.Width, framed.Height), framed, Border.Replicate);
        PhotoEdge.Mirror(framed, FrameSpace.Of(headshot.Frame, seen.Content, framed.Width, framed.Height));
        return framed;
    }
}
