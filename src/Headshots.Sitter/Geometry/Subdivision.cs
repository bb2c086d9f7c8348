using System.Numerics;
using System.Runtime.InteropServices;

namespace Headshots.Sitter.Geometry;

/// <summary>Vertices of a mesh under construction: position, rest position and lip paint are smoothed alike.</summary>
internal sealed record ControlMesh(List<Vector3> Position, List<Vector3> Rest, List<float> Paint, List<int> Triangles);

/// <summary>
/// Loop's subdivision (Loop 1987, with Warren's vertex weights 3/16 and 3/(8n), and cubic B-spline borders). A vertex of
/// the coarse mesh keeps its index in the fine one, so landmarks stay addressable.
/// </summary>
internal static class Subdivision
{
    /// <summary>
    /// Moves the control points so that the smooth surface passes close to where they were: the shape keeps its nose tip
    /// and lid edges instead of shrinking.
    /// </summary>
    public static void CounterShrinking(ControlMesh mesh, float strength)
    {
        Vector3[] original = [.. mesh.Position];
        for (int pass = 0; pass < 2; pass++)
        {
            Vector3[] smoothed = SmoothedOldVertices(mesh, mesh.Position);
            for (int i = 0; i < original.Length; i++)
            {
                mesh.Position[i] += strength * (original[i] - smoothed[i]);
            }
        }
    }

    public static ControlMesh Subdivide(ControlMesh mesh)
    {
        Dictionary<ulong, Edge> edges = Edges(mesh.Triangles);
        List<Vector3> position = [.. SmoothedOldVertices(mesh, mesh.Position, edges)];
        List<Vector3> rest = [.. SmoothedOldVertices(mesh, mesh.Rest, edges)];
        List<float> paint = [.. mesh.Paint];
        var middle = new Dictionary<ulong, int>(edges.Count);
        foreach ((ulong key, Edge edge) in edges)
        {
            middle[key] = position.Count;
            position.Add(EdgePoint(mesh.Position, edge));
            rest.Add(EdgePoint(mesh.Rest, edge));
            paint.Add((mesh.Paint[edge.A] + mesh.Paint[edge.B]) / 2);
        }

        var triangles = new List<int>(mesh.Triangles.Count * 4);
        for (int t = 0; t < mesh.Triangles.Count; t += 3)
        {
            int a = mesh.Triangles[t], b = mesh.Triangles[t + 1], c = mesh.Triangles[t + 2];
            int ab = middle[Key(a, b)], bc = middle[Key(b, c)], ca = middle[Key(c, a)];
            triangles.AddRange([a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca]);
        }

        return new ControlMesh(position, rest, paint, triangles);
    }

    /// <summary>The border of a mesh with one border, in order round it.</summary>
    public static List<int> Border(List<int> triangles)
    {
        var next = new Dictionary<int, int>();
        Dictionary<ulong, Edge> edges = Edges(triangles);
        for (int t = 0; t < triangles.Count; t += 3)
        {
            for (int k = 0; k < 3; k++)
            {
                int from = triangles[t + k], to = triangles[t + ((k + 1) % 3)];
                if (edges[Key(from, to)].OppositeB < 0)
                {
                    next[from] = to;
                }
            }
        }

        int start = next.Keys.Min();
        List<int> loop = [start];
        for (int at = next[start]; at != start; at = next[at])
        {
            loop.Add(at);
        }

        return loop;
    }

    private static Vector3[] SmoothedOldVertices(ControlMesh mesh, List<Vector3> values) =>
        SmoothedOldVertices(mesh, values, Edges(mesh.Triangles));

    private static Vector3[] SmoothedOldVertices(ControlMesh mesh, List<Vector3> values, Dictionary<ulong, Edge> edges)
    {
        var sum = new Vector3[values.Count];
        var count = new int[values.Count];
        var borderSum = new Vector3[values.Count];
        var borderCount = new int[values.Count];
        foreach (Edge edge in edges.Values)
        {
            bool border = edge.OppositeB < 0;
            (Vector3[] sums, int[] counts) = border ? (borderSum, borderCount) : (sum, count);
            sums[edge.A] += values[edge.B];
            sums[edge.B] += values[edge.A];
            counts[edge.A]++;
            counts[edge.B]++;
        }

        var result = new Vector3[mesh.Position.Count];
        for (int i = 0; i < result.Length; i++)
        {
            if (borderCount[i] == 2)
            {
                result[i] = (values[i] * 0.75f) + (borderSum[i] * 0.125f);
                continue;
            }

            int n = count[i];
            float beta = n == 3 ? 3f / 16 : 3f / (8 * Math.Max(n, 1));
            result[i] = n == 0 ? values[i] : (values[i] * (1 - (n * beta))) + (sum[i] * beta);
        }

        return result;
    }

    private static Vector3 EdgePoint(List<Vector3> values, Edge edge) => edge.OppositeB < 0
        ? (values[edge.A] + values[edge.B]) / 2
        : ((values[edge.A] + values[edge.B]) * 0.375f) + ((values[edge.OppositeA] + values[edge.OppositeB]) * 0.125f);

    private static Dictionary<ulong, Edge> Edges(List<int> triangles)
    {
        var edges = new Dictionary<ulong, Edge>(triangles.Count / 2);
        for (int t = 0; t < triangles.Count; t += 3)
        {
            for (int k = 0; k < 3; k++)
            {
                int a = triangles[t + k], b = triangles[t + ((k + 1) % 3)], opposite = triangles[t + ((k + 2) % 3)];
                ref Edge edge = ref CollectionsMarshal.GetValueRefOrAddDefault(edges, Key(a, b), out bool known);
                edge = known ? edge with { OppositeB = opposite } : new Edge(a, b, opposite, -1);
            }
        }

        return edges;
    }

    private static ulong Key(int a, int b) => ((ulong)(uint)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);

    private readonly record struct Edge(int A, int B, int OppositeA, int OppositeB);
}
