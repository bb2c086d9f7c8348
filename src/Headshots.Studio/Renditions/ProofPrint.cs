using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;

namespace Headshots.Studio.Renditions;

/// <summary>Makes proofs.</summary>
internal static class ProofPrint
{
    /// <summary>How much more than the headshot the photo beside it shows.</summary>
    private const float Loosely = 1.3f;

    private static readonly OutputMetadata _metadata = OutputMetadata.OfHeadshots(DigitalSourceTypes.AlgorithmicallyEnhanced);

    public static Proof OfRefused(Examination seen) => new(Photo(seen, Whole(seen)), null, null);

    public static Proof Of(Composition composition)
    {
        Frame frame = composition.Frame;
        RectF around = frame.PhotoBounds();
        RectF loose = new(
            around.X - ((Loosely - 1) / 2 * around.Width),
            around.Y - ((Loosely - 1) / 2 * around.Height),
            Loosely * around.Width,
            Loosely * around.Height);
        using PlanarImage grey = Grey(composition.Alpha);
        return new Proof(
            Photo(composition.Seen, loose.Intersect(Whole(composition.Seen))), Small(composition.Picture), Small(grey));
    }

    private static RectF Whole(Examination seen) => new(0, 0, seen.Photo.Width, seen.Photo.Height);

    private static byte[] Photo(Examination seen, RectF region)
    {
        using PlanarImage small = Fitting(region.Width, region.Height);
        Resampler.Resize(seen.Photo, region, small);
        return Encode(small);
    }

    private static byte[] Small(PlanarImage picture)
    {
        using PlanarImage small = Fitting(picture.Width, picture.Height);
        Resampler.Resize(picture, new RectF(0, 0, picture.Width, picture.Height), small);
        return Encode(small);
    }

    private static PlanarImage Fitting(float width, float height)
    {
        float scale = Proof.Side / Math.Max(width, height);
        return PlanarImage.Rent(Pixels(width * scale), Pixels(height * scale), 3);
    }

    private static PlanarImage Grey(PlanarImage alpha)
    {
        PlanarImage grey = PlanarImage.Rent(alpha.Width, alpha.Height, 3);
        for (int channel = 0; channel < 3; channel++)
        {
            alpha.Plane(0).CopyTo(grey.Plane(channel));
        }

        return grey;
    }

    private static int Pixels(float length) => Math.Max(1, (int)MathF.Round(length));

    private static byte[] Encode(PlanarImage small) => PhotoEncoder.Encode(small, new JpegSettings { Quality = 90 }, _metadata);
}
