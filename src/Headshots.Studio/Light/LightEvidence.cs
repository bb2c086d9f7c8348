using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Light;

/// <summary>
/// What things that are not skin say of the light: the whites of the eyes, the lamps mirrored in them, teeth, the
/// brightest of everything else, and whatever is grey around the sitter. A face's own tone is never asked, so that no tone counts as wrong.
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
    /// Linear luminances in ordinary light, measured on the faces of the validation tables, whatever their skin: of the
    /// brightest things around (0.40 to 1), the whites of eyes (0.12 to 0.84), teeth (0.56 to 0.84) and catchlights
    /// (0.4 to 1). Each alone may be dark in good light: cloth, deep eye sockets, a diffuse sky.
    /// </summary>
    private const float LitSurroundings = 0.9f;
    private const float LitEyes = 0.5f;
    private const float LitTeeth = 0.7f;
    private const float LitCatchlights = 0.75f;

    /// <summary>
    /// Stops by which even the brightest of these falls short in ordinary light: 0.35 at most. From here on a photo is
    /// called dark, and by so many more it is believed to be as dark as they say.
    /// </summary>
    private const float Ordinary = 0.4f;
    private const float Doubt = 0.25f;

    /// <summary>Stops that are believed at most: beyond, brightening shows the noise and the file's few levels.</summary>
    private const float MostStops = 2;

    /// <summary>The whites of eyes in glaring light and in calm, and the share of the surroundings that such a photo has lost to white.</summary>
    private const float GlaringEyes = 0.8f;
    private const float CalmEyes = 0.6f;
    private const float Lost = 0.02f;

    /// <summary>Stops of darkening at most: what was lost to white does not come back, and would turn grey.</summary>
    private const float MostDarkening = 0.5f;

    /// <summary>By how many stops the photo is too dark (positive) or too bright; 0 when nothing says so.</summary>
    public required float Stops { get; init; }

    /// <summary>Linear R, G and B of what is white in this light, with the luminance of white; one when it is white.</summary>
    public required Vector3 Illuminant { get; init; }

    public bool HasCast => Illuminant != Vector3.One;

    /// <param name="eyes">The whites of the eyes.</param>
    /// <param name="teeth">Teeth.</param>
    /// <param name="catchlights">Linear luminance of the lamps' reflections in the eyes; null where they cannot be seen.</param>
    /// <param name="around">Everything but the face.</param>
    public static LightEvidence Weigh(Whites eyes, Whites teeth, float? catchlights, Surroundings around)
    {
        float dark = Darkness(eyes, teeth, catchlights, around);
        return new LightEvidence
        {
            Stops = dark > 0 ? Math.Min(dark, MostStops) : -Math.Min(Glare(eyes, around), MostDarkening),
            Illuminant = IlluminantFrom(eyes, teeth, around),
        };
    }

    /// <summary>
    /// By how many stops the photo is too dark: as many as the brightest of all evidence falls short of ordinary light.
    /// So it is never made brighter than any one of them allows.
    /// </summary>
    private static float Darkness(Whites eyes, Whites teeth, float? catchlights, Surroundings around)
    {
        if (!eyes.Seen)
        {
            return 0;
        }

        float brightest = Math.Max(around.Brightest / LitSurroundings, eyes.Luminance / LitEyes);
        brightest = Math.Max(brightest, teeth.Seen ? teeth.Luminance / LitTeeth : 0);
        brightest = Math.Max(brightest, (catchlights ?? 0) / LitCatchlights);
        float stops = -MathF.Log2(brightest);
        return stops * Believed(stops - Ordinary);
    }

    /// <summary>By how many stops it is too bright: both the eyes and what was lost to white must say so.</summary>
    private static float Glare(Whites eyes, Surroundings around) => !eyes.Seen
        ? 0
        : Math.Max(0, MathF.Log2(eyes.Luminance / CalmEyes))
            * Believed(MathF.Log2(eyes.Luminance / GlaringEyes))
            * Believed(Doubt * ((around.Clipped / Lost) - 1));

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
