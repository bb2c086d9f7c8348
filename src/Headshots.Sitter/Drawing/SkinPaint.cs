using System.Numerics;
using Headshots.Sitter.Strands;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Drawing;

/// <summary>
/// The colour of skin at a place of the canonical face, linear albedo. Cheek and forehead keep the asked typology angle;
/// lips, lids, nostrils and stubble depart from it as they do in people.
/// </summary>
internal sealed class SkinPaint
{
    private static readonly Vector2[] BrowLine = [new(1.35f, 4.62f), new(2.6f, 4.86f), new(3.8f, 4.9f), new(4.7f, 4.66f), new(5.4f, 4.2f)];

    private readonly SitterScene _scene;
    private readonly Vector3 _skin;
    private readonly Vector3 _lips;
    private readonly Vector3 _hair;
    private readonly float _darkness;
    private readonly (Vector3 At, float Radius)[] _moles;

    public SkinPaint(SitterScene scene)
    {
        _scene = scene;
        _skin = Colour.Skin(scene.Skin.ItaDegrees);
        _hair = Colour.ToLinear(scene.Hair.Colour) * 0.55f;
        _darkness = Step(45, -40, scene.Skin.ItaDegrees);
        Vector3 natural = _skin * Vector3.Lerp(new Vector3(0.92f, 0.56f, 0.60f), new Vector3(0.92f, 0.70f, 0.78f), _darkness);
        Vector3 stick = Vector3.Lerp(new Vector3(0.42f, 0.06f, 0.08f), new Vector3(0.24f, 0.025f, 0.045f), _darkness);
        _lips = Vector3.Lerp(natural, stick, 0.75f * scene.Skin.Lipstick);
        var lot = new Lot(scene.Identity.Seed + 77);
        _moles = new (Vector3, float)[Math.Clamp(scene.Skin.Moles, 0, 8)];
        for (int i = 0; i < _moles.Length; i++)
        {
            _moles[i] = (new Vector3(lot.Between(-5.5f, 5.5f), lot.Between(-7.5f, 6.5f), 4), lot.Between(0.05f, 0.11f));
        }
    }

    public static float BrowDistance(Vector3 rest)
    {
        var p = new Vector2(MathF.Abs(rest.X), rest.Y);
        float best = 99;
        for (int i = 1; i < BrowLine.Length; i++)
        {
            Vector2 a = BrowLine[i - 1], ab = BrowLine[i] - a;
            float t = Math.Clamp(Vector2.Dot(p - a, ab) / ab.LengthSquared(), 0, 1);
            float along = (i - 1 + t) / (BrowLine.Length - 1);
            best = Math.Min(best, Vector2.Distance(p, a + (t * ab)) / (0.95f - (0.55f * along)));
        }

        return rest.Z < 1.5f ? 99 : best;
    }

    /// <param name="p">Rest position, centimetres.</param>
    /// <param name="lip">See <see cref="Geometry.Surface.Paint"/>.</param>
    /// <param name="onFace">False for ears and neck.</param>
    public Vector3 Albedo(Vector3 p, float lip, bool onFace)
    {
        SitterSkin skin = _scene.Skin;
        Vector3 c = _skin * (1 + (skin.Texture * ((0.035f * Fractal(p * 0.9f, 2, 3)) + (0.05f * Value(p * 14, 5)))));
        float blush = (0.55f * Fold(p, new Vector3(4.4f, -0.9f, 3.6f), new Vector3(1.6f, 1.3f, 3)))
            + (0.6f * Blob(p, new Vector3(0, -0.9f, 7), new Vector3(1.1f, 0.9f, 1.5f))) + (onFace ? 0 : 0.25f)
            + (0.25f * Blob(p, new Vector3(0, -7.6f, 5), new Vector3(1.6f, 1, 2)));
        c *= Vector3.Lerp(Vector3.One, new Vector3(1.06f, 0.90f, 0.90f), Math.Min(1, blush) * skin.Redness);
        if (!onFace)
        {
            return p.Y > -4 ? c : Stubble(c, p);
        }

        float underEye = Fold(p, new Vector3(2.9f, 1.55f, 4), new Vector3(1.1f, 0.45f, 2));
        float socket = Fold(p, new Vector3(3.1f, 3.4f, 4), new Vector3(1.5f, 0.55f, 2)) + (0.7f * Fold(p, new Vector3(1.75f, 2.6f, 4), new Vector3(0.5f, 0.7f, 2)));
        c *= Vector3.Lerp(Vector3.One, new Vector3(0.90f, 0.82f, 0.86f), (underEye * (0.45f + (0.006f * _scene.Identity.Age))) + (0.5f * socket));
        c = Marks(c, p, skin);
        c = Lines(c, p);
        c = Stubble(c, p);
        c = ScalpTint(c, p);
        float brow = Step(0.62f, 0.2f, BrowDistance(p)) * (0.5f + (0.14f * _scene.Identity.BrowWeight));
        c = Vector3.Lerp(c, Vector3.Min(_hair, _skin * 0.6f), brow);
        float vermilion = Step(0.36f, 0.62f, lip);
        if (vermilion > 0)
        {
            float furrow = Value(new Vector3(p.X * 7, p.Y * 0.8f, 0), 11);
            Vector3 lips = _lips * (0.93f + (0.1f * furrow) + (p.Y > Geometry.FaceShape.LipSeam ? -0.07f : 0.05f));
            c = Vector3.Lerp(c, lips, vermilion);
        }

        c *= 1 - (0.55f * Bump((p.Y - Geometry.FaceShape.LipSeam) / 0.13f) * Step(2.6f, 2.2f, MathF.Abs(p.X)) * Step(3, 4, p.Z));
        float nostril = Fold(p, new Vector3(0.74f, -1.56f, 6.15f), new Vector3(0.27f, 0.2f, 0.38f));
        c *= Vector3.Lerp(Vector3.One, new Vector3(0.13f, 0.08f, 0.08f), Step(0.25f, 0.75f, nostril));
        c *= 1 - (0.3f * Fold(p, new Vector3(1.75f, -1.25f, 5.4f), new Vector3(0.16f, 0.5f, 0.8f)));
        return c;
    }

    private static float Fold(Vector3 p, Vector3 centre, Vector3 radius) => Blob(p with { X = MathF.Abs(p.X) }, centre, radius);

    private Vector3 Marks(Vector3 c, Vector3 p, SitterSkin skin)
    {
        if (skin.Freckles > 0)
        {
            float where = Fold(p, new Vector3(2.6f, 0.3f, 5), new Vector3(2.6f, 1.8f, 4)) * skin.Freckles;
            float spots = Step(0.45f, 0.75f, Value(p * 4.2f, 21)) + Step(0.5f, 0.8f, Value(p * 6.7f, 22));
            c *= Vector3.Lerp(Vector3.One, new Vector3(0.78f, 0.62f, 0.5f), Math.Min(1, spots) * where * 0.8f);
        }

        foreach ((Vector3 at, float radius) in _moles)
        {
            float d = Vector2.Distance(new Vector2(p.X, p.Y), new Vector2(at.X, at.Y));
            c = d < radius * 2 && p.Z > 0 ? Vector3.Lerp(c, c * new Vector3(0.42f, 0.33f, 0.3f), Step(radius * 1.25f, radius * 0.6f, d)) : c;
        }

        return c;
    }

    // Creases darken a little even where light reaches them: forehead, crow's feet, nose to mouth, under the lower lip.
    private Vector3 Lines(Vector3 c, Vector3 p)
    {
        if (p.Z < 0 || p.Y < -5.5f)
        {
            return c;
        }

        float age = Step(25, 75, _scene.Identity.Age);
        float x = MathF.Abs(p.X);
        float bend = p.Y - (0.12f * MathF.Cos(x * 0.7f)) + (0.1f * Value(p * 0.8f, 31));
        float forehead = Bump(MathF.IEEERemainder(bend - 6.5f, 0.75f) / 0.06f) * Blob(p, new Vector3(0, 6.6f, 5), new Vector3(2.8f, 0.75f, 3)) * age;
        float feet = Bump(MathF.IEEERemainder((p.Y - 2.6f) / Math.Max(0.4f, x - 4.1f), 0.42f) / 0.07f) * Fold(p, new Vector3(5.5f, 2.5f, 2.4f), new Vector3(0.5f, 0.8f, 1.5f)) * age;
        float fold = Bump((x - (1.75f + (0.36f * (-1.3f - p.Y)) + (0.35f * _scene.Expression.Smile * Step(-1.3f, -3.5f, p.Y)))) / 0.13f)
            * Step(-0.8f, -1.6f, p.Y) * Step(-4.6f, -3.4f, p.Y) * Step(2, 4, p.Z) * (0.3f + (0.7f * age) + (0.25f * Math.Max(0, _scene.Expression.Smile)));
        return c * (1 - (0.16f * Math.Min(1, forehead + feet)) - (0.17f * Math.Min(1, fold)));
    }

    private Vector3 Stubble(Vector3 c, Vector3 p)
    {
        float amount = _scene.Hair.Facial switch
        {
            FacialHair.Stubble => 0.5f,
            FacialHair.Beard => 0.6f,
            FacialHair.Moustache => BeardZone.IsMoustache(p) ? 0.6f : 0.12f,
            _ => 0,
        };
        if (amount == 0)
        {
            return c;
        }

        amount *= BeardZone.Depth(p);
        return amount <= 0 ? c : Vector3.Lerp(c, Vector3.Min(_hair, c * 0.7f), Math.Clamp(amount * (0.75f + (0.5f * Value(p * 11, 41))), 0, 1));
    }

    private Vector3 ScalpTint(Vector3 c, Vector3 p)
    {
        float amount = _scene.Hair.Style switch
        {
            HairStyle.Bald => 0.07f,
            HairStyle.Shaved => 0.72f,
            _ => 0.6f,
        };
        float depth = Scalp.Depth(p);
        if (depth < -0.5f)
        {
            return c;
        }

        depth += 0.35f * Value(p * 1.4f, 51);
        return Vector3.Lerp(c, Vector3.Min(_hair, c), amount * Step(-0.15f, 1.1f, depth) * (0.85f + (0.3f * Value(p * 10, 52))));
    }
}
