using System.Numerics;

namespace Headshots.Studio.Inspecting;

/// <summary>Which pixels lie inside a closed outline.</summary>
internal static class Outline
{
    /// <summary>Sets what has its centre inside, by the even–odd rule, a row at a time.</summary>
    /// <param name="points">Corners in pixels; the last joins the first.</param>
    /// <param name="inside">Row after row, <paramref name="width"/> to each; what is set stays set.</param>
    /// <param name="width">Pixels per row.</param>
    public static void Fill(ReadOnlySpan<Vector2> points, Span<bool> inside, int width)
    {
        List<float> crossings = [];
        for (int y = 0; y < inside.Length / width; y++)
        {
            float centre = y + 0.5f;
            crossings.Clear();
            for (int i = 0, j = points.Length - 1; i < points.Length; j = i++)
            {
                (Vector2 a, Vector2 b) = (points[i], points[j]);
                if ((a.Y > centre) != (b.Y > centre))
                {
                    crossings.Add(a.X + ((b.X - a.X) * (centre - a.Y) / (b.Y - a.Y)));
                }
            }

            crossings.Sort();
            for (int i = 0; i + 1 < crossings.Count; i += 2)
            {
                int start = Math.Clamp((int)MathF.Ceiling(crossings[i] - 0.5f), 0, width);
                int end = Math.Clamp((int)MathF.Ceiling(crossings[i + 1] - 0.5f), start, width);
                inside.Slice((y * width) + start, end - start).Fill(true);
            }
        }
    }
}
