using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Framing;

/// <summary>
/// What happens where a frame reaches over the photo. Clothes go on for a little by repeating the photo's last pixels,
/// hair for a sliver that nobody sees; farther out the person fades, because a straight hard edge looks like an accident.
/// </summary>
internal static class PhotoEdge
{
    /// <summary>How far clothes go on beyond the photo's sides, as a share of the frame's height.</summary>
    public const float SideExtension = 0.06f;

    /// <summary>The same below the photo, where repeated pixels would run down as streaks through collar and neck.</summary>
    public const float LowerExtension = 0.02f;

    /// <summary>The same for hair and face, on all sides.</summary>
    public const float HairExtension = 0.008f;

    /// <summary>Over what share of the frame's height the person fades beyond that.</summary>
    private const float Fade = 0.025f;

    /// <summary>Half a pixel of overhang is rounding, not a missing part of the photo.</summary>
    private const float Slack = 0.75f;

    /// <summary>Where the clothes begin, in eyes-to-chin distances below the eyes.</summary>
    public static float ClothesBegin(HeadGeometry head) => 1.1f * head.Chin;

    /// <summary>Fades alpha where the frame shows what the photo does not hold.</summary>
    /// <param name="alpha">Of the framed picture, sampled with the photo's edge repeated.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="photo">The photo's size in pixels.</param>
    public static void Apply(PlanarImage alpha, Frame frame, Vector2 photo)
    {
        Matrix3x2 toPhoto = frame.PictureToPhoto(alpha.Width, alpha.Height);
        if (Holds(photo, frame))
        {
            return;
        }

        float fade = Fade * frame.Area.Height;
        Vector2 extension = new Vector2(SideExtension, LowerExtension) * frame.Area.Height;
        float sliver = HairExtension * frame.Area.Height;
        Vector2 step = new(toPhoto.M11, toPhoto.M12);
        for (int y = 0; y < alpha.Height; y++)
        {
            Span<float> row = alpha.Row(0, y);
            float level = frame.Area.Y + ((y + 0.5f) * frame.Area.Height / alpha.Height);
            float cloth = Smooth((level - ClothesBegin(frame.Head)) / (2 * fade));
            Vector2 at = Vector2.Transform(new Vector2(0.5f, y + 0.5f), toPhoto);
            for (int x = 0; x < row.Length; x++, at += step)
            {
                float side = Math.Min(at.X, photo.X - at.X);
                float end = Math.Min(at.Y, photo.Y - at.Y);
                float hair = Smooth((Math.Min(side, end) + sliver + fade) / fade);
                float clothes = Smooth((Math.Min(side + extension.X, end + extension.Y) + fade) / fade);
                row[x] *= float.Lerp(hair, clothes, cloth);
            }
        }
    }

    private static float Smooth(float t)
    {
        t = Math.Clamp(t, 0, 1);
        return t * t * (3 - (2 * t));
    }

    private static bool Holds(Vector2 photo, Frame frame)
    {
        RectF bounds = frame.PhotoBounds();
        return bounds.X >= -Slack && bounds.Y >= -Slack && bounds.Right <= photo.X + Slack && bounds.Bottom <= photo.Y + Slack;
    }
}
