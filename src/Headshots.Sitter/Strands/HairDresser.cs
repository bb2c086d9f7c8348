using System.Numerics;
using Headshots.Sitter.Drawing;
using Headshots.Sitter.Geometry;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Strands;

/// <summary>Gives the head its hair: a cap that keeps the scalp from showing, and strands over it; brows, lashes, beard.</summary>
internal static class HairDresser
{
    public static StrandSet Dress(SitterScene scene, HeadModel head, Body body, List<Surface> surfaces)
    {
        var strands = new StrandSet();
        head.Skin.ComputeNormals();
        FineHair.Brows(strands, scene, head);
        FineHair.Lashes(strands, scene, head);
        FineHair.Beard(strands, scene, head);
        if (scene.Outfit.Headscarf is { } scarf)
        {
            surfaces.Add(Cap(head, Material.Scarf, scarf, p => 0.9f + (0.35f * Step(0, 4, p.Y)), ScarfDepth));
            return strands;
        }

        if (Haircut.For(scene.Hair, head, body) is { } cut)
        {
            surfaces.Add(Cap(head, Material.HairCap, default, cut.CapThickness, Scalp.Depth));
            surfaces.AddRange(cut.Extra());
            Grow(strands, scene.Hair, head, cut);
        }

        return strands;
    }

    /// <summary>A random root per so many square centimetres of skin, wherever a mask is positive.</summary>
    public static IEnumerable<(Vector3 Point, Vector3 Normal, Vector3 Canonical)> Roots(Surface skin, Func<Vector3, float> density, Lot lot)
    {
        for (int t = 0; t < skin.Triangles.Length; t += 3)
        {
            int a = skin.Triangles[t], b = skin.Triangles[t + 1], c = skin.Triangles[t + 2];
            float per = density((skin.Rest[a] + skin.Rest[b] + skin.Rest[c]) / 3);
            if (per <= 0)
            {
                continue;
            }

            float area = Vector3.Cross(skin.Position[b] - skin.Position[a], skin.Position[c] - skin.Position[a]).Length() / 2;
            for (float left = (area * per) + lot.Next(); left >= 1; left--)
            {
                float root = MathF.Sqrt(lot.Next()), other = lot.Next();
                float wa = 1 - root, wb = root * (1 - other), wc = root * other;
                yield return (
                    (wa * skin.Position[a]) + (wb * skin.Position[b]) + (wc * skin.Position[c]),
                    Vector3.Normalize((wa * skin.Normal[a]) + (wb * skin.Normal[b]) + (wc * skin.Normal[c])),
                    (wa * skin.Rest[a]) + (wb * skin.Rest[b]) + (wc * skin.Rest[c]));
            }
        }
    }

    /// <summary>Linear colour of one strand: people's strands differ, and grey comes strand by strand.</summary>
    public static Vector3 StrandColour(SitterHair hair, ref Lot lot)
    {
        Vector3 own = Colour.ToLinear(lot.Chance(hair.Grey) ? HairColours.Grey : hair.Colour);
        return Vector3.Lerp(MeanColour(hair), own, 0.3f) * (0.84f + (0.32f * lot.Next()));
    }

    /// <summary>Linear colour of hair seen from further away than its strands can be told apart.</summary>
    public static Vector3 MeanColour(SitterHair hair) =>
        Vector3.Lerp(Colour.ToLinear(hair.Colour), Colour.ToLinear(HairColours.Grey), Math.Clamp(hair.Grey, 0, 1));

    private static float ScarfDepth(Vector3 p)
    {
        // Everything outside an oval around the face, and all that lies behind it.
        float oval = new Vector2(p.X / 6.9f, (p.Y - 0.2f) / (p.Y > 0.2f ? 7.3f : 9.1f)).Length();
        return Math.Max((oval - 1) * 7, 0.9f - p.Z - 1.4f);
    }

    private static Surface Cap(HeadModel head, Material material, Vector3 tint, Func<Vector3, float> thickness, Func<Vector3, float> depth)
    {
        Surface skin = head.Skin;
        var position = new Vector3[skin.Position.Length];
        var inside = new float[position.Length];
        for (int i = 0; i < position.Length; i++)
        {
            Vector3 p = skin.Position[i];
            inside[i] = depth(skin.Rest[i]);
            var outward = Vector3.Normalize(p - head.Radius.Centre);
            float fold = material == Material.Scarf && inside[i] > 0 ? 0.10f * Step(0, 1.5f, inside[i]) * MathF.Sin((p.Y * 1.6f) + (MathF.Abs(p.X) * 1.3f) - (p.Z * 0.8f)) : 0;
            float sunk = Math.Clamp(inside[i], -1, 0) * 0.4f;
            position[i] = p + (outward * ((thickness(p) * Step(0, material == Material.Scarf ? 0.5f : 2.2f, inside[i])) + fold + sunk - 0.06f));
        }

        // Only what the cap uses is kept: most of the skin is not under hair.
        List<int> triangles = [], used = [];
        var place = new int[position.Length];
        for (int t = 0; t < skin.Triangles.Length; t += 3)
        {
            int a = skin.Triangles[t], b = skin.Triangles[t + 1], c = skin.Triangles[t + 2];
            // The edge dives below the skin, so the line where it shows is as smooth as the mask.
            if (inside[a] > 0 || inside[b] > 0 || inside[c] > 0)
            {
                foreach (int vertex in (ReadOnlySpan<int>)[a, b, c])
                {
                    if (place[vertex] == 0)
                    {
                        used.Add(vertex);
                        place[vertex] = used.Count;
                    }

                    triangles.Add(place[vertex] - 1);
                }
            }
        }

        return new Surface
        {
            Material = material,
            Tint = tint,
            Position = [.. used.Select(i => position[i])],
            Rest = [.. used.Select(i => position[i])],
            Paint = [.. used.Select(i => inside[i])],
            HeadWeight = [.. Enumerable.Repeat(1f, used.Count)],
            Triangles = [.. triangles],
        };
    }

    private static void Grow(StrandSet strands, SitterHair hair, HeadModel head, Haircut cut)
    {
        var lot = new Lot(hair.Seed);
        Span<Vector3> points = stackalloc Vector3[Haircut.MostPoints];
        Span<Vector3> outward = stackalloc Vector3[Haircut.MostPoints];
        strands.ShadowHalfWidth = cut.ShadowHalfWidth;
        foreach ((Vector3 root, Vector3 normal, Vector3 rest) in Roots(head.Skin, p => Scalp.Depth(p) > 0.05f ? cut.Density(p) : 0, new Lot(hair.Seed + 1)))
        {
            float edge = Step(0, 1.6f, Scalp.Depth(rest));
            if (!lot.Chance(0.25f + edge))
            {
                continue;
            }

            int count = cut.Strand(root, normal, edge, ref lot, points);
            for (int i = 0; i < count; i++)
            {
                outward[i] = Vector3.Normalize(points[i] - new Vector3(0, Math.Min(head.Radius.Centre.Y, points[i].Y + 1), head.Radius.Centre.Z));
            }

            if (count >= 2)
            {
                strands.Add(points[..count], outward[..count], cut.HalfWidth * lot.Between(0.7f, 1.2f), StrandColour(hair, ref lot), onHead: !cut.Falls);
            }
        }
    }
}
