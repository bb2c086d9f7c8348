using System.Numerics;

namespace Headshots.Sitter.Geometry;

internal enum Material : byte
{
    Skin,
    Eye,
    Mouth,
    Teeth,
    Cloth,
    Frame,
    HairCap,
    Scarf,
}

/// <summary>
/// One part of the sitter as a triangle mesh. Positions are centimetres in the canonical face's frame (x right, y up,
/// z towards the viewer) until the pose moves them; <see cref="Rest"/> keeps where a vertex is on the canonical person,
/// which is what paint (lips, brows, blush, pores) is looked up by.
/// </summary>
internal sealed class Surface
{
    public required Material Material { get; init; }

    /// <summary>sRGB base colour of materials that have one.</summary>
    public Vector3 Tint { get; init; }

    /// <summary>Tells parts of a material apart (left and right eye, shirt and blazer).</summary>
    public int Variant { get; init; }

    public required Vector3[] Position { get; init; }

    public required Vector3[] Rest { get; init; }

    /// <summary>Lips: 0 skin, ½ at the vermilion border, 1 inside. Hair cap: how deep inside the hairline, 0 to 1. Collar: 0 at the fold to 1 at the edge.</summary>
    public required float[] Paint { get; init; }

    /// <summary>How much a vertex follows the head rather than the body.</summary>
    public required float[] HeadWeight { get; init; }

    public required int[] Triangles { get; init; }

    /// <summary>Unit normals after the pose.</summary>
    public Vector3[] Normal { get; private set; } = [];

    /// <summary>Share of the sky and of the key light that reaches a vertex, filled by the light pass.</summary>
    public float[] Sky { get; set; } = [];

    public float[] Key { get; set; } = [];

    public void ComputeNormals()
    {
        Normal = new Vector3[Position.Length];
        for (int t = 0; t < Triangles.Length; t += 3)
        {
            int a = Triangles[t], b = Triangles[t + 1], c = Triangles[t + 2];
            Vector3 areaNormal = Vector3.Cross(Position[b] - Position[a], Position[c] - Position[a]);
            Normal[a] += areaNormal;
            Normal[b] += areaNormal;
            Normal[c] += areaNormal;
        }

        for (int i = 0; i < Normal.Length; i++)
        {
            float length = Normal[i].Length();
            Normal[i] = length > 1e-9f ? Normal[i] / length : Vector3.UnitZ;
        }
    }

    /// <summary>A surface over the unit square: u runs around, v along; closed joins u = 1 to u = 0.</summary>
    public static Surface Grid(
        Material material,
        int countU,
        int countV,
        bool closed,
        Func<float, float, Vector3> point,
        Func<Vector3, float>? headWeight = null,
        Vector3 tint = default,
        int variant = 0,
        bool inward = false)
    {
        int columns = closed ? countU : countU + 1;
        var position = new Vector3[columns * (countV + 1)];
        for (int v = 0; v <= countV; v++)
        {
            for (int u = 0; u < columns; u++)
            {
                position[(v * columns) + u] = point((float)u / countU, (float)v / countV);
            }
        }

        var triangles = new int[countU * countV * 6];
        int at = 0;
        for (int v = 0; v < countV; v++)
        {
            for (int u = 0; u < countU; u++)
            {
                int a = (v * columns) + u, b = (v * columns) + ((u + 1) % columns);
                int c = a + columns, d = b + columns;
                (b, c) = inward ? (c, b) : (b, c);
                triangles[at++] = a;
                triangles[at++] = b;
                triangles[at++] = d;
                triangles[at++] = a;
                triangles[at++] = d;
                triangles[at++] = c;
            }
        }

        return new Surface
        {
            Material = material,
            Tint = tint,
            Variant = variant,
            Position = position,
            Rest = [.. position],
            Paint = new float[position.Length],
            HeadWeight = [.. position.Select(headWeight ?? (static _ => 1f))],
            Triangles = triangles,
        };
    }
}
