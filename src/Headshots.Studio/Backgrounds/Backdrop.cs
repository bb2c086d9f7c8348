using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Backgrounds;

/// <summary>Puts the background behind the sitter.</summary>
internal static class Backdrop
{
    public static void Place(Composition composition, BackgroundSpec spec, KitAssets assets)
    {
        using PlanarImage behind = PlanarImage.Rent(composition.Width, composition.Height, 3);
        BackgroundPainter.Paint(spec, behind);
        Blend(composition.Picture, composition.Alpha, behind);
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
