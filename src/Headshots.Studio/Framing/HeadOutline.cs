using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Matting;

namespace Headshots.Studio.Framing;

/// <summary>The head's silhouette from crown to chin, hair included, which a guide must not cut.</summary>
internal sealed class HeadOutline
{
    private const int Levels = 12;

    /// <summary>How far from the face's middle the head may reach, in head heights: beyond is somebody's arm.</summary>
    private const float Widest = 0.62f;

    /// <summary>What stays free between head and guide, as a share of the frame's shorter side.</summary>
    private const float Margin = 0.015f;

    /// <summary>Corner radius of the rounded guide, as a share of the frame's shorter side.</summary>
    private const float CornerRadius = 0.12f;

    private readonly List<Vector2> _points = [];

    public HeadOutline(HeadGeometry head, MaskRaster mask)
    {
        float top = head.CrownSeen ? head.Crown : 0.5f * head.Crown;
        for (int i = 0; i <= Levels; i++)
        {
            float y = float.Lerp(top, head.Chin, (float)i / Levels);
            _points.Add(new Vector2(Reach(head, mask, y, -1), y));
            _points.Add(new Vector2(Reach(head, mask, y, 1), y));
        }
    }

    /// <summary>How far the head reaches over the guide, as a share of the frame's height; 0 when it lies inside.</summary>
    public float Overlap(RectF area, string guide)
    {
        float shorter = Math.Min(area.Width, area.Height);
        float radius = guide == "circle" ? shorter / 2 : CornerRadius * shorter;
        Vector2 flat = (guide == "circle" ? new Vector2(shorter) : new Vector2(area.Width, area.Height)) / 2;
        flat -= new Vector2(radius);
        float worst = 0;
        foreach (Vector2 point in _points)
        {
            // Signed distance to a rectangle with rounded corners; a circle is one without straight sides.
            Vector2 off = Vector2.Abs(point - area.Centre) - flat;
            float distance = Vector2.Max(off, Vector2.Zero).Length() + Math.Min(Math.Max(off.X, off.Y), 0) - radius;
            worst = Math.Max(worst, distance + (Margin * shorter));
        }

        return worst / area.Height;
    }

    private static float Reach(HeadGeometry head, MaskRaster mask, float y, int direction)
    {
        float step = head.Height / 100;
        float reach = 0;
        while (reach < Widest * head.Height
            && mask.At(Vector2.Transform(new Vector2(head.CentreX + (direction * (reach + step)), y), head.ToPhoto)) > 0.5f)
        {
            reach += step;
        }

        return head.CentreX + (direction * reach);
    }
}
