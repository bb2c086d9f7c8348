using System.Numerics;
using Headshots.Vision.Faces;
using Headshots.Vision.Networks;

namespace Headshots.Studio.Light;

/// <summary>The face as a surface: which points span it, which of them mirror each other, and where it looks.</summary>
internal static class FaceSurface
{
    private static readonly Lazy<CanonicalFace> _face = new(() => CanonicalFace.Load(ModelFiles.CanonicalFaceMetadata));

    private static readonly Lazy<int[]> _mirror = new(FindMirror);

    /// <summary>Three points per triangle.</summary>
    public static IReadOnlyList<int> Triangles => _face.Value.Triangles;

    /// <summary>For each point the one on the other half of the face.</summary>
    public static IReadOnlyList<int> Mirror => _mirror.Value;

    /// <summary>Unit normals of the points: x to the right of the picture, y up, z towards the viewer.</summary>
    public static Vector3[] Normals(FaceMesh mesh)
    {
        Vector3[] normals = new Vector3[CanonicalFace.VertexCount];
        IReadOnlyList<int> triangles = Triangles;
        for (int t = 0; t < triangles.Count; t += 3)
        {
            Vector3 a = Place(mesh, triangles[t]);
            Vector3 normal = Vector3.Cross(Place(mesh, triangles[t + 1]) - a, Place(mesh, triangles[t + 2]) - a);
            for (int k = 0; k < 3; k++)
            {
                normals[triangles[t + k]] += normal;
            }
        }

        for (int i = 0; i < normals.Length; i++)
        {
            normals[i] = Vector3.Normalize(normals[i] + new Vector3(0, 0, 1e-6f));
        }

        return normals;
    }

    private static Vector3 Place(FaceMesh mesh, int index) => mesh.Points[index] * new Vector3(1, -1, -1);

    private static int[] FindMirror()
    {
        IReadOnlyList<Vector3> vertices = _face.Value.Vertices;
        int[] mirror = new int[vertices.Count];
        for (int i = 0; i < mirror.Length; i++)
        {
            Vector3 wanted = vertices[i] * new Vector3(-1, 1, 1);
            for (int j = 1; j < mirror.Length; j++)
            {
                if (Vector3.DistanceSquared(vertices[j], wanted) < Vector3.DistanceSquared(vertices[mirror[i]], wanted))
                {
                    mirror[i] = j;
                }
            }
        }

        return mirror;
    }
}
