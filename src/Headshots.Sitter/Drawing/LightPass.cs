using System.Numerics;
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
    private const int StrandStep = 5;

    public static void Run(IReadOnlyList<Surface> surfaces, StrandSet strands, Vector3 centre, Vector3 keyDirection, float softness)
    {
        List<Vector3> directions = [.. Sphere(SkyDirections), .. Disc(keyDirection, softness, KeyDirections)];
        var visible = new float[directions.Count][];
        int vertices = surfaces.Sum(s => s.Position.Length) + strands.Position.Length;
        Parallel.For(0, directions.Count, d => visible[d] = Look(surfaces, strands, centre, directions[d], vertices));

        int first = 0;
        foreach (Surface surface in surfaces)
        {
            surface.Sky = new float[surface.Position.Length];
            surface.Key = new float[surface.Position.Length];
            for (int i = 0; i < surface.Position.Length; i++)
            {
                (surface.Sky[i], surface.Key[i]) = Gather(visible, directions, first + i, surface.Normal[i]);
            }

            Smooth(surface.Sky, surface.Triangles);
            Smooth(surface.Key, surface.Triangles);
            first += surface.Position.Length;
        }

        for (int i = 0; i < strands.Position.Length; i++)
        {
            (strands.Sky[i], strands.Key[i]) = Gather(visible, directions, first + i, strands.Outward[i]);
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
            // Light changes slowly along a strand: every fourth point is looked up.
            bool ask = (i & 3) == 0 || strands.StrandOf[i] != strands.StrandOf[i - 1];
            seen[at] = ask ? map.Visible(strands.Position[i] + (strands.Outward[i] * 0.3f), 0.75f) : seen[at - 1];
        }

        return seen;
    }

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

/// <summary>Distance to the nearest surface along parallel rays from a lamp.</summary>
internal sealed class DepthMap
{
    private readonly Vector3 _centre;
    private readonly Vector3 _right;
    private readonly Vector3 _up;
    private readonly Vector3 _towards;
    private readonly float _scale;
    private readonly int _size;
    private readonly float[] _height;

    public DepthMap(Vector3 centre, Vector3 towardsLight, float reach, int size)
    {
        _centre = centre;
        _towards = towardsLight;
        _right = Vector3.Normalize(Vector3.Cross(MathF.Abs(towardsLight.Y) > 0.9f ? Vector3.UnitX : Vector3.UnitY, towardsLight));
        _up = Vector3.Cross(towardsLight, _right);
        _scale = size / (2 * reach);
        _size = size;
        _height = new float[size * size];
        Array.Fill(_height, float.NegativeInfinity);
    }

    public void Add(Vector3[] positions, int[] triangles)
    {
        var mapped = new Vector3[positions.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            mapped[i] = Map(positions[i]);
        }

        for (int t = 0; t < triangles.Length; t += 3)
        {
            Triangle(mapped[triangles[t]], mapped[triangles[t + 1]], mapped[triangles[t + 2]]);
        }
    }

    public void AddRibbon(Vector3 from, Vector3 to, float halfWidth)
    {
        Vector3 a = Map(from), b = Map(to);
        Vector2 along = new(b.X - a.X, b.Y - a.Y);
        float length = along.Length();
        if (length < 1e-5f)
        {
            return;
        }

        Vector3 across = new Vector3(-along.Y, along.X, 0) * (halfWidth * _scale / length);
        Triangle(a + across, a - across, b + across);
        Triangle(a - across, b - across, b + across);
    }

    /// <summary>1 where nothing lies more than <paramref name="bias"/> nearer to the lamp; bilinear between texels.</summary>
    public float Visible(Vector3 p, float bias)
    {
        Vector3 m = Map(p);
        float x = m.X - 0.5f, y = m.Y - 0.5f;
        int ix = (int)MathF.Floor(x), iy = (int)MathF.Floor(y);
        if ((uint)ix >= _size - 1 || (uint)iy >= _size - 1)
        {
            return 1;
        }

        float fx = x - ix, fy = y - iy, limit = m.Z + bias;
        int at = (iy * _size) + ix;
        float top = Noise.Lerp(Open(at, limit), Open(at + 1, limit), fx), bottom = Noise.Lerp(Open(at + _size, limit), Open(at + _size + 1, limit), fx);
        return Noise.Lerp(top, bottom, fy);
    }

    private float Open(int at, float limit) => _height[at] > limit ? 0 : 1;

    private Vector3 Map(Vector3 p)
    {
        Vector3 from = p - _centre;
        float half = _size / 2f;
        return new Vector3((Vector3.Dot(from, _right) * _scale) + half, (Vector3.Dot(from, _up) * _scale) + half, Vector3.Dot(from, _towards));
    }

    private void Triangle(Vector3 a, Vector3 b, Vector3 c)
    {
        int left = Math.Max(0, (int)MathF.Ceiling(Math.Min(a.X, Math.Min(b.X, c.X)) - 0.5f));
        int right = Math.Min(_size - 1, (int)MathF.Floor(Math.Max(a.X, Math.Max(b.X, c.X)) - 0.5f));
        int top = Math.Max(0, (int)MathF.Ceiling(Math.Min(a.Y, Math.Min(b.Y, c.Y)) - 0.5f));
        int bottom = Math.Min(_size - 1, (int)MathF.Floor(Math.Max(a.Y, Math.Max(b.Y, c.Y)) - 0.5f));
        float area = ((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y));
        if (left > right || top > bottom || MathF.Abs(area) < 1e-9f)
        {
            return;
        }

        float inverse = 1 / area;
        for (int y = top; y <= bottom; y++)
        {
            float py = y + 0.5f;
            for (int x = left; x <= right; x++)
            {
                float px = x + 0.5f;
                float wb = (((px - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (py - a.Y))) * inverse;
                float wc = (((b.X - a.X) * (py - a.Y)) - ((px - a.X) * (b.Y - a.Y))) * inverse;
                if (wb >= 0 && wc >= 0 && wb + wc <= 1)
                {
                    ref float height = ref _height[(y * _size) + x];
                    height = Math.Max(height, a.Z + (wb * (b.Z - a.Z)) + (wc * (c.Z - a.Z)));
                }
            }
        }
    }
}
