using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Backgrounds;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Matting;
using Headshots.Studio.Specs;

namespace Headshots.Studio;

/// <summary>From a photo, a mask and a frame to the finished picture.</summary>
internal static class Compositor
{
    /// <returns>3 channels, sRGB-encoded, the asked size; the caller's to dispose.</returns>
    public static PlanarImage Compose(
        Examination seen, Frame frame, BackgroundSpec background, int width, int height, StageClock clock)
    {
        PlanarImage picture = PlanarImage.Rent(width, height, 3);
        try
        {
            Matrix3x2 toPhoto = frame.PictureToPhoto(width, height);
            AffineWarp.Warp(seen.Photo, toPhoto, picture, Border.Replicate);
            clock.Lap("crop");
            using PlanarImage alpha = PortraitMatte.Refine(picture, seen.Mask, toPhoto);
            PhotoEdge.Apply(alpha, frame, new Vector2(seen.Photo.Width, seen.Photo.Height));
            clock.Lap("matte");
            ForegroundColours.Estimate(picture, alpha);
            clock.Lap("foreground");
            using PlanarImage behind = PlanarImage.Rent(width, height, 3);
            BackgroundPainter.Paint(background, behind);
            Blend(picture, alpha, behind);
            clock.Lap("compose");
            return picture;
        }
        catch
        {
            picture.Dispose();
            throw;
        }
    }

    /// <summary>Straight alpha over an opaque background, in the encoding alpha was measured in.</summary>
    private static void Blend(PlanarImage picture, PlanarImage alpha, PlanarImage behind)
    {
        ReadOnlySpan<float> a = alpha.Plane(0);
        for (int channel = 0; channel < 3; channel++)
        {
            Span<float> front = picture.Plane(channel);
            ReadOnlySpan<float> back = behind.Plane(channel);
            int x = 0;
            for (; x <= front.Length - Vector<float>.Count; x += Vector<float>.Count)
            {
                Vector<float> b = new(back[x..]);
                (b + (new Vector<float>(a[x..]) * (new Vector<float>(front[x..]) - b))).CopyTo(front[x..]);
            }

            for (; x < front.Length; x++)
            {
                front[x] = back[x] + (a[x] * (front[x] - back[x]));
            }
        }
    }
}
