using System.Numerics;
using Headshots.Sitter.Drawing;
using Headshots.Sitter.Geometry;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Strands;

/// <summary>A hairstyle: how dense, how thick, and the way of each strand from its root.</summary>
internal sealed class Haircut
{
    public const int MostPoints = 40;

    private const float CurtainLayer = 1.25f;
    private static readonly Vector3 BunBase = new(0, 12.3f, -8.8f);
    private readonly SitterHair _hair;
    private readonly HeadModel _head;
    private readonly Body _body;
    private readonly float _part;

    private Haircut(SitterHair hair, HeadModel head, Body body)
    {
        (_hair, _head, _body) = (hair, head, body);
        _part = hair.Seed % 3 == 0 ? 0 : ((hair.Seed & 1) == 0 ? 1.1f : -1.1f);
    }

    /// <summary>Roots per square centimetre; behind the curtains of long hair the camera sees few strands.</summary>
    public float Density(Vector3 p) => _hair.Style switch
    {
        HairStyle.Afro => 13,
        HairStyle.Curly => 10,
        HairStyle.Bun => 8,
        HairStyle.Shaved => 14,
        HairStyle.Cropped => 12,
        _ => p.Z > -6 ? 5 : 2,
    };

    /// <summary>Centimetres.</summary>
    public float HalfWidth => _hair.Style == HairStyle.Shaved ? 0.016f : 0.03f;

    public float ShadowHalfWidth => _hair.Style == HairStyle.Shaved ? 0.02f : 0.14f;

    /// <summary>Long hair lies on the shoulders rather than turning with the head.</summary>
    public bool Falls => _hair.Style is HairStyle.Flowing or HairStyle.Bob;

    public static Haircut? For(SitterHair hair, HeadModel head, Body body) =>
        hair.Style == HairStyle.Bald ? null : new Haircut(hair, head, body);

    public float CapThickness(Vector3 p) => _hair.Style switch
    {
        HairStyle.Shaved => 0.0f,
        HairStyle.Cropped => Lerp(0.25f, 0.8f, Step(4, 11, p.Y)),
        HairStyle.Curly => Lerp(1, 2, Step(2, 11, p.Y)) * (1 + (0.25f * Value(p * 0.55f, _hair.Seed))),
        HairStyle.Afro => Lerp(2.2f, 3.6f, Step(0, 8, p.Y)) * (1 + (0.1f * Value(p * 0.6f, _hair.Seed))),
        HairStyle.Bun => 0.3f,
        _ => 0.02f,
    };

    /// <summary>Volumes that are not on the scalp.</summary>
    public IEnumerable<Surface> Extra()
    {
        if (_hair.Style == HairStyle.Bun)
        {
            yield return Surface.Grid(Material.HairCap, 24, 16, closed: true, point: (u, v) =>
            {
                float polar = v * MathF.PI, around = u * 2 * MathF.PI;
                return BunBase + new Vector3(0, 2.1f, -1) + (2.75f * new Vector3(MathF.Sin(polar) * MathF.Cos(around), 0.85f * MathF.Cos(polar), -MathF.Sin(polar) * MathF.Sin(around)));
            });
        }

        if (Falls)
        {
            yield return Curtain(1);
            yield return Curtain(-1);
        }
    }

    /// <summary>
    /// Fills the points of one strand and says how many there are. Edge is 0 at the hairline to 1 inside: hair is thinner
    /// and shorter at its edge.
    /// </summary>
    public int Strand(Vector3 root, Vector3 normal, float edge, ref Lot lot, Span<Vector3> points)
    {
        bool stray = lot.Chance(0.03f * _hair.Flyaway);
        return _hair.Style switch
        {
            HairStyle.Shaved => Radial(root, normal, lot.Between(0.15f, 0.3f), 0.05f, 3, ref lot, points),
            HairStyle.Afro => Radial(root, Vector3.Normalize(root - new Vector3(0, 4.5f, -3.8f)), lot.Between(3.4f, 5.4f) * (0.35f + (0.65f * edge)) * (stray ? 1.2f : 1), 0.22f, 16, ref lot, points),
            HairStyle.Curly => Curl(root, normal, edge, stray, ref lot, points),
            HairStyle.Cropped => Cropped(root, normal, edge, stray, ref lot, points),
            HairStyle.Bun when lot.Chance(0.22f) => AroundBun(ref lot, points),
            HairStyle.Bun => Flow(root, normal, lot.Between(9, 24), 15, lot.Between(0.15f, 0.5f) * edge, stray, ref lot, points),
            HairStyle.Bob => Flow(root, normal, 30, 18, lot.Between(CurtainLayer, 1.6f), stray, ref lot, points, lot.Between(-8, -6.9f)),
            _ => Flow(root, normal, 46, 27, lot.Between(CurtainLayer, 1.75f), stray, ref lot, points, lot.Between(-27, -20)),
        };
    }

    // The mass of long hair on one side of the parting: a sheet spun between combed guides from forehead to nape. Strands
    // lie on it and carry on past its edge, so that only the silhouette is fractional.
    private Surface Curtain(float side)
    {
        const int Guides = 30, Along = 40;
        bool bob = _hair.Style == HairStyle.Bob;
        var guides = new Vector3[Guides + 1][];
        Span<Vector3> points = stackalloc Vector3[MostPoints];
        for (int g = 0; g <= Guides; g++)
        {
            float angle = Lerp(Hairline(), 3.75f, (float)g / Guides);
            var across = new Vector3((_part + (side * 0.12f)) / 10, MathF.Sin(angle), MathF.Cos(angle));
            var outward = Vector3.Normalize(across);
            Vector3 root = _head.Radius.Centre + (outward * _head.Radius.At(outward));
            var lot = new Lot(_hair.Seed);
            int count = bob
                ? Flow(root, outward, 33, 22, CurtainLayer, stray: null, ref lot, points, -6.9f)
                : Flow(root, outward, 46, 30, CurtainLayer, stray: null, ref lot, points, -23);
            guides[g] = points[..count].ToArray();
        }

        Surface sheet = Surface.Grid(Material.HairCap, Guides, Along, closed: false, variant: 2, inward: side > 0, headWeight: Body.FollowsHead, point: (u, v) =>
        {
            Vector3[] guide = guides[(int)MathF.Round(u * Guides)];
            float at = v * (guide.Length - 1);
            int from = Math.Min((int)at, guide.Length - 2);
            return Vector3.Lerp(guide[from], guide[from + 1], at - from);
        });
        for (int i = 0; i < sheet.Rest.Length; i++)
        {
            // Streaks run along the guides.
            sheet.Rest[i] = new Vector3(side * (i % (Guides + 1)) * 1.1f, (float)(i / (Guides + 1)) / Along, 0);
        }

        return sheet;
    }

    // Where the parting meets the forehead, as an angle at the skull's centre up from straight ahead.
    private float Hairline()
    {
        float angle = 0.4f;
        for (; angle < 1.4f; angle += 0.02f)
        {
            var outward = Vector3.Normalize(new Vector3(_part / 10, MathF.Sin(angle), MathF.Cos(angle)));
            if (Scalp.Depth(_head.Radius.Centre + (outward * _head.Radius.At(outward))) > -0.4f)
            {
                break;
            }
        }

        return angle;
    }

    private static int Radial(Vector3 root, Vector3 outward, float length, float coil, int count, ref Lot lot, Span<Vector3> points)
    {
        Vector3 a = Vector3.Normalize(Vector3.Cross(outward, new Vector3(0.3f, 0.5f, 0.8f))), b = Vector3.Cross(outward, a);
        float phase = lot.Between(0, 6.28f), lean = lot.Between(-0.25f, 0.25f), lean2 = lot.Between(-0.25f, 0.25f);
        for (int i = 0; i < count; i++)
        {
            float t = (float)i / (count - 1), angle = phase + (i * 1.15f);
            points[i] = root + (outward * (length * t)) + (a * ((coil * MathF.Cos(angle)) + (lean * length * t))) + (b * ((coil * MathF.Sin(angle)) + (lean2 * length * t)));
        }

        return count;
    }

    private int Cropped(Vector3 root, Vector3 normal, float edge, bool stray, ref Lot lot, Span<Vector3> points)
    {
        const int Count = 7;
        float top = Step(5, 11, root.Y);
        float length = Lerp(1.3f, lot.Between(3, 4.6f), top) * (0.45f + (0.55f * edge));
        float lift = Lerp(0.12f, 0.34f, top) + (stray ? 0.4f : 0) + (0.16f * lot.Next());
        Vector3 p = root, direction = normal;
        for (int i = 0; i < Count; i++)
        {
            points[i] = p;
            Vector3 comb = root - Scalp.Whorl + new Vector3(_part * 0.8f * top, 0, 0);
            comb += new Vector3(Value(root * 0.5f, _hair.Seed), Value(root * 0.5f, _hair.Seed + 1), Value(root * 0.5f, _hair.Seed + 2)) * 1.7f;
            comb = Vector3.Normalize(comb - (normal * Vector3.Dot(comb, normal)));
            Vector3 wanted = comb + (normal * lift) + (0.22f * new Vector3(lot.Next() - 0.5f, lot.Next() - 0.5f, lot.Next() - 0.5f)) + new Vector3(0, i * -0.03f, 0);
            direction = Vector3.Normalize(Vector3.Lerp(direction, Vector3.Normalize(wanted), 0.5f));
            p = Outside(p + (direction * (length / Count)), 0.1f);
        }

        return Count;
    }

    private int Curl(Vector3 root, Vector3 normal, float edge, bool stray, ref Lot lot, Span<Vector3> points)
    {
        const int Count = 22;
        float length = lot.Between(4, 7.5f) * (0.4f + (0.6f * edge)) * (stray ? 1.25f : 1), coil = lot.Between(0.28f, 0.55f);

        // Neighbours share a lock: its way is decided by noise over the root, not by the strand.
        Vector3 lockWay = new(Value(root * 0.6f, 11), Value(root * 0.6f, 12), Value(root * 0.6f, 13));
        float phase = (6.28f * Value(root * 0.7f, 14)) + lot.Between(-0.28f, 0.28f);
        Vector3 wanted = Vector3.Normalize((normal * 1.1f) + (lockWay * 0.9f) + new Vector3(MathF.Sign(root.X) * 0.25f, -0.1f, 0));
        Vector3 a = Vector3.Normalize(Vector3.Cross(wanted, new Vector3(0.2f, 0.1f, 1))), b = Vector3.Cross(wanted, a);
        Vector3 p = root;
        for (int i = 0; i < Count; i++)
        {
            float t = (float)i / (Count - 1), angle = phase + (i * 1.15f), swing = coil * Step(0, 0.25f, t);
            p += (wanted + new Vector3(0, -1.5f * t * t, -0.25f * Step(0, 5, root.Z) * (1 - t))) * (length / Count);
            p = Outside(p, 0.3f);
            points[i] = i == 0 ? root : p + (a * (swing * MathF.Cos(angle))) + (b * (swing * MathF.Sin(angle)));
        }

        return Count;
    }

    // Combed from a parting, then falling: gravity takes over below the crown, the face stays free, shoulders carry.
    // A stray leaves its neighbours; a guide (null) has no will of its own.
    private int Flow(Vector3 root, Vector3 normal, float length, int most, float layer, bool? stray, ref Lot lot, Span<Vector3> points, float cut = -60)
    {
        float step = length / most;
        float side = root.X > _part ? 1 : -1;
        bool bun = _hair.Style == HairStyle.Bun;
        Vector3 jitter = stray switch { true => 0.3f, false => 0.1f, null => 0 } * new Vector3(lot.Next() - 0.5f, lot.Next() - 0.5f, lot.Next() - 0.5f);
        float wave = lot.Between(0, 0.4f) + (3 * Value(root * 0.35f, 17));
        Vector3 p = root, direction = normal;
        int count = 0;
        while (count < most && count < MostPoints)
        {
            points[count++] = p;
            if (p.Y < cut || (bun && Vector3.Distance(p, BunBase) < 2.2f))
            {
                break;
            }

            float crown = Step(5.5f, 12.5f, p.Y), t = (float)count / most;
            Vector3 wanted = bun
                ? Vector3.Normalize(BunBase - p)
                : new Vector3(side * (0.25f + (1.4f * crown)), -0.35f - (1.1f * (1 - crown)), (-0.75f * Step(-2, 4, p.Z)) + (0.22f * Step(-3, -9, p.Z) * (1 - crown)));
            wanted += jitter + new Vector3(0.16f * MathF.Sin((p.Y * 0.75f) + wave), 0, 0.1f * MathF.Cos((p.Y * 0.75f) + wave)) * (bun ? 0 : Step(0.2f, 0.5f, t));
            wanted += p.Y < -4 && !bun ? new Vector3(-side * 0.12f, 0, 0.10f) : Vector3.Zero;

            // On the head hair is combed along it; only what has left it falls freely.
            Vector3 away = Vector3.Normalize(p - _head.Radius.Centre);
            wanted -= away * (Math.Max(0, Vector3.Dot(wanted, away)) * Step(-5, 3, p.Y));
            direction = Vector3.Normalize(Vector3.Lerp(direction, Vector3.Normalize(wanted), 0.6f));
            float lift = (layer + (stray == true ? 0.5f : 0)) * (0.3f + (0.7f * Step(-0.03f, 0.25f, t)));
            p = Outside(p + (direction * step), lift);
            p = Hug(p, lift);
            p = bun ? p : BesideFace(p, side, layer);
        }

        return count;
    }

    private static int AroundBun(ref Lot lot, Span<Vector3> points)
    {
        const int Count = 20;
        Vector3 centre = BunBase + new Vector3(0, 2.1f, -1);
        Vector3 axis = Vector3.Normalize(new Vector3(lot.Between(-0.35f, 0.35f), 1, lot.Between(-0.4f, 0.4f)));
        Vector3 a = Vector3.Normalize(Vector3.Cross(axis, Vector3.UnitZ)), b = Vector3.Cross(axis, a);
        float height = lot.Between(-0.9f, 0.95f), radius = 2.75f + lot.Between(0, 0.22f), start = lot.Between(0, 6.28f), sweep = lot.Between(1.5f, 3.2f);
        float ring = MathF.Sqrt(1 - (height * height));
        for (int i = 0; i < Count; i++)
        {
            float angle = start + (sweep * i / Count);
            points[i] = centre + (radius * ((axis * (height * 0.85f)) + (ring * ((a * MathF.Cos(angle)) + (b * MathF.Sin(angle))))));
        }

        return Count;
    }

    private Vector3 Outside(Vector3 p, float layer)
    {
        Vector3 from = p - _head.Radius.Centre;
        float distance = from.Length();
        Vector3 direction = from / distance;
        float least = _head.Radius.At(direction) + layer;
        return distance < least ? _head.Radius.Centre + (direction * least) : p;
    }

    // Steps along a tangent drift off a round head; combed hair does not.
    private Vector3 Hug(Vector3 p, float layer)
    {
        Vector3 from = p - _head.Radius.Centre;
        float distance = from.Length(), most = _head.Radius.At(from / distance) + layer;
        return distance > most ? p - (from * ((distance - most) / distance * 0.85f * Step(-1, 6, p.Y))) : p;
    }

    private Vector3 BesideFace(Vector3 p, float side, float layer)
    {
        float jaw = 7.1f + (0.8f * layer) - (0.7f * Step(-3, -9, p.Y));
        float front = Step(-4, -1, p.Z) * Step(8.6f, 5.5f, p.Y) * Step(-16, -10, p.Y);
        if (front > 0 && p.X * side < jaw)
        {
            p.X = Lerp(p.X, side * jaw, front);
        }

        // Hair hangs beside and behind the face, never before it.
        p.Z = p.Y < 6 && p.Y > -12 ? Math.Min(p.Z, Lerp(p.Z, 0.6f + (0.5f * layer), 0.6f)) : p.Z;
        float level = _body.Level(p);
        if (p.Y < -9 && level < 1.07f + (0.04f * layer))
        {
            float spread = (1.07f + (0.04f * layer)) / Math.Max(0.2f, level);
            p = new Vector3(p.X * spread, p.Y, ((p.Z + 5.3f) * spread) - 5.3f);
        }

        return p;
    }
}
