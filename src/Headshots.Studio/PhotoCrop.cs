using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;

namespace Headshots.Studio;

/// <summary>
/// The one place where a framed picture's pixels come out of the photo: the whole picture at its working size, and
/// tiles of a larger one, must show the same.
/// </summary>
internal static class PhotoCrop
{
    /// <summary>Fills the target with what the frame shows, interpolated once; beyond the photo its edge goes on.</summary>
    /// <param name="seen">The photo.</param>
    /// <param name="frame">What of it is shown.</param>
    /// <param name="width">Pixels of the whole picture.</param>
    /// <param name="height">Pixels of the whole picture.</param>
    /// <param name="target">3 channels, sRGB-encoded: the picture, or a window of it.</param>
    /// <param name="left">Where the window begins in the picture.</param>
    /// <param name="top">Where the window begins in the picture.</param>
    public static void Sample(
        Examination seen, Frame frame, int width, int height, PlanarImage target, int left = 0, int top = 0)
    {
        Matrix3x2 toCorrected = Matrix3x2.CreateTranslation(left, top) * frame.PictureToPhoto(width, height);
        if (seen.Standpoint.IsAsShot)
        {
            AffineWarp.Warp(seen.Photo, toCorrected, target, Border.Replicate);
            return;
        }

        using CurvedMap curve = new(
            p => seen.Standpoint.ToPhoto(Vector2.Transform(p, toCorrected)), target.Width, target.Height);
        CurvedWarp.Warp(seen.Photo, curve, MathF.Sqrt(Math.Abs(toCorrected.GetDeterminant())), target);
    }
}
