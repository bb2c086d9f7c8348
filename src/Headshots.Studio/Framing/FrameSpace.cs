using System.Numerics;
using System.Runtime.CompilerServices;
using Headshots.Imaging;

namespace Headshots.Studio.Framing;

/// <summary>A framed picture and the part of it that the photo holds.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Photo">The photo without bars, in its pixels.</param>
/// <param name="ToPhoto">From the picture's coordinates to the photo's.</param>
/// <param name="ToPicture">And back.</param>
internal sealed record FrameSpace(Frame Frame, RectF Photo, Matrix3x2 ToPhoto, Matrix3x2 ToPicture)
{
    /// <summary>Half a pixel of overhang is rounding, not a missing part of the photo.</summary>
    private const float Slack = 0.75f;

    /// <summary>The photo's outermost pixels are mixed with what lies beyond: they are replaced, too. In its pixels.</summary>
    private const float Inset = 1.5f;

    public static FrameSpace Of(Frame frame, RectF photo, int width, int height)
    {
        Matrix3x2 toPhoto = frame.PictureToPhoto(width, height);
        if (!Matrix3x2.Invert(toPhoto, out Matrix3x2 toPicture))
        {
            throw new InvalidOperationException("A frame has an area.");
        }

        float inset = Math.Max(Inset, 1.5f * frame.Area.Height / height);
        RectF inner = RectF.FromCorners(photo.X + inset, photo.Y + inset, photo.Right - inset, photo.Bottom - inset);
        RectF bounds = frame.PhotoBounds();
        bool whole = bounds.X >= photo.X - Slack && bounds.Y >= photo.Y - Slack
            && bounds.Right <= photo.Right + Slack && bounds.Bottom <= photo.Bottom + Slack;
        return new FrameSpace(frame, inner, toPhoto, toPicture) { Whole = whole };
    }

    /// <summary>Whether the photo holds all of the picture.</summary>
    public bool Whole { get; private init; }

    public bool Holds(Vector2 photo) =>
        photo.X >= Photo.X && photo.Y >= Photo.Y && photo.X <= Photo.Right && photo.Y <= Photo.Bottom;

    /// <summary>Bilinear sample of a plane at a point of the picture; beyond its edge the edge goes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sample(PlanarImage image, int channel, Vector2 at)
    {
        float x = Math.Clamp(at.X - 0.5f, 0, image.Width - 1);
        float y = Math.Clamp(at.Y - 0.5f, 0, image.Height - 1);
        int x0 = (int)x;
        int y0 = (int)y;
        int x1 = Math.Min(x0 + 1, image.Width - 1);
        ReadOnlySpan<float> upper = image.Row(channel, y0);
        ReadOnlySpan<float> lower = image.Row(channel, Math.Min(y0 + 1, image.Height - 1));
        float a = float.Lerp(upper[x0], upper[x1], x - x0);
        float b = float.Lerp(lower[x0], lower[x1], x - x0);
        return float.Lerp(a, b, y - y0);
    }
}
