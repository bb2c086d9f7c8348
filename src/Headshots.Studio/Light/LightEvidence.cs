using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Light;

/// <summary>
/// What things that are not skin say of the light: the whites of the eyes, teeth, the brightest of everything else, and
/// whatever is grey around the sitter. A face's own tone is never asked, so that no tone counts as wrong.
/// </summary>
internal sealed record LightEvidence
{
    /// <summary>ln R/G and ln B/G of the whites of eyes and of teeth in white light: neither is a grey card.</summary>
    private static readonly Vector2 _whiteOfEyes = new(0.12f, -0.08f);
    private static readonly Vector2 _whiteOfTeeth = new(0.10f, -0.22f);

    /// <summary>How far two chromaticities may lie apart and still be the same, and from where on one is a cast.</summary>
    private const float Same = 0.08f;
    private const float Cast = 0.13f;

    /// <summary>
    /// Linear luminance of the whites of eyes: beyond these the light is called wrong, and these would be right. Measured
    /// on faces in ordinary light: 0.11 to 0.79, so that alone they say little.
    /// </summary>
    private const float DimEyes = 0.28f;
    private const float GlaringEyes = 0.72f;
    private const float LitEyes = 0.36f;
    private const float CalmEyes = 0.55f;

    /// <summary>The same of the brightest things around: 0.6 to 1 in ordinary light, unless all is dark cloth.</summary>
    private const float DimWhite = 0.5f;
    private const float White = 0.75f;

    /// <summary>Share of the surroundings that a glaring photo has lost to white.</summary>
    private const float Lost = 0.02f;

    /// <summary>Stops beyond the limit over which belief grows from none to full.</summary>
    private const float Doubt = 0.25f;

    /// <summary>Stops that are believed at most.</summary>
    private const float MostStops = 1.5f;

    /// <summary>By how many stops the photo is too dark (positive) or too bright; 0 when nothing says so.</summary>
    public required float Stops { get; init; }

    /// <summary>Linear R, G and B of what is white in this light, with the luminance of white; one when it is white.</summary>
    public required Vector3 Illuminant { get; init; }

    public bool HasCast => Illuminant != Vector3.One;

    public static LightEvidence Weigh(Whites eyes, Whites teeth, Surroundings around) => new()
    {
        Stops = Math.Clamp(StopsFrom(eyes, around), -MostStops, MostStops),
        Illuminant = IlluminantFrom(eyes, teeth, around),
    };

    /// <summary>Dark only if both the eyes and the brightest of everything else are; bright likewise.</summary>
    private static float StopsFrom(Whites eyes, Surroundings around)
    {
        if (!eyes.Seen)
        {
            return 0;
        }

        float dark = Math.Min(
            MathF.Log2(LitEyes / eyes.Luminance) * Believed(MathF.Log2(DimEyes / eyes.Luminance)),
            MathF.Log2(White / around.White) * Believed(MathF.Log2(DimWhite / around.White)));
        float bright = MathF.Log2(eyes.Luminance / CalmEyes)
            * Believed(MathF.Log2(eyes.Luminance / GlaringEyes))
            * Believed(Doubt * ((around.Clipped / Lost) - 1));
        return dark > 0 ? dark : -Math.Max(0, bright);
    }

    private static float Believed(float beyond) => Math.Clamp(beyond / Doubt, 0, 1);

    /// <summary>
    /// A colour is believed to be the light's when the whites of eyes or teeth have it and many things around have it too,
    /// more than are grey already. Either alone may be the colour of something.
    /// </summary>
    private static Vector3 IlluminantFrom(Whites eyes, Whites teeth, Surroundings around)
    {
        if (!eyes.Seen && !teeth.Seen)
        {
            return Vector3.One;
        }

        Vector2 fromEyes = eyes.Ratios - _whiteOfEyes;
        Vector2 fromTeeth = teeth.Ratios - _whiteOfTeeth;
        Vector2 white = !teeth.Seen ? fromEyes : !eyes.Seen ? fromTeeth : ((2 * fromEyes) + fromTeeth) / 3;
        bool quarrel = eyes.Seen && teeth.Seen && Vector2.Distance(fromEyes, fromTeeth) > 2.5f * Same;
        if (quarrel || white.Length() < Cast)
        {
            return Vector3.One;
        }

        Vector2 edges = around.GreyEdge;
        float along = Vector2.Dot(edges, white) / white.LengthSquared();
        float aside = Vector2.Distance(edges, along * white);
        bool edgesAgree = along > 0.4f && aside < 0.5f * edges.Length();
        bool greysAgree = around.ShareNear(white, Same) > 2 * around.ShareNear(Vector2.Zero, Same);
        if (!edgesAgree || !greysAgree)
        {
            return Vector3.One;
        }

        // The cautious one of the two, along the colour that the whites say.
        white *= Math.Min(1, Math.Max(along, 0.6f));
        Vector3 light = new(MathF.Exp(white.X), 1, MathF.Exp(white.Y));
        return light / Xyz.Luminance(light);
    }
}
