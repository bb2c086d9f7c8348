using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Perspective;
using Headshots.Vision;
using Headshots.Vision.Faces;
using Headshots.Vision.People;

namespace Headshots.Studio.Matting;

/// <summary>Who is person around a sitter's head, at the network's resolution: a one-channel picture of a region.</summary>
/// <param name="Samples">1 channel, 0 to 1; owned.</param>
/// <param name="Region">What of the photo it shows, in pixels of the upright photo.</param>
internal sealed record MaskRaster(PlanarImage Samples, RectF Region) : IDisposable
{
    /// <summary>Half the raster's side in eyes-to-chin distances: as much as the widest frame a spec may ask for shows.</summary>
    private const float HalfSide = 2.9f;

    /// <summary>Samples on the raster's longer side: no fewer per pixel of the photo than the network's closest look has.</summary>
    private const int Side = 360;

    /// <summary>From photo coordinates to coordinates of <see cref="Samples"/>.</summary>
    public Matrix3x2 FromPhoto =>
        Matrix3x2.CreateTranslation(-Region.X, -Region.Y)
        * Matrix3x2.CreateScale(Samples.Width / Region.Width, Samples.Height / Region.Height);

    /// <summary>Looks at the photo and lays what is seen on a raster around the sitter's head.</summary>
    public static MaskRaster Of(VisionEngine engine, RgbImage photo, FaceDetection sitter, HeadGeometry head)
    {
        RectF region = Square(head).Intersect(new RectF(0, 0, photo.Width, photo.Height));
        float scale = Side / Math.Max(region.Width, region.Height);
        using PersonMask person = engine.MaskPerson(photo, sitter);
        PlanarImage samples = person.Render(
            region,
            Math.Max(2, (int)MathF.Round(region.Width * scale)),
            Math.Max(2, (int)MathF.Round(region.Height * scale)));
        return new MaskRaster(samples, region);
    }

    /// <summary>The mask of the corrected photo; this one is disposed if it is another.</summary>
    public MaskRaster SeenFrom(Standpoint standpoint)
    {
        if (standpoint.IsAsShot)
        {
            return this;
        }

        using (this)
        {
            RectF region = standpoint.FromPhoto(Region);
            PlanarImage samples = PlanarImage.Rent(Samples.Width, Samples.Height, 1);
            Vector2 step = new(region.Width / samples.Width, region.Height / samples.Height);
            Matrix3x2 fromPhoto = FromPhoto;
            using CurvedMap map = new(
                p => Vector2.Transform(standpoint.ToPhoto(new Vector2(region.X, region.Y) + (p * step)), fromPhoto),
                samples.Width,
                samples.Height);
            CurvedWarp.Warp(Samples, map, 1, samples);
            return new MaskRaster(samples, region);
        }
    }

    /// <summary>The mask enlarged smoothly to a framed picture, untouched otherwise; beyond the region its edge goes on.</summary>
    /// <param name="width">Of the picture.</param>
    /// <param name="height">Of the picture.</param>
    /// <param name="pictureToPhoto">From the picture's coordinates to the photo's.</param>
    /// <returns>1 channel, 0 to 1; the caller's to dispose.</returns>
    public PlanarImage LaidOn(int width, int height, Matrix3x2 pictureToPhoto)
    {
        PlanarImage rough = PlanarImage.Rent(width, height, 1);
        AffineWarp.Warp(Samples, pictureToPhoto * FromPhoto, rough, Border.Replicate);
        return rough;
    }

    /// <summary>Bilinear sample at a point of the photo; beyond the region its edge goes on.</summary>
    public float At(Vector2 photo)
    {
        Vector2 p = Vector2.Transform(photo, FromPhoto) - new Vector2(0.5f);
        float x = Math.Clamp(p.X, 0, Samples.Width - 1);
        float y = Math.Clamp(p.Y, 0, Samples.Height - 1);
        int x0 = (int)x;
        int y0 = (int)y;
        int x1 = Math.Min(x0 + 1, Samples.Width - 1);
        ReadOnlySpan<float> upper = Samples.Row(0, y0);
        ReadOnlySpan<float> lower = Samples.Row(0, Math.Min(y0 + 1, Samples.Height - 1));
        float a = float.Lerp(upper[x0], upper[x1], x - x0);
        float b = float.Lerp(lower[x0], lower[x1], x - x0);
        return float.Lerp(a, b, y - y0);
    }

    public void Dispose() => Samples.Dispose();

    private static RectF Square(HeadGeometry head)
    {
        // The body hangs below the head, so the middle of what matters lies below the eyes.
        Vector2 centre = Vector2.Transform(new Vector2(head.CentreX, 0.25f * head.Chin), head.ToPhoto);
        float half = HalfSide * head.Chin;
        return new RectF(centre.X - half, centre.Y - half, 2 * half, 2 * half);
    }
}
