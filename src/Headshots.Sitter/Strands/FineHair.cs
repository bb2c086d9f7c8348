using System.Numerics;
using Headshots.Sitter.Drawing;
using Headshots.Sitter.Geometry;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Strands;

/// <summary>Hair that lies on the face.</summary>
internal static class FineHair
{
    private const int Points = 4;

    public static void Brows(StrandSet strands, SitterScene scene, HeadModel head)
    {
        float weight = 1 + (0.35f * scene.Identity.BrowWeight);
        Vector3 colour = Vector3.Min(Colour.ToLinear(scene.Hair.Colour) * 0.5f, new Vector3(0.11f, 0.08f, 0.06f));
        var lot = new Lot(scene.Identity.Seed + 5);
        Span<Vector3> line = stackalloc Vector3[Points], outward = stackalloc Vector3[Points];
        foreach ((Vector3 root, Vector3 normal, Vector3 rest) in HairDresser.Roots(head.Skin, p => SkinPaint.BrowDistance(p) < 0.34f * weight ? 95 * weight : 0, new Lot(scene.Identity.Seed + 6)))
        {
            float side = MathF.Sign(rest.X), along = Step(1.2f, 5.6f, MathF.Abs(rest.X));
            Vector3 lie = Tangent(new Vector3(side, Lerp(1.1f, -0.55f, along) + lot.Between(-0.25f, 0.25f), 0), normal);
            Lie(line, outward, root, normal, lie, lot.Between(0.36f, 0.62f), 0.06f, 0);
            strands.Add(line, outward, 0.014f, colour * lot.Between(0.7f, 1.3f));
        }
    }

    public static void Lashes(StrandSet strands, SitterScene scene, HeadModel head)
    {
        var lot = new Lot(scene.Identity.Seed + 8);
        Span<Vector3> line = stackalloc Vector3[Points], outward = stackalloc Vector3[Points];
        foreach (Eyeball eye in new[] { head.Right, head.Left })
        {
            int[] lids = eye.Right ? FacePoints.RightLids : FacePoints.LeftLids;
            for (int k = 0; k < 190; k++)
            {
                bool upper = k < 150;
                float at = upper ? 8.6f + (7.2f * lot.Next()) : 1 + (6.4f * lot.Next());
                int from = (int)at;
                Vector3 root = Vector3.Lerp(head.Skin.Position[lids[from % 16]], head.Skin.Position[lids[(from + 1) % 16]], at - from);
                Vector3 away = Vector3.Normalize(root - eye.Centre);
                float side = eye.Right ? -1 : 1;
                float open = Math.Clamp(scene.Expression.EyeOpening, 0, 1);
                float rise = upper ? Lerp(-0.6f, 0.5f, open) : -0.45f;
                Vector3 lie = Vector3.Normalize(new Vector3(away.X + (side * 0.25f), rise, 0.9f));
                Lie(line, outward, root + (away * 0.02f), away, lie, upper ? lot.Between(0.28f, 0.46f) : lot.Between(0.12f, 0.2f), 0, upper ? 0.22f * open : -0.05f);
                strands.Add(line, outward, upper ? 0.013f : 0.006f, new Vector3(0.016f));
            }
        }
    }

    public static void Beard(StrandSet strands, SitterScene scene, HeadModel head)
    {
        if (scene.Hair.Facial is not (FacialHair.Beard or FacialHair.Moustache))
        {
            return;
        }

        bool full = scene.Hair.Facial == FacialHair.Beard;
        var lot = new Lot(scene.Hair.Seed + 9);
        Span<Vector3> line = stackalloc Vector3[Points], outward = stackalloc Vector3[Points];
        foreach ((Vector3 root, Vector3 normal, Vector3 rest) in HairDresser.Roots(head.Skin, p => Density(p, full), new Lot(scene.Hair.Seed + 10)))
        {
            float side = MathF.Sign(rest.X);
            bool lip = BeardZone.IsMoustache(rest);
            Vector3 wanted = lip ? new Vector3(side * 0.9f, -0.55f, 0) : new Vector3(-rest.X * 0.05f, -1, 0.25f);
            wanted += 0.45f * new Vector3(Value(rest * 1.1f, 3), Value(rest * 1.1f, 4), 0) + (0.3f * new Vector3(lot.Next() - 0.5f, lot.Next() - 0.5f, lot.Next() - 0.5f));
            float length = lip ? lot.Between(0.5f, 0.8f) : lot.Between(0.7f, 1.25f) * (0.75f + (0.2f * Step(-4, -9, rest.Y)));
            Lie(line, outward, root, normal, Tangent(wanted, normal), length, 0.25f, 0.12f);
            Vector3 colour = HairDresser.StrandColour(scene.Hair, ref lot);
            strands.Add(line, outward, 0.026f, colour * 0.85f);
        }
    }

    private static float Density(Vector3 rest, bool full)
    {
        float depth = BeardZone.Depth(rest);
        bool here = full || BeardZone.IsMoustache(rest);
        return here && depth > 0.25f ? 34 * depth : 0;
    }

    private static Vector3 Tangent(Vector3 wanted, Vector3 normal) =>
        Vector3.Normalize(wanted - (normal * Vector3.Dot(wanted, normal)));

    // A short hair: along the skin, rising off it, curling up or down towards its tip.
    private static void Lie(Span<Vector3> line, Span<Vector3> outward, Vector3 root, Vector3 normal, Vector3 along, float length, float rise, float curl)
    {
        for (int i = 0; i < line.Length; i++)
        {
            float t = (float)i / (line.Length - 1);
            line[i] = root + (along * (length * t)) + (normal * (0.02f + (rise * length * t))) + new Vector3(0, curl * length * t * t, 0);
            outward[i] = normal;
        }
    }
}
