using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Inspecting;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Light;

/// <summary>
/// The lamps that are mirrored in the eyes. The eye is wet glass over a dark ground in everybody, so these small highlights
/// tell of the light and of nothing else.
/// </summary>
internal static class Catchlights
{
    /// <summary>Radius of an iris in distances between the eyes: 11.7 of 126 mm.</summary>
    private const float Iris = 0.093f;

    /// <summary>Lid opening over eye width from which there is something to see.</summary>
    private const float Open = 0.15f;

    /// <summary>Share of the iris that a catchlight covers, and the fewest pixels that are no chance.</summary>
    private const float Share = 0.005f;
    private const int Least = 2;

    /// <summary>Linear luminance of the brighter eye's; null where the eyes are closed or outside.</summary>
    /// <param name="picture">3 channels, sRGB-encoded.</param>
    /// <param name="mesh">The face, in pixels of the picture.</param>
    public static float? Of(PlanarImage picture, FaceMesh mesh)
    {
        if (EyeOpening.Measure(mesh) < Open)
        {
            return null;
        }

        float? left = In(picture, mesh.LeftSeenIris, Iris * mesh.InterEye);
        float? right = In(picture, mesh.RightSeenIris, Iris * mesh.InterEye);
        return left is { } l && right is { } r ? Math.Max(l, r) : left ?? right;
    }

    private static float? In(PlanarImage picture, Vector2 centre, float radius)
    {
        List<float> lights = [];
        for (int y = Math.Max(0, (int)(centre.Y - radius)); y < Math.Min(picture.Height, centre.Y + radius); y++)
        {
            for (int x = Math.Max(0, (int)(centre.X - radius)); x < Math.Min(picture.Width, centre.X + radius); x++)
            {
                if (Vector2.Distance(new Vector2(x + 0.5f, y + 0.5f), centre) <= radius)
                {
                    Vector3 encoded = new(picture.Row(0, y)[x], picture.Row(1, y)[x], picture.Row(2, y)[x]);
                    lights.Add(Xyz.Luminance(SrgbCurve.ToLinear(encoded)));
                }
            }
        }

        if (lights.Count < Least)
        {
            return null;
        }

        lights.Sort();
        int count = Math.Max(Least, (int)(Share * lights.Count));
        return lights.TakeLast(count).Average();
    }
}
