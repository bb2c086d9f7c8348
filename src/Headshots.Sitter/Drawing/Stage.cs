using System.Numerics;
using Headshots.Sitter.Geometry;
using Headshots.Sitter.Strands;

namespace Headshots.Sitter.Drawing;

/// <summary>What the camera sees, flattened: triangles first, then hair segments, under one numbering.</summary>
internal sealed class Stage
{
    public Stage(IReadOnlyList<Surface> surfaces, StrandSet strands, Pose pose)
    {
        Surfaces = surfaces;
        Strands = strands;
        int vertexCount = surfaces.Sum(s => s.Position.Length), cornerCount = surfaces.Sum(s => s.Triangles.Length);
        Projected = new Vector3[vertexCount];
        Corners = new int[cornerCount];
        SurfaceOf = new byte[cornerCount / 3];
        FirstVertex = new int[surfaces.Count];
        int vertex = 0, corner = 0;
        for (int s = 0; s < surfaces.Count; s++)
        {
            FirstVertex[s] = vertex;
            foreach (int index in surfaces[s].Triangles)
            {
                SurfaceOf[corner / 3] = (byte)s;
                Corners[corner++] = vertex + index;
            }

            foreach (Vector3 p in surfaces[s].Position)
            {
                Projected[vertex++] = pose.Project(p);
            }
        }

        ProjectedStrands = new Vector3[strands.Position.Length];
        HalfWidth = new float[strands.Position.Length];
        for (int i = 0; i < strands.Position.Length; i++)
        {
            ProjectedStrands[i] = pose.Project(strands.Position[i]);

            // Thinner than a sample spacing would fall between the samples and flicker.
            HalfWidth[i] = Math.Max(0.13f, strands.HalfWidth[i] * pose.Focal * ProjectedStrands[i].Z);
        }
    }

    public IReadOnlyList<Surface> Surfaces { get; }

    public StrandSet Strands { get; }

    /// <summary>x and y in pixels, z = 1/depth.</summary>
    public Vector3[] Projected { get; }

    /// <summary>Indices into <see cref="Projected"/>, three a triangle.</summary>
    public int[] Corners { get; }

    public byte[] SurfaceOf { get; }

    public int[] FirstVertex { get; }

    public Vector3[] ProjectedStrands { get; }

    /// <summary>Pixels.</summary>
    public float[] HalfWidth { get; }

    public int TriangleCount => SurfaceOf.Length;

    public int PrimitiveCount => TriangleCount + Strands.Segments.Length;

    /// <summary>Rows of the picture that a primitive touches.</summary>
    public (float Top, float Bottom) Span(int primitive)
    {
        if (primitive < TriangleCount)
        {
            float a = Projected[Corners[primitive * 3]].Y, b = Projected[Corners[(primitive * 3) + 1]].Y, c = Projected[Corners[(primitive * 3) + 2]].Y;
            return (Math.Min(a, Math.Min(b, c)), Math.Max(a, Math.Max(b, c)));
        }

        int from = Strands.Segments[primitive - TriangleCount];
        float width = Math.Max(HalfWidth[from], HalfWidth[from + 1]);
        float p = ProjectedStrands[from].Y, q = ProjectedStrands[from + 1].Y;
        return (Math.Min(p, q) - width, Math.Max(p, q) + width);
    }
}
