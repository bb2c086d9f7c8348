using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Matting;

namespace Headshots.Studio.Framing;

/// <summary>
/// Finds the top of the head, hair included, in the person mask: the mesh ends at the middle of the forehead.
/// </summary>
internal static class CrownFinder
{
    /// <summary>
    /// Bounds of eyes-to-crown as a multiple of eyes-to-chin. Anatomy puts the eyes half-way (1.0); a shaved head seen
    /// from above comes to 0.8, high hair or a turban to 1.7. Beyond that it is a raised hand or somebody behind.
    /// </summary>
    private const float Lowest = 0.75f;
    private const float Highest = 1.75f;

    /// <summary>Half the width of the searched band, in inter-eye distances: the head without its outer curls.</summary>
    private const float HalfBand = 0.9f;

    public static HeadGeometry Find(HeadGeometry head, MaskRaster mask, RectF photo)
    {
        float step = Math.Max(0.5f, head.Chin / 200);
        float top = -Lowest * head.Chin;
        bool seen = true;
        Matrix3x2 toPhoto = head.ToPhoto;
        for (float y = top; y >= -Highest * head.Chin; y -= step)
        {
            (float cover, bool inside) = Cover(head, mask, toPhoto, y, photo);
            if (!inside)
            {
                seen = false;
                break;
            }

            if (cover < 0.5f)
            {
                break;
            }

            top = y;
        }

        return head with { Crown = top, CrownSeen = seen };
    }

    /// <summary>The widest person share among narrow stretches of a levelled row, and whether the row is in the photo.</summary>
    private static (float Cover, bool Inside) Cover(
        HeadGeometry head, MaskRaster mask, Matrix3x2 toPhoto, float y, RectF photo)
    {
        const int Samples = 13;
        float best = 0;
        bool inside = true;
        Span<float> row = stackalloc float[Samples];
        for (int i = 0; i < Samples; i++)
        {
            float x = head.CentreX + (((2f * i / (Samples - 1)) - 1) * HalfBand * head.InterEye);
            Vector2 p = Vector2.Transform(new Vector2(x, y), toPhoto);
            bool here = p.X >= photo.X && p.Y >= photo.Y && p.X < photo.Right && p.Y < photo.Bottom;
            inside &= here || Math.Abs(i - (Samples / 2)) > 1;
            row[i] = here ? mask.At(p) : 0;
        }

        for (int i = 1; i < Samples - 1; i++)
        {
            best = Math.Max(best, (row[i - 1] + row[i] + row[i + 1]) / 3);
        }

        return (best, inside);
    }
}
