using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter.Geometry;
using Headshots.Sitter.Strands;

namespace Headshots.Sitter.Drawing;

/// <summary>
/// How much of the surroundings and of the key light reaches each vertex: depth maps from directions spread over the
/// sphere (sky) and over the lamp's disc (key), averaged. Soft shadows and ambient occlusion are the same measurement.
/// </summary>
internal static class LightPass
{
    private const int SkyDirections = 22;
    private const int KeyDirections = 8;
    private const int MapSize = 208;
    private const float Reach = 31;
    private const int StrandStep = 8;

    public static void Run(IReadOnlyList<Surface> surfaces, StrandSet strands, Vector3 centre, Vector3 keyDirection, float softness)
    {
        List<Vector3> directions = [.. Sphere(SkyDirections), .. Disc(keyDirection, softness, KeyDirections)];
        var visible = new float[directions.Count][];
        int vertices = surfaces.Sum(s => s.Position.Length) + strands.Position.Length;
        PixelThreads.ForRows(directions.Count, 1, (first, end) =>
        {
            for (int d = first; d < end; d++)
            {
                visible[d] = Look(surfaces, strands, centre, directions[d], vertices);
            }
        });

        int vertex = 0;
        foreach (Surface surface in surfaces)
        {
            surface.Sky = new float[surface.Position.Length];
            surface.Key = new float[surface.Position.Length];
            for (int i = 0; i < surface.Position.Length; i++)
            {
                (surface.Sky[i], surface.Key[i]) = Gather(visible, directions, vertex + i, surface.Normal[i]);
            }

            Smooth(surface.Sky, surface.Triangles);
            Smooth(surface.Key, surface.Triangles);
            vertex += surface.Position.Length;
        }

        for (int i = 0; i < strands.Position.Length; i++)
        {
            (strands.Sky[i], strands.Key[i]) = IsAsked(strands, i)
                ? Gather(visible, directions, vertex + i, strands.Outward[i])
                : (strands.Sky[i - 1], strands.Key[i - 1]);
        }
    }

    private static (float Sky, float Key) Gather(float[][] visible, List<Vector3> directions, int vertex, Vector3 normal)
    {
        float sky = 0, weight = 1e-6f, key = 0;
        for (int d = 0; d < SkyDirections; d++)
        {
            float cos = Vector3.Dot(directions[d], normal);
            if (cos > 0)
            {
                // Rooms are brighter above than below.
                float w = cos * (1.15f + (0.45f * directions[d].Y));
                weight += w;
                sky += w * visible[d][vertex];
            }
        }

        for (int d = SkyDirections; d < directions.Count; d++)
        {
            key += visible[d][vertex];
        }

        return (sky / weight, key / KeyDirections);
    }

    private static float[] Look(IReadOnlyList<Surface> surfaces, StrandSet strands, Vector3 centre, Vector3 towardsLight, int vertices)
    {
        var map = new DepthMap(centre, towardsLight, Reach, MapSize);
        foreach (Surface surface in surfaces)
        {
            if (surface.Material != Material.Frame)
            {
                map.Add(surface.Position, surface.Triangles);
            }
        }

        foreach (int segment in strands.Segments)
        {
            if (Noise.Hash((uint)strands.StrandOf[segment]) % StrandStep == 0)
            {
                map.AddRibbon(strands.Position[segment], strands.Position[segment + 1], strands.ShadowHalfWidth);
            }
        }

        var seen = new float[vertices];
        int at = 0;
        foreach (Surface surface in surfaces)
        {
            for (int i = 0; i < surface.Position.Length; i++)
            {
                seen[at++] = map.Visible(surface.Position[i] + (surface.Normal[i] * 0.22f), 0.3f);
            }
        }

        for (int i = 0; i < strands.Position.Length; i++, at++)
        {
            if (IsAsked(strands, i))
            {
                seen[at] = map.Visible(strands.Position[i] + (strands.Outward[i] * 0.3f), 0.75f);
            }
        }

        return seen;
    }

    // Light changes slowly along a strand: every fourth point is looked up.
    private static bool IsAsked(StrandSet strands, int i) => (i & 3) == 0 || strands.StrandOf[i] != strands.StrandOf[i - 1];

    private static void Smooth(float[] values, int[] triangles)
    {
        var sum = new float[values.Length];
        var count = new int[values.Length];
        for (int pass = 0; pass < 2; pass++)
        {
            Array.Clear(sum);
            Array.Clear(count);
            for (int t = 0; t < triangles.Length; t += 3)
            {
                int a = triangles[t], b = triangles[t + 1], c = triangles[t + 2];
                float total = values[a] + values[b] + values[c];
                sum[a] += total;
                sum[b] += total;
                sum[c] += total;
                count[a] += 3;
                count[b] += 3;
                count[c] += 3;
            }

            for (int i = 0; i < values.Length; i++)
            {
                values[i] = count[i] > 0 ? sum[i] / count[i] : values[i];
            }
        }
    }

    // Golden-angle spirals: even spacing without any two directions in line.
    private static IEnumerable<Vector3> Sphere(int count)
    {
        for (int i = 0; i < count; i++)
        {
            float y = 1 - ((2 * i) + 1f) / count, ring = MathF.Sqrt(1 - (y * y)), angle = i * 2.399963f;
            yield return new Vector3(ring * MathF.Cos(angle), y, ring * MathF.Sin(angle));
        }
    }

    private static IEnumerable<Vector3> Disc(Vector3 axis, float radiusDegrees, int count)
    {
        Vector3 guide = MathF.Abs(axis.Y) > 0.9f ? Vector3.UnitX : Vector3.UnitY;
        var a = Vector3.Normalize(Vector3.Cross(guide, axis));
        Vector3 b = Vector3.Cross(axis, a);
        float tangent = MathF.Tan(radiusDegrees * MathF.PI / 180);
        for (int i = 0; i < count; i++)
        {
            float r = MathF.Sqrt((i + 0.5f) / count) * tangent, angle = i * 2.399963f;
            yield return Vector3.Normalize(axis + (a * (r * MathF.Cos(angle))) + (b * (r * MathF.Sin(angle))));
        }
    }
}
