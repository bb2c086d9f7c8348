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
        yield return Surface.Grid(Material.Skin, 72, 60, closed: true, variant: 2, inward: true, headWeight: FollowsHead, point: (u, v) =>
            Point(u, Lerp(-3.5f, -34, v), 0));
        if (outfit.Headscarf is { } scarf)
        {
            yield return Wrap(scarf);
        }

        foreach (Surface garment in outfit.Clothing switch
        {
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
        float power = Lerp(2, 2.5f, Step(-14, -20, y));
        float scale = MathF.Pow(MathF.Pow(MathF.Abs(cos), power) + MathF.Pow(MathF.Abs(sin), power), -1 / power);
        return new Vector3(cos * scale * (s.Y + over), y, s.W + (sin * scale * (s.Z + over)));
    }

    /// <summary>1 on the skin, less inside, more outside; what keeps long hair on the shoulders.</summary>
    public float Level(Vector3 p)
    {
        Vector4 s = Section(p.Y);
        return new Vector2(p.X / s.Y, (p.Z - s.W) / s.Z).Length();
    }

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
        yield return Shell(0.3f, 2, colour, turn => -13.2f - (3.4f * Sharp(turn, 0.075f)), 0);
        yield return Surface.Grid(Material.Cloth, 80, 12, closed: false, tint: colour, variant: 3, headWeight: p => 0.5f * FollowsHead(p), point: Collar);
    }

    private IEnumerable<Surface> Blazer()
    {
        static float Neckline(float turn) => -14.2f - (1.4f * Front(turn)) - (24 * Sharp(turn, 0.105f));
        yield return Shell(0.75f, 4, outfit.Colour, Neckline, 0);
        foreach (float side in new[] { -1f, 1f })
        {
            yield return Surface.Grid(Material.Cloth, 40, 8, closed: false, tint: outfit.Colour, variant: 5, headWeight: FollowsHead, inward: side < 0, point: (u, v) =>
            {
                float along = u;
                float turn = 0.25f + (side * Lerp(0.30f, 0.004f, MathF.Pow(along, 0.8f)));
                float notch = along is > 0.50f and < 0.56f ? 0.55f : 1;
                float width = 0.085f * MathF.Sin(MathF.Min(1, (along * 0.75f) + 0.18f) * MathF.PI) * notch;
                float at = turn + (side * width * v);
                float y = Neckline(turn) - (v * (along < 0.5f ? 1.2f : -1.1f)) + 0.1f;
                return Point(at, y, 1.05f + (0.35f * MathF.Sin(v * MathF.PI)) - (v > 0.95f ? 0.3f : 0));
            });
        }
    }

    // The leaf of a collar: up from the neckline to a fold around the neck, and down outside to two points in front.
    private Vector3 Collar(float u, float v)
    {
        float turn = 0.25f + 0.012f + (u * 0.976f);
        float front = Front(turn);
        float top = -11.4f - (1.9f * front) + (0.6f * (1 - front));
        if (v < 0.4f)
        {
            float rise = v / 0.4f;
            return Point(turn, Lerp(-13.8f - (2 * front), top, rise), 0.3f + (0.25f * rise));
        }

        float fall = (v - 0.4f) / 0.6f;
        float length = 2.5f + (2.5f * Sharp(turn, 0.09f));
        float spread = 0.055f * Sharp(turn, 0.12f) * fall * MathF.Sign(MathF.IEEERemainder(turn - 0.25f, 1));
        float y = top - (length * fall) + (0.15f * MathF.Sin(fall * MathF.PI));
        // Below the neck the leaf stands off straight instead of following the shoulder.
        Vector3 p = Point(turn + spread, Math.Max(y, -14.4f), 0) with { Y = y };
        var outward = Vector3.Normalize(new Vector3(p.X, 0, p.Z + 5.5f));
        return p + (outward * ((0.62f * Math.Max(0, -14.4f - y)) + 0.55f + (0.5f * MathF.Sin(MathF.Min(1, fall * 1.25f) * MathF.PI * 0.62f))));
    }

    private Surface Wrap(Vector3 tint) =>
        Surface.Grid(Material.Scarf, 110, 44, closed: true, tint: tint, variant: 1, inward: true, headWeight: FollowsHead, point: (u, v) =>
        {
            float y = Lerp(-6.2f, -27, v) - (1.6f * Front(u) * v);
            float fold = 0.42f * MathF.Sin((u * 44) + (v * 9) + (2.5f * MathF.Sin(v * 5))) * Step(0, 0.15f, v);
            return Point(u, y, Lerp(1.7f, 2.6f, Step(0, 0.4f, v)) + fold + (0.8f * Bump((v - 0.45f) / 0.18f)));
        });

    private Surface Shell(float over, int variant, Vector3 tint, Func<float, float> neckline, float band)
    {
        float Y(float turn, float v) => Lerp(neckline(turn), band > 0 ? neckline(turn) - band : -62, band > 0 ? v : MathF.Pow(v, 2.1f));
        return Surface.Grid(Material.Cloth, 144, band > 0 ? 8 : 46, closed: true, tint: tint, variant: variant, inward: true, headWeight: FollowsHead, point: (u, v) =>
        {
            float edge = band > 0 ? over + (0.16f * MathF.Sin(v * MathF.PI)) : over;
            return Point(u, Y(u, v), v == 0 ? -0.1f : edge);
        });
    }

    private static float Front(float turn) => 0.5f + (0.5f * MathF.Cos((turn - 0.25f) * 2 * MathF.PI));

    // 1 in the very front, falling straight to 0 at a distance: the sides of a V.
    private static float Sharp(float turn, float reach) =>
        Math.Max(0, 1 - (MathF.Abs(MathF.IEEERemainder(turn - 0.25f, 1)) / reach));
}
