using Headshots.Imaging;

namespace Headshots.Studio.Attire;

/// <summary>
/// Gives the shoulders a clean edge. Where old clothes and background were alike, alpha is ragged; nobody saw it in the
/// old colours, but a garment's edge is known: it is the body's line.
/// </summary>
internal static class ShoulderEdge
{
    /// <summary>In inter-eye distances: how far from the line alpha is the line's, and how deep below it the body must be seen.</summary>
    private const float Reach = 0.09f;
    private const float Seen = 0.2f;

    /// <summary>Of the edge, in pixels.</summary>
    private const float Softness = 1.8f;

    /// <param name="alpha">Of the picture.</param>
    /// <param name="front">Hair and face in the band, which keep their own edge.</param>
    /// <param name="top">The band's first row.</param>
    /// <param name="placement">Knows the line.</param>
    /// <param name="eye">Inter-eye distance in the picture.</param>
    public static void Tidy(PlanarImage alpha, PlanarImage front, int top, GarmentPlacement placement, float eye)
    {
        float reach = Reach * eye;
        for (int x = 0; x < alpha.Width; x++)
        {
            float line = placement.BodyLine[x];
            int inside = (int)(line + (Seen * eye));
            if (placement.Shoulder(x) <= 0 || inside >= alpha.Height || inside < top || alpha.Row(0, inside)[x] < 0.9f)
            {
                continue;
            }

            int first = Math.Max(top, (int)(line - (2 * reach)));
            for (int y = first; y < Math.Min(alpha.Height, line + (2 * reach)); y++)
            {
                float from = y + 0.5f - line;
                float wanted = Math.Clamp((from / Softness) + 0.5f, 0, 1);
                float trust = placement.Shoulder(x) * Math.Clamp(2 - (Math.Abs(from) / reach), 0, 1) * (1 - front.Row(0, y - top)[x]);
                ref float a = ref alpha.Row(0, y)[x];
                a = float.Lerp(a, wanted, trust);
            }
        }
    }
}
