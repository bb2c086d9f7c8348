using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Vision;

namespace Headshots.Studio.Matting;

/// <summary>Who is person around a sitter's head, at the network's resolution: a one-channel picture of a region.</summary>
/// <param name="Samples">1 channel, 0 to 1; owned.</param>
/// <param name="Region">What of the photo it shows, in pixels of the upright photo.</param>
internal sealed record MaskRaster(PlanarImage Samples, RectF Region) : IDisposable
{
    /// <summary>Half the side of the close look, in eyes-to-chin distances: head and shoulders with a little air.</summary>
    private const float CloseHalfSide = 2.1f;

    /// <summary>Half the side of the raster likewise: as much as the widest frame a spec may ask for shows.</summary>
    private const float HalfSide = 2.9f;

    /// <summary>Samples on the raster's longer side: no fewer per pixel of the photo than the close look has.</summary>
    private const int Side = 360;

    /// <summary>Share of the close look's side over which it takes over from the wide one.</summary>
    private const float Feather = 0.08f;

    /// <summary>From photo coordinates to coordinates of <see cref="Samples"/>.</summary>
    public Matrix3x2 FromPhoto =>
        Matrix3x2.CreateTranslation(-Region.X, -Region.Y)
        * Matrix3x2.CreateScale(Samples.Width / Region.Width, Samples.Height / Region.Height);

    /// <summary>
    /// Looks twice: at the whole photo, which knows what is around, and at head and shoulders, which shows them larger.
    /// </summary>
    public static MaskRaster Of(VisionEngine engine, RgbImage photo, HeadGeometry head)
    {
        RectF whole = new(0, 0, photo.Width, photo.Height);
        RectF near = Square(head, CloseHalfSide).Intersect(whole);
        RectF region = Square(head, HalfSide).Intersect(whole);
        using MaskRaster wide = new(engine.SegmentPerson(photo, whole), whole);
        using MaskRaster close = new(engine.SegmentPerson(photo, near), near);

        float scale = Side / Math.Max(region.Width, region.Height);
        PlanarImage samples = PlanarImage.Rent(
            Math.Max(2, (int)MathF.Round(region.Width * scale)), Math.Max(2, (int)MathF.Round(region.Height * scale)), 1);
        for (int y = 0; y < samples.Height; y++)
        {
            Span<float> row = samples.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                Vector2 at = new(
                    region.X + ((x + 0.5f) * region.Width / samples.Width),
                    region.Y + ((y + 0.5f) * region.Height / samples.Height));
                float trust = Trust(at, near, whole);
                row[x] = trust switch
                {
                    1 => close.At(at),
                    0 => wide.At(at),
                    _ => float.Lerp(wide.At(at), close.At(at), trust),
                };
            }
        }

        return new MaskRaster(samples, region);
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

    private static RectF Square(HeadGeometry head, float halfSide)
    {
        // The body hangs below the head, so the middle of what matters lies below the eyes.
        Vector2 centre = Vector2.Transform(new Vector2(head.CentreX, 0.25f * head.Chin), head.ToPhoto);
        float half = halfSide * head.Chin;
        return new RectF(centre.X - half, centre.Y - half, 2 * half, 2 * half);
    }

    /// <summary>0 at the close look's edge and beyond, 1 well inside; where that edge is the photo's, it is as good as inside.</summary>
    private static float Trust(Vector2 at, RectF near, RectF whole)
    {
        float margin = Feather * Math.Max(near.Width, near.Height);
        float left = near.X <= whole.X ? 1 : (at.X - near.X) / margin;
        float right = near.Right >= whole.Right ? 1 : (near.Right - at.X) / margin;
        float top = near.Y <= whole.Y ? 1 : (at.Y - near.Y) / margin;
        float bottom = near.Bottom >= whole.Bottom ? 1 : (near.Bottom - at.Y) / margin;
        float t = Math.Clamp(Math.Min(Math.Min(left, right), Math.Min(top, bottom)), 0, 1);
        return t * t * (3 - (2 * t));
    }
}
