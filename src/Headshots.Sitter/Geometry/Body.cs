using System.Numerics;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Geometry;

/// <summary>
/// Neck and torso as one tube with horizontal cross-sections, and the clothes as shells over it. The frame is the head's;
/// angles run round the vertical axis, ¼ turn is the front.
/// </summary>
internal sealed class Body(SitterIdentity identity, SitterOutfit outfit)
{
    // Height, half-width, half-depth, centre z: superellipse sections from inside the skull to below any picture.
    private static readonly Vector4[] Sections =
    [
        new(-3, 4.9f, 5.4f, -4.6f), new(-8, 5.0f, 5.2f, -4.6f), new(-11.5f, 5.3f, 5.3f, -5.2f), new(-13.5f, 6.2f, 5.7f, -5.6f),
        new(-15, 8.6f, 6.5f, -5.8f), new(-16.3f, 12, 7.4f, -5.8f), new(-17.8f, 15.2f, 8.3f, -5.7f), new(-19.8f, 18, 9.2f, -5.5f),
        new(-22.5f, 20.1f, 10.1f, -5.2f), new(-27, 21.2f, 11, -4.8f), new(-36, 21.6f, 11.8f, -4.6f), new(-70, 21.4f, 11.8f, -4.6f),
    ];

    private readonly float _breadth = 0.96f + (0.085f * identity.Build);
    private readonly float _neck = 0.955f + (0.085f * identity.Build);

    public static float FollowsHead(Vector3 p) => Step(-14.5f, -6.5f, p.Y);

    public IEnumerable<Surface> Build()
    {
        yield return Surface.Grid(Material.Skin, 72, 60, closed: true, variant: 2, headWeight: FollowsHead, point: (u, v) =>
            Point(u, Lerp(-3.5f, -34, v), 0));
        if (outfit.Headscarf is { } scarf)
        {
            yield return Wrap(scarf);
        }

        foreach (Surface garment in outfit.Clothing switch
        {
            _ when outfit.Headscarf is not null => CrewNeck(),
            Clothing.Shirt => Shirt(outfit.Colour),
            Clothing.Blazer => Shirt(outfit.ShirtColour).Concat(Blazer()),
            _ => CrewNeck(),
        })
        {
            yield return garment;
        }
    }

    /// <summary>A point on the skin of neck or torso.</summary>
    /// <param name="turn">0 to 1: left of the sitter, front at ¼.</param>
    /// <param name="y">Height in centimetres.</param>
    /// <param name="over">Distance outside the skin.</param>
    public Vector3 Point(float turn, float y, float over)
    {
        Vector4 s = Section(y);
        float cos = MathF.Cos(turn * 2 * MathF.PI), sin = MathF.Sin(turn * 2 * MathF.PI);
        float power = Squareness(y);
        float scale = MathF.Pow(MathF.Pow(MathF.Abs(cos), power) + MathF.Pow(MathF.Abs(sin), power), -1 / power);
        return new Vector3(cos * scale * (s.Y + over), y, s.W + (sin * scale * (s.Z + over)));
    }

    /// <summary>1 on the skin, less inside, more outside; what keeps long hair on the shoulders.</summary>
    public float Level(Vector3 p)
    {
        Vector4 s = Section(p.Y);
        float power = Squareness(p.Y);
        return MathF.Pow(MathF.Pow(MathF.Abs(p.X / s.Y), power) + MathF.Pow(MathF.Abs((p.Z - s.W) / s.Z), power), 1 / power);
    }

    private static float Squareness(float y) => Lerp(2, 2.5f, Step(-14, -20, y));

    private Vector4 Section(float y)
    {
        int i = 1;
        while (i < Sections.Length - 1 && y < Sections[i].X)
        {
            i++;
        }

        Vector4 p1 = Sections[i - 1], p2 = Sections[i], p0 = Sections[Math.Max(0, i - 2)], p3 = Sections[Math.Min(Sections.Length - 1, i + 1)];
        float t = Math.Clamp((y - p1.X) / (p2.X - p1.X), 0, 1);

        // Catmull-Rom in the section index; heights are close enough to even for a smooth shoulder.
        Vector4 s = 0.5f * ((2 * p1) + ((p2 - p0) * t) + (((2 * p0) - (5 * p1) + (4 * p2) - p3) * (t * t)) + (((3 * p1) - p0 - (3 * p2) + p3) * (t * t * t)));
        float breadth = Lerp(_neck, _breadth, Step(-12, -20, y));
        return new Vector4(y, s.Y * breadth, s.Z * Lerp(_neck, 1, Step(-12, -20, y)), s.W);
    }

    private IEnumerable<Surface> CrewNeck()
    {
        yield return Shell(0.35f, 0, outfit.Colour, turn => -13.5f - (2.2f * Front(turn)), 0);
        yield return Shell(0.5f, 1, outfit.Colour * 0.94f, turn => -13.2f - (2.15f * Front(turn)), 1.3f);
    }

    private IEnumerable<Surface> Shirt(Vector3 colour)
    {
        yield return Shell(0.3f, 2, colour, turn => Opening(turn, -14, 2.1f, 5), 0);
        foreach (float side in new[] { -1f, 1f })
        {
            Surface leaf = Surface.Grid(Material.Cloth, 44, 14, closed: false, tint: colour, variant: 3, headWeight: p => 0.5f * FollowsHead(p), inward: side > 0, point: (u, v) =>
                Collar(side, u, v));
            for (int i = 0; i < leaf.Paint.Length; i++)
            {
                leaf.Paint[i] = i / 45 / 14f;
            }

            yield return leaf;
        }
    }

    private IEnumerable<Surface> Blazer()
    {
        const float Top = -14.6f, Half = 7.2f, Depth = 29;
        yield return Shell(0.75f, 4, outfit.Colour, turn => Opening(turn, Top - (0.6f * Front(turn)), Half, Depth), 0);
        foreach (float side in new[] { -1f, 1f })
        {
            // The lapel lies along the opening; two thirds up, a notch parts it from its collar.
            yield return Surface.Grid(Material.Cloth, 60, 8, closed: false, tint: outfit.Colour * 1.06f, variant: 5, headWeight: FollowsHead, inward: side < 0, point: (u, v) =>
            {
                float y = Lerp(Top + 0.4f, Top - Depth, u), drop = (Top - y) / Depth;
                float inner = Half * (1 - drop);
                float width = 4.3f * Step(-0.09f, 0.12f, u) * Step(1, 0.24f, u) * Lerp(0.72f, 1, Step(0.16f, 0.24f, u)) * (1 - (0.42f * Bump((u - 0.2f) / 0.016f)));
                float x = inner - 0.15f + (width * v), lift = 1 + (0.3f * MathF.Sin(v * MathF.PI)) - (v > 0.95f ? 0.2f : 0);
                return Outside(FrontPoint(side * x, y + (0.9f * v * Step(0.5f, 0.2f, u))), lift);
            });
        }
    }

    // Half the leaf of a collar, u from the front to the nape: from a fold around the neck down to an edge that ends in a
    // point. Where the shoulder is in its way the leaf lies on it.
    private Vector3 Collar(float side, float u, float v)
    {
        float back = Step(0, 0.55f, u);
        Vector3 fold = Point(0.25f - (side * Lerp(0.03f, 0.5f, u)), Lerp(-13.6f, -11.2f, back), 0.5f);
        float drop = Lerp(5.6f, 3, Step(0, 0.22f, u));
        var outward = Vector3.Normalize(new Vector3(fold.X, 0, fold.Z + 5.4f));
        Vector3 edge = fold + (outward * (0.9f + (0.7f * Step(0, 0.3f, u)))) + new Vector3(side * 2.2f * Step(0.3f, 0, u), -drop, 0);
        Vector3 p = Vector3.Lerp(fold, edge, v) + (outward * (0.35f * MathF.Sin(MathF.Sqrt(v) * MathF.PI)));
        return v < 0.15f ? p : Outside(p, 0.85f * Step(0.1f, 0.6f, v));
    }

    // The edge of a V-shaped opening as a height for a turn: the V is straight seen from the front, so its half-width at a
    // height is met where the body is as wide as that.
    private float Opening(float turn, float top, float half, float depth)
    {
        if (MathF.Sin(turn * 2 * MathF.PI) <= 0)
        {
            return top;
        }

        float low = top - depth, high = top;
        for (int i = 0; i < 16; i++)
        {
            float y = (low + high) / 2;
            bool inside = MathF.Abs(Point(turn, y, 0).X) < half * (1 - ((top - y) / depth));
            (low, high) = inside ? (low, y) : (y, high);
        }

        return (low + high) / 2;
    }

    /// <summary>The point of the skin in front with given x and y.</summary>
    private Vector3 FrontPoint(float x, float y)
    {
        Vector4 s = Section(y);
        float power = Squareness(y);
        float rest = 1 - MathF.Pow(Math.Min(1, MathF.Abs(x) / s.Y), power);
        return new Vector3(x, y, s.W + (s.Z * MathF.Pow(rest, 1 / power)));
    }

    // Moves a point up the slope of the body's level until it is a distance outside it; leaves those that are.
    private Vector3 Outside(Vector3 p, float over)
    {
        const float Small = 0.05f;
        for (int i = 0; i < 4; i++)
        {
            float level = Level(p);
            Vector3 slope = new Vector3(
                Level(p + new Vector3(Small, 0, 0)) - level, Level(p + new Vector3(0, Small, 0)) - level, Level(p + new Vector3(0, 0, Small)) - level) / Small;
            float steep = Math.Max(0.02f, slope.Length());
            float missing = over - ((level - 1) / steep);
            if (missing <= 0)
            {
                break;
            }

            p += slope * (Math.Min(missing, 1.5f) / steep);
        }

        return p;
    }

    private Surface Wrap(Vector3 tint) =>
        Surface.Grid(Material.Scarf, 110, 44, closed: true, tint: tint, variant: 1, headWeight: FollowsHead, point: (u, v) =>
        {
            float y = Lerp(-6.2f, -27, v) - (1.6f * Front(u) * v);
            float fold = 0.42f * MathF.Sin((u * 44) + (v * 9) + (2.5f * MathF.Sin(v * 5))) * Step(0, 0.15f, v);
            return Point(u, y, Lerp(1.7f, 2.6f, Step(0, 0.4f, v)) + fold + (0.8f * Bump((v - 0.45f) / 0.18f)));
        });

    private Surface Shell(float over, int variant, Vector3 tint, Func<float, float> neckline, float band)
    {
        float Y(float turn, float v) => Lerp(neckline(turn), band > 0 ? neckline(turn) - band : -62, band > 0 ? v : MathF.Pow(v, 2.1f));
        return Surface.Grid(Material.Cloth, 144, band > 0 ? 8 : 46, closed: true, tint: tint, variant: variant, headWeight: FollowsHead, point: (u, v) =>
        {
            float edge = band > 0 ? over + (0.16f * MathF.Sin(v * MathF.PI)) : over;
            return Point(u, Y(u, v), v == 0 ? -0.1f : edge);
        });
    }

    private static float Front(float turn) => 0.5f + (0.5f * MathF.Cos((turn - 0.25f) * 2 * MathF.PI));
}
