using System.Numerics;
using Headshots.Sitter.Geometry;
using Headshots.Sitter.Strands;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Drawing;

/// <summary>A point of a surface, as the shader wants it.</summary>
internal struct Fragment
{
    public Vector3 Position;
    public Vector3 Normal;
    public Vector3 Rest;
    public float Paint;
    public float Sky;
    public float Key;
}

/// <summary>
/// Light on skin, eyes, cloth and hair, in linear light: a white card facing the key is 1. Skin lets red light wrap further
/// round than blue, which is what subsurface scattering looks like from a distance; shine is Blinn-Phong with Schlick's
/// Fresnel, hair is Kajiya and Kay's (1989).
/// </summary>
internal sealed class Shader
{
    private readonly SitterScene _scene;
    private readonly SkinPaint _skin;
    private readonly Vector3 _keyDirection;
    private readonly Vector3 _up;
    private readonly Vector3 _white;
    private readonly float _key;
    private readonly float _fill;
    private readonly Vector3 _hair;
    private readonly bool _curls;
    private readonly Vector3 _iris;

    public Shader(SitterScene scene, Vector3 keyDirection, Vector3 up)
    {
        _scene = scene;
        _skin = new SkinPaint(scene);
        _keyDirection = keyDirection;
        _up = up;
        _fill = 1 / scene.Light.KeyFillRatio;
        _key = 1 - _fill;
        _white = Colour.Temperature(scene.Light.ColourTemperature) * MathF.Pow(2, scene.Light.Exposure);
        _hair = HairDresser.MeanColour(scene.Hair);
        _curls = scene.Hair.Style is HairStyle.Curly or HairStyle.Afro;
        _iris = Colour.ToLinear(scene.Outfit.Iris);
    }

    public Vector3 Shade(Surface surface, Fragment f)
    {
        Vector3 view = -Vector3.Normalize(f.Position);
        if (Vector3.Dot(f.Normal, view) < 0 && surface.Material is not Material.Eye)
        {
            f.Normal = -f.Normal;
        }

        return _white * surface.Material switch
        {
            Material.Skin => Skin(surface, f, view),
            Material.Eye => Eye(f, view),
            Material.Mouth => new Vector3(0.07f, 0.018f, 0.018f) * f.Sky,
            Material.Teeth => Diffuse(f, new Vector3(0.70f, 0.66f, 0.58f) * (1 - (0.25f * Bump(MathF.IEEERemainder(f.Rest.X, 0.62f) / 0.04f))), 0.3f),
            Material.Frame => Diffuse(f, Colour.ToLinear(surface.Tint), 0) + Shine(f, view, 60, 0.5f),
            Material.HairCap => HairMass(surface, f),
            _ => Cloth(surface, f, view),
        };
    }

    /// <summary>A point of a strand.</summary>
    public Vector3 Strand(Vector3 position, Vector3 tangent, Vector3 outward, Vector3 albedo, float sky, float key)
    {
        Vector3 view = -Vector3.Normalize(position);
        float alongLight = Vector3.Dot(tangent, _keyDirection), alongView = Vector3.Dot(tangent, view);
        float sineLight = MathF.Sqrt(Math.Max(0, 1 - (alongLight * alongLight))), sineView = MathF.Sqrt(Math.Max(0, 1 - (alongView * alongView)));
        float facing = Step(-0.55f, 0.7f, Vector3.Dot(outward, _keyDirection));
        float occlusion = Lerp(1, 0.2f + (0.8f * sky), _scene.Light.Occlusion);
        float ambient = _fill * occlusion * (0.9f + (0.25f * Vector3.Dot(outward, _up)));
        float lit = _key * facing * key;
        float cosine = Math.Max(0, (sineLight * sineView) - (alongLight * alongView));
        float sheen = MathF.Pow(cosine, 28) * lit * _scene.Light.Shine;
        Vector3 gloss = (new Vector3(0.05f) + (0.32f * albedo)) * sheen;
        return _white * ((albedo * (ambient + (lit * (0.35f + (0.65f * sineLight))))) + gloss);
    }

    // Shaded like the strands that lie on it, a little darker: they are combed along the fall line of the surface.
    private Vector3 HairMass(Surface surface, in Fragment f)
    {
        bool curtain = surface.Variant == 2;
        Vector3 grain = _curls ? f.Rest * 3.2f : f.Rest * (curtain ? new Vector3(6, 3, 1) : new Vector3(5, 1, 5));
        float streak = Value(grain, 61) + (curtain ? 0.6f * Value(grain * 0.23f, 62) : 0);
        Vector3 albedo = _hair * (curtain ? 0.95f + (0.17f * streak) : 0.72f + (0.2f * streak));
        Vector3 down = -_up + (Vector3.Dot(_up, f.Normal) * f.Normal);
        float length = down.Length();
        Vector3 tangent = _curls || length < 0.05f ? f.Normal : down / length;
        return Strand(f.Position, tangent, f.Normal, albedo, f.Sky, f.Key) / _white;
    }

    // What is hidden from the room still gets light from its own neighbours.
    private float Occluded(in Fragment f) => Lerp(1, 0.24f + (0.76f * f.Sky), _scene.Light.Occlusion);

    private Vector3 Diffuse(in Fragment f, Vector3 albedo, float wrap)
    {
        float cos = Vector3.Dot(f.Normal, _keyDirection);
        float key = _key * Math.Max(0, (cos + wrap) / (1 + wrap)) * f.Key;
        return albedo * (key + Ambient(f));
    }

    private float Ambient(in Fragment f)
    {
        float gradient = _scene.Light.KeyFillRatio > 1 ? 0.16f * Vector3.Dot(f.Normal, _up) : 0;
        return _fill * Occluded(f) * (1 + gradient);
    }

    private Vector3 Shine(in Fragment f, Vector3 view, float power, float strength)
    {
        var half = Vector3.Normalize(view + _keyDirection);
        float cos = Math.Max(0, Vector3.Dot(f.Normal, half));
        float fresnel = 0.04f + (0.96f * MathF.Pow(1 - Math.Max(0, Vector3.Dot(view, half)), 5));
        float lobe = MathF.Pow(cos, power) * (power + 8) / 25;
        float facing = Step(-0.05f, 0.25f, Vector3.Dot(f.Normal, _keyDirection));
        return new Vector3(strength * fresnel * lobe * _key * f.Key * facing * _scene.Light.Shine);
    }

    private Vector3 Skin(Surface surface, Fragment f, Vector3 view)
    {
        bool onFace = surface.Variant == 0;
        Vector3 albedo = _skin.Albedo(f.Rest, f.Paint, onFace);
        float lips = onFace ? Step(0.4f, 0.7f, f.Paint) : 0;
        float texture = _scene.Skin.Texture;
        if (texture > 0 && _scene.Light.Shine > 0)
        {
            Vector3 p = f.Rest * 9;
            f.Normal = Vector3.Normalize(f.Normal + (0.035f * texture * new Vector3(Value(p, 71), Value(p, 72), 0)));
        }

        float cos = Vector3.Dot(f.Normal, _keyDirection);
        Vector3 wrapped = Vector3.Max(Vector3.Zero, (new Vector3(cos) + Wrap) / (Vector3.One + Wrap));
        float soft = MathF.Sqrt(f.Key);
        Vector3 shadow = new(Lerp(f.Key, soft, 0.5f), Lerp(f.Key, soft, 0.12f), f.Key);
        float occlusion = Occluded(f);

        // Light that has been inside the skin of a crevice comes out redder.
        Vector3 crevice = new(MathF.Pow(occlusion, 0.72f), occlusion, MathF.Pow(occlusion, 1.08f));
        Vector3 ambient = crevice * (Ambient(f) / Math.Max(1e-3f, occlusion));
        Vector3 colour = albedo * ((_key * wrapped * shadow) + ambient);
        float oil = onFace ? 0.55f + (0.6f * Blob(f.Rest, new Vector3(0, 2, 6), new Vector3(1.2f, 5, 3))) : 0.4f;
        colour += Shine(f, view, 14, 0.42f * oil) + Shine(f, view, 55, (0.10f * oil) + (0.5f * lips));
        float rim = MathF.Pow(1 - Math.Max(0, Vector3.Dot(f.Normal, view)), 4);
        return colour + new Vector3(0.035f * rim * Ambient(f) * _scene.Light.Shine);
    }

    private static Vector3 Wrap { get; } = new(0.30f, 0.16f, 0.10f);

    private Vector3 Eye(Fragment f, Vector3 view)
    {
        Vector3 d = Vector3.Normalize(f.Rest);
        float r = MathF.Sqrt((d.X * d.X) + (d.Y * d.Y)) * Eyeball.Radius;
        float angle = MathF.Atan2(d.Y, d.X);
        Vector3 sclera = Vector3.Lerp(new Vector3(0.60f, 0.57f, 0.54f), new Vector3(0.46f, 0.32f, 0.29f), Step(0.7f, 1.15f, r));
        float veins = Step(0.55f, 0.8f, Value(new Vector3(angle * 9, r * 3, 2), 81)) * Step(0.7f, 1.1f, r);
        sclera *= Vector3.Lerp(Vector3.One, new Vector3(0.95f, 0.78f, 0.76f), 0.5f * veins);
        float fibre = 0.75f + (0.5f * Value(new Vector3(MathF.Cos(angle) * 9, MathF.Sin(angle) * 9, r * 2.2f), 82));
        Vector3 iris = _iris * (fibre * Lerp(1.5f, 0.75f, Step(0.25f, 0.5f, r))) * (1 - (0.8f * Step(0.46f, 0.58f, r)));
        Vector3 albedo = Vector3.Lerp(iris, sclera, Step(Eyeball.IrisRadius - 0.035f, Eyeball.IrisRadius + 0.035f, r));
        albedo *= Step(0.185f, 0.225f, r) * new Vector3(0.97f) + new Vector3(0.008f);
        float lidShade = 1 - (0.4f * Step(0.1f, 0.62f, d.Y * Eyeball.Radius)) - (0.12f * Step(-0.15f, -0.5f, d.Y * Eyeball.Radius));
        f.Sky = Lerp(f.Sky, 1, 0.75f);
        f.Key = Lerp(f.Key, 1, 0.5f);
        Vector3 colour = Diffuse(f, albedo, 0.35f) * lidShade;
        float cornea = r < 0.62f ? 1 : 0.25f;
        Vector3 bulged = Vector3.Normalize(f.Normal + (0.75f * (f.Normal - (Vector3.Dot(f.Normal, view) * view))));
        Vector3 mirrored = Vector3.Reflect(-view, bulged);
        float lamp = Step(MathF.Cos(15 * MathF.PI / 180), MathF.Cos(9 * MathF.PI / 180), Vector3.Dot(mirrored, _keyDirection));
        Vector3 window = Vector3.Normalize((_up * 0.55f) + new Vector3(_keyDirection.X > 0 ? -0.25f : 0.25f, 0, 1));
        float second = Step(MathF.Cos(10 * MathF.PI / 180), MathF.Cos(7 * MathF.PI / 180), Vector3.Dot(mirrored, window));
        float shine = _scene.Light.Shine * cornea;
        return colour + new Vector3(shine * ((0.9f * lamp * _key) + (0.22f * second * _fill)));
    }

    private Vector3 Cloth(Surface surface, Fragment f, Vector3 view)
    {
        bool scarf = surface.Material == Material.Scarf;
        Vector3 tint = Colour.ToLinear(surface.Tint);
        Vector3 p = f.Rest;
        float weave = 0.05f * Value(p * 13, 91) * (scarf ? 0.5f : 1);
        float folds = scarf ? 0.5f : 0.85f;
        Vector3 q = new(p.X * 0.20f, p.Y * 0.085f, p.Z * 0.16f);
        f.Normal = Vector3.Normalize(f.Normal + (folds * new Vector3(Fractal(q, 3, 92), 0.6f * Fractal(q, 3, 96), 0)));
        float marks = 1;
        if (surface.Variant == 1 && !scarf)
        {
            marks = 0.92f + (0.08f * MathF.Sin(MathF.Atan2(p.X, p.Z + 5.5f) * 190));
        }
        else if (surface.Variant == 2)
        {
            float placket = Bump((MathF.Abs(p.X) - 1.5f) / 0.06f);
            float button = Step(0.5f, 0.42f, new Vector2(p.X, MathF.IEEERemainder(p.Y + 20, 8.5f)).Length());
            marks = p.Z > 0 ? 1 - (0.25f * placket) - (0.22f * button) : 1;
        }

        else if (surface.Variant == 3 && !scarf)
        {
            marks = 1.02f - (0.16f * Bump((f.Paint - 0.9f) / 0.018f)) - (0.3f * Step(0.965f, 1, f.Paint));
        }

        Vector3 lit = Diffuse(f, tint * ((1 + weave) * marks), 0.2f);
        float fuzz = MathF.Pow(1 - Math.Max(0, Vector3.Dot(f.Normal, view)), 3) * 0.05f;
        return lit + (tint * fuzz) + new Vector3(fuzz * 0.1f * f.Sky);
    }
}
