using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Framing;

/// <summary>
/// What a framed picture shows beyond the photo's edge: its mirror image, which has the same textures, instead of
/// streaks or of the bars around it.
/// </summary>
internal static class PhotoEdge
{
    /// <summary>Overwrites what of the picture the photo does not hold.</summary>
    /// <param name="picture">As framed, any number of channels.</param>
    /// <param name="space">Where the photo lies in it.</param>
    public static void Mirror(PlanarImage picture, FrameSpace space)
    {
        if (space.Whole)
        {
            return;
        }

        RectF photo = space.Photo;
        PixelThreads.ForRows(picture.Height, 64, (first, last) =>
        {
            for (int y = first; y < last; y++)
            {
                for (int x = 0; x < picture.Width; x++)
                {
                    Vector2 there = Vector2.Transform(new Vector2(x + 0.5f, y + 0.5f), space.ToPhoto);
                    if (space.Holds(there))
                    {
                        continue;
                    }

                    Vector2 mirrored = new(Fold(there.X, photo.X, photo.Right), Fold(there.Y, photo.Y, photo.Bottom));
                    Vector2 source = Vector2.Transform(mirrored, space.ToPicture);
                    for (int channel = 0; channel < picture.Channels; channel++)
                    {
                        picture.Row(channel, y)[x] = FrameSpace.Sample(picture, channel, source);
                    }
                }
            }
        });
    }

    private static float Fold(float value, float low, float high)
    {
        float folded = value < low ? (2 * low) - value : value > high ? (2 * high) - value : value;
        return Math.Clamp(folded, low, high);
    }
}
