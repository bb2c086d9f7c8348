using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Avatars;

/// <summary>Enlarges the eyes a little, each around its own middle, fading out over brow and cheek.</summary>
internal static class LargerEyes
{
    /// <summary>How far the change reaches, as a share of the distance between the eyes.</summary>
    private const float Reach = 0.42f;

    /// <param name="drawing">3 channels; changed.</param>
    /// <param name="mesh">The face in pixels of the headshot.</param>
    /// <param name="square">What of the headshot the drawing shows.</param>
    /// <param name="growth">0.1 for a tenth larger.</param>
    public static void Apply(PlanarImage drawing, FaceMesh mesh, RectF square, float growth)
    {
        float scale = drawing.Width / square.Width;
        Vector2 corner = new(square.X, square.Y);
        float reach = Reach * mesh.InterEye * scale;
        using PlanarImage before = PlanarImage.Rent(drawing.Width, drawing.Height, 3);
        for (int c = 0; c < 3; c++)
        {
            drawing.Plane(c).CopyTo(before.Plane(c));
        }

        foreach (Vector2 eye in new[] { mesh.LeftSeenIris, mesh.RightSeenIris })
        {
            Grow(before, drawing, (eye - corner) * scale, reach, growth);
        }
    }

    private static void Grow(PlanarImage before, PlanarImage drawing, Vector2 eye, float reach, float growth)
    {
        int top = Math.Max(0, (int)(eye.Y - reach));
        int bottom = Math.Min(drawing.Height - 1, (int)(eye.Y + reach));
        int left = Math.Max(0, (int)(eye.X - reach));
        int right = Math.Min(drawing.Width - 1, (int)(eye.X + reach));
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                Vector2 from = new Vector2(x + 0.5f, y + 0.5f) - eye;
                float t = 1 - Math.Min(1, from.LengthSquared() / (reach * reach));
                Vector2 source = eye + (from * (1 - (growth * t * t))) - new Vector2(0.5f);
                for (int c = 0; c < 3 && t > 0; c++)
                {
                    drawing.Row(c, y)[x] = Sample(before, c, source);
                }
            }
        }
    }

    private static float Sample(PlanarImage image, int channel, Vector2 at)
    {
        int left = Math.Clamp((int)at.X, 0, image.Width - 2);
        int top = Math.Clamp((int)at.Y, 0, image.Height - 2);
        Vector2 share = Vector2.Clamp(at - new Vector2(left, top), Vector2.Zero, Vector2.One);
        ReadOnlySpan<float> upper = image.Row(channel, top);
        ReadOnlySpan<float> lower = image.Row(channel, top + 1);
        float above = upper[left] + (share.X * (upper[left + 1] - upper[left]));
        float below = lower[left] + (share.X * (lower[left + 1] - lower[left]));
        return above + (share.Y * (below - above));
    }
}
