using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Light;

/// <summary>Draws values of the face's points into a map of blocks, evenly across each triangle, the nearest in front.</summary>
internal static class MeshRaster
{
    /// <summary>Fills what the face covers; the last channel becomes 1 there, the rest of the map is zero.</summary>
    /// <param name="map">One channel more than values per point.</param>
    /// <param name="mesh">In pixels of the picture.</param>
    /// <param name="block">Pixels of the picture to a pixel of the map.</param>
    /// <param name="values">Per channel, a value per point.</param>
    public static void Draw(PlanarImage map, FaceMesh mesh, int block, params ReadOnlySpan<float[]> values)
    {
        map.Fill(0);
        float[] nearest = new float[map.Width * map.Height];
        nearest.AsSpan().Fill(float.MaxValue);
        IReadOnlyList<int> triangles = FaceSurface.Triangles;
        for (int t = 0; t < triangles.Count; t += 3)
        {
            Triangle(map, mesh, block, values, nearest, triangles[t], triangles[t + 1], triangles[t + 2]);
        }
    }

    private static void Triangle(
        PlanarImage map, FaceMesh mesh, int block, ReadOnlySpan<float[]> values, float[] nearest, int i, int j, int k)
    {
        Vector3 a = mesh.Points[i] / block;
        Vector3 b = mesh.Points[j] / block;
        Vector3 c = mesh.Points[k] / block;
        float area = Cross(b - a, c - a);
        if (area == 0)
        {
            return;
        }

        int top = Math.Max(0, (int)Math.Min(a.Y, Math.Min(b.Y, c.Y)));
        int bottom = Math.Min(map.Height - 1, (int)Math.Max(a.Y, Math.Max(b.Y, c.Y)));
        int left = Math.Max(0, (int)Math.Min(a.X, Math.Min(b.X, c.X)));
        int right = Math.Min(map.Width - 1, (int)Math.Max(a.X, Math.Max(b.X, c.X)));
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                Vector3 p = new(x + 0.5f, y + 0.5f, 0);
                float v = Cross(p - a, c - a) / area;
                float w = Cross(b - a, p - a) / area;
                float u = 1 - v - w;
                float depth = (u * a.Z) + (v * b.Z) + (w * c.Z);
                if (Math.Min(u, Math.Min(v, w)) < 0 || depth >= nearest[(y * map.Width) + x])
                {
                    continue;
                }

                nearest[(y * map.Width) + x] = depth;
                for (int channel = 0; channel < values.Length; channel++)
                {
                    map.Row(channel, y)[x] = (u * values[channel][i]) + (v * values[channel][j]) + (w * values[channel][k]);
                }

                map.Row(values.Length, y)[x] = 1;
            }
        }
    }

    private static float Cross(Vector3 a, Vector3 b) => (a.X * b.Y) - (a.Y * b.X);
}
