using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter.Geometry;

namespace Headshots.Sitter.Drawing;

/// <summary>From samples to pixels: coverage is counted exactly, and each part seen in a pixel is shaded once.</summary>
internal static class Resolve
{
    // Parts of one surface further apart than this in a pixel are an edge within the face, such as the nose over the cheek.
    private const float DepthStep = 0.5f;

    public static (PlanarImage Foreground, PlanarImage Alpha) Draw(Stage stage, Shader shader, int width, int height)
    {
        PlanarImage foreground = PlanarImage.Rent(width, height, 3), alpha = PlanarImage.Rent(width, height, 1);
        int bands = (height + VisibilityBand.Rows - 1) / VisibilityBand.Rows;
        List<int>[] bins = Bin(stage, bands, height);
        PixelThreads.ForRows(bands, 1, (first, end) =>
        {
            var samples = new VisibilityBand(width);
            for (int band = first; band < end; band++)
            {
                int top = band * VisibilityBand.Rows;
                int rows = Math.Min(VisibilityBand.Rows, height - top);
                samples.Clear(top, rows);
                Fill(stage, samples, bins[band]);
                for (int row = 0; row < rows; row++)
                {
                    Row(stage, shader, samples, row, top + row, foreground, alpha);
                }
            }
        });
        return (foreground, alpha);
    }

    private static List<int>[] Bin(Stage stage, int bands, int height)
    {
        var bins = new List<int>[bands];
        for (int i = 0; i < bands; i++)
        {
            bins[i] = [];
        }

        for (int primitive = 0; primitive < stage.PrimitiveCount; primitive++)
        {
            (float top, float bottom) = stage.Span(primitive);
            if (bottom < 0 || top >= height)
            {
                continue;
            }

            int last = Math.Min(bands - 1, (int)(bottom / VisibilityBand.Rows));
            for (int band = Math.Max(0, (int)(top / VisibilityBand.Rows)); band <= last; band++)
            {
                bins[band].Add(primitive);
            }
        }

        return bins;
    }

    private static void Fill(Stage stage, VisibilityBand samples, List<int> primitives)
    {
        foreach (int primitive in primitives)
        {
            if (primitive < stage.TriangleCount)
            {
                int corner = primitive * 3;
                samples.Triangle(
                    stage.Projected[stage.Corners[corner]], stage.Projected[stage.Corners[corner + 1]], stage.Projected[stage.Corners[corner + 2]], primitive);
            }
            else
            {
                int from = stage.Strands.Segments[primitive - stage.TriangleCount];
                samples.Ribbon(stage.ProjectedStrands[from], stage.ProjectedStrands[from + 1], stage.HalfWidth[from], stage.HalfWidth[from + 1], primitive);
            }
        }
    }

    private static void Row(Stage stage, Shader shader, VisibilityBand samples, int row, int y, PlanarImage foreground, PlanarImage alpha)
    {
        Span<int> seen = stackalloc int[VisibilityBand.PerPixel];
        Span<float> nearness = stackalloc float[VisibilityBand.PerPixel];
        Span<float> red = foreground.Row(0, y), green = foreground.Row(1, y), blue = foreground.Row(2, y), cover = alpha.Row(0, y);
        for (int x = 0; x < red.Length; x++)
        {
            if (!samples.Samples(x, row, seen, nearness))
            {
                (red[x], green[x], blue[x], cover[x]) = (0, 0, 0, 0);
                continue;
            }

            (Vector3 sum, int count) = Pixel(stage, shader, seen, nearness, new Vector2(x, y));
            Vector3 mean = count > 0 ? sum / count : default;
            (red[x], green[x], blue[x], cover[x]) = (mean.X, mean.Y, mean.Z, count / (float)VisibilityBand.PerPixel);
        }
    }

    private static (Vector3 Sum, int Count) Pixel(Stage stage, Shader shader, Span<int> seen, Span<float> nearness, Vector2 corner)
    {
        Vector3 sum = default, strand = default;
        int count = 0, strandSeen = -1;
        for (int s = 0; s < seen.Length; s++)
        {
            int primitive = seen[s];
            if (primitive < 0)
            {
                continue;
            }

            if (primitive >= stage.TriangleCount)
            {
                // A segment is rarely much longer than a pixel: its first sample speaks for the others.
                strand = primitive == strandSeen ? strand : StrandColour(stage, primitive, corner + VisibilityBand.Offset(s));
                strandSeen = primitive;
                sum += strand;
                count++;
                continue;
            }

            int surface = stage.SurfaceOf[primitive], same = 0;
            float depth = 1 / nearness[s];
            Vector2 at = default;
            for (int k = s; k < seen.Length; k++)
            {
                if (seen[k] >= 0 && seen[k] < stage.TriangleCount && stage.SurfaceOf[seen[k]] == surface && MathF.Abs((1 / nearness[k]) - depth) < DepthStep)
                {
                    at += VisibilityBand.Offset(k);
                    same++;
                    seen[k] = k == s ? seen[k] : -1;
                }
            }

            sum += same * SurfaceColour(stage, shader, primitive, corner + (at / same));
            count += same;
        }

        return (sum, count);
    }

    private static Vector3 StrandColour(Stage stage, int primitive, Vector2 at)
    {
        int from = stage.Strands.Segments[primitive - stage.TriangleCount];
        Vector3 a = stage.ProjectedStrands[from], b = stage.ProjectedStrands[from + 1];
        Vector2 along = new(b.X - a.X, b.Y - a.Y);
        float t = Math.Clamp(Vector2.Dot(at - new Vector2(a.X, a.Y), along) / Math.Max(1e-6f, along.LengthSquared()), 0, 1);
        return Vector3.Lerp(stage.Strands.Lit[from], stage.Strands.Lit[from + 1], t);
    }

    private static Vector3 SurfaceColour(Stage stage, Shader shader, int primitive, Vector2 at)
    {
        int corner = primitive * 3;
        int ga = stage.Corners[corner], gb = stage.Corners[corner + 1], gc = stage.Corners[corner + 2];
        Vector3 a = stage.Projected[ga], b = stage.Projected[gb], c = stage.Projected[gc];
        float area = ((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y));
        float wb = (((at.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (at.Y - a.Y))) / area;
        float wc = (((b.X - a.X) * (at.Y - a.Y)) - ((at.X - a.X) * (b.Y - a.Y))) / area;

        // The samples' middle may lie just outside this triangle of the part; weights stay near it. 1/depth makes them true in space.
        wb = Math.Clamp(wb, -0.5f, 1.5f) * b.Z;
        wc = Math.Clamp(wc, -0.5f, 1.5f) * c.Z;
        float wa = (1 - (wb / b.Z) - (wc / c.Z)) * a.Z;
        float total = wa + wb + wc;
        (wa, wb, wc) = (wa / total, wb / total, wc / total);
        int number = stage.SurfaceOf[primitive];
        Surface s = stage.Surfaces[number];
        int first = stage.FirstVertex[number];
        int ia = ga - first, ib = gb - first, ic = gc - first;
        Fragment fragment = new()
        {
            Position = (wa * s.Position[ia]) + (wb * s.Position[ib]) + (wc * s.Position[ic]),
            Normal = Vector3.Normalize((wa * s.Normal[ia]) + (wb * s.Normal[ib]) + (wc * s.Normal[ic])),
            Rest = (wa * s.Rest[ia]) + (wb * s.Rest[ib]) + (wc * s.Rest[ic]),
            Paint = (wa * s.Paint[ia]) + (wb * s.Paint[ib]) + (wc * s.Paint[ic]),
            Sky = Math.Clamp((wa * s.Sky[ia]) + (wb * s.Sky[ib]) + (wc * s.Sky[ic]), 0, 1),
            Key = Math.Clamp((wa * s.Key[ia]) + (wb * s.Key[ib]) + (wc * s.Key[ic]), 0, 1),
        };
        return shader.Shade(s, fragment);
    }
}
