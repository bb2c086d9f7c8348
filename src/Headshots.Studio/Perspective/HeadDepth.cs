using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Perspective;

/// <summary>
/// How deep everything lies behind the plane of the eyes, in centimetres, on a grid over head and neck: the canonical
/// face, turned as the head is, inside the mesh; from its outline backwards to the depth of ears, hair and shoulders.
/// </summary>
internal sealed class HeadDepth
{
    /// <summary>Widest part of the skull, ears, neck and shoulders behind the eyes.</summary>
    public const float Far = 9;

    /// <summary>Over which distance from the face's outline depth comes to <see cref="Far"/>.</summary>
    private const float Recede = 7;

    /// <summary>Beyond which nothing changes, from the outline.</summary>
    private const float Margin = 9;

    /// <summary>Side of a cell.</summary>
    private const float CellCm = 0.5f;

    /// <summary>Rounds the edges of the mesh's triangles and the bend at its outline.</summary>
    private const float SmoothCm = 0.8f;

    /// <summary>The lids' corners, of which the mean is the plane of the eyes.</summary>
    private static readonly int[] _eyeCorners = [33, 133, 362, 263];

    private HeadDepth(float[] values, int columns, Vector2 origin, float cell)
    {
        Values = values;
        Columns = columns;
        Origin = origin;
        Cell = cell;
    }

    /// <summary>Centimetres behind the eyes at the middle of each cell, row after row.</summary>
    public float[] Values { get; }

    public int Columns { get; }

    /// <summary>The grid's corner in pixels of the photo.</summary>
    public Vector2 Origin { get; }

    /// <summary>Side of a cell in pixels.</summary>
    public float Cell { get; }

    /// <param name="face">The shape that depths are taken from.</param>
    /// <param name="rotation">Of the head.</param>
    /// <param name="mesh">In pixels of the photo.</param>
    /// <param name="pixelsPerCm">At the eyes.</param>
    public static HeadDepth Of(CanonicalFace face, Quaternion rotation, FaceMesh mesh, float pixelsPerCm)
    {
        float[] depths = Depths(face, rotation);
        float margin = Margin * pixelsPerCm;
        float cell = CellCm * pixelsPerCm;
        Vector2 low = new(float.MaxValue);
        Vector2 high = new(float.MinValue);
        for (int i = 0; i < CanonicalFace.VertexCount; i++)
        {
            low = Vector2.Min(low, mesh.Flat(i));
            high = Vector2.Max(high, mesh.Flat(i));
        }

        Vector2 origin = low - new Vector2(margin);
        Vector2 size = (high - low + new Vector2(2 * margin)) / cell;
        (int columns, int rows) = ((int)MathF.Ceiling(size.X), (int)MathF.Ceiling(size.Y));
        Vector2[] points = [.. Enumerable.Range(0, CanonicalFace.VertexCount).Select(i => (mesh.Flat(i) - origin) / cell)];
        using PlanarImage grid = PlanarImage.Rent(columns, rows, 1);
        grid.Fill(float.PositiveInfinity);
        Draw(grid, face, points, depths);
        Continue(grid, points, depths);
        using PlanarImage smooth = PlanarImage.Rent(columns, rows, 1);
        GaussianBlur.Apply(grid, smooth, SmoothCm / CellCm);
        float[] values = new float[columns * rows];
        for (int y = 0; y < rows; y++)
        {
            smooth.Row(0, y).CopyTo(values.AsSpan(y * columns));
        }

        return new HeadDepth(values, columns, origin, cell);
    }

    /// <summary>Of each vertex behind the plane of the eyes, along the line of sight.</summary>
    private static float[] Depths(CanonicalFace face, Quaternion rotation)
    {
        float[] depths = [.. face.Vertices.Select(v => -Vector3.Transform(v, rotation).Z)];
        float eyes = _eyeCorners.Average(i => depths[i]);
        for (int i = 0; i < depths.Length; i++)
        {
            depths[i] -= eyes;
        }

        return depths;
    }

    /// <summary>The mesh's own depths, the nearest where it hides itself.</summary>
    private static void Draw(PlanarImage grid, CanonicalFace face, Vector2[] points, float[] depths)
    {
        IReadOnlyList<int> triangles = face.Triangles;
        for (int t = 0; t < triangles.Count; t += 3)
        {
            (int a, int b, int c) = (triangles[t], triangles[t + 1], triangles[t + 2]);
            (Vector2 p, Vector2 ab, Vector2 ac) = (points[a], points[b] - points[a], points[c] - points[a]);
            float area = (ab.X * ac.Y) - (ab.Y * ac.X);
            if (Math.Abs(area) < 1e-6f)
            {
                continue;
            }

            Vector2 low = Vector2.Min(p, Vector2.Min(points[b], points[c])) - new Vector2(0.5f);
            Vector2 high = Vector2.Max(p, Vector2.Max(points[b], points[c])) - new Vector2(0.5f);
            for (int y = Math.Max(0, (int)MathF.Ceiling(low.Y)); y <= Math.Min(grid.Height - 1, (int)high.Y); y++)
            {
                Span<float> row = grid.Row(0, y);
                for (int x = Math.Max(0, (int)MathF.Ceiling(low.X)); x <= Math.Min(grid.Width - 1, (int)high.X); x++)
                {
                    Vector2 at = new Vector2(x + 0.5f, y + 0.5f) - p;
                    float v = ((at.X * ac.Y) - (at.Y * ac.X)) / area;
                    float w = ((ab.X * at.Y) - (ab.Y * at.X)) / area;
                    if (v >= -1e-4f && w >= -1e-4f && v + w <= 1.0001f)
                    {
                        row[x] = Math.Min(row[x], depths[a] + (v * (depths[b] - depths[a])) + (w * (depths[c] - depths[a])));
                    }
                }
            }
        }
    }

    /// <summary>
    /// What the mesh leaves empty lies as deep as the nearest point of the face's outline, and deeper with the distance
    /// from it, steeply at first: so a head recedes at its outline.
    /// </summary>
    private static void Continue(PlanarImage grid, Vector2[] points, float[] depths)
    {
        IReadOnlyList<int> oval = HeadGeometry.Oval;
        for (int y = 0; y < grid.Height; y++)
        {
            Span<float> row = grid.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                if (float.IsFinite(row[x]))
                {
                    continue;
                }

                (float distance, float edge) = Nearest(new Vector2(x + 0.5f, y + 0.5f), oval, points, depths);
                float left = 1 - Math.Min(distance * CellCm / Recede, 1);
                row[x] = float.Lerp(Far, edge, left * left);
            }
        }
    }

    private static (float Distance, float Depth) Nearest(Vector2 at, IReadOnlyList<int> oval, Vector2[] points, float[] depths)
    {
        float best = float.MaxValue;
        float depth = 0;
        for (int i = 0; i < oval.Count; i++)
        {
            (int from, int to) = (oval[i], oval[(i + 1) % oval.Count]);
            Vector2 side = points[to] - points[from];
            float t = Math.Clamp(Vector2.Dot(at - points[from], side) / Math.Max(side.LengthSquared(), 1e-6f), 0, 1);
            float distance = Vector2.DistanceSquared(at, points[from] + (t * side));
            if (distance < best)
            {
                best = distance;
                depth = float.Lerp(depths[from], depths[to], t);
            }
        }

        return (MathF.Sqrt(best), depth);
    }
}
