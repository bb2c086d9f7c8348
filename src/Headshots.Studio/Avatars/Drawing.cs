using System.Numerics;

namespace Headshots.Studio.Avatars;

/// <summary>Puts a drawing together from areas, lines and ground.</summary>
internal static class Drawing
{
    /// <summary>Lab of ink: nearly black, and warm.</summary>
    private static readonly Vector4 _ink = new(9, 2, 2, 0);

    /// <summary>Lab of the paper that a wash lets through.</summary>
    private static readonly Vector4 _paper = new(97, 0, 2, 0);

    /// <summary>Below this lightness, and half a stroke above, a pen fills hair and clothes with ink.</summary>
    private const float FilledBelow = 27;
    private const float FilledFrom = 37;

    /// <param name="seen">The person's own colours, everywhere.</param>
    /// <param name="parts">What is what.</param>
    /// <param name="style">How to draw.</param>
    /// <param name="brand">Colours of ground and clothes.</param>
    public static Sheet Make(Sheet seen, FigureParts parts, AvatarStyle style, BrandColours brand)
    {
        float unit = seen.Size / 512f;
        Vector2[] flow = Flow.Of(seen, 2 * unit);
        Sheet areas = Abstraction.Apply(seen, flow, 2.6f * unit, style.Range, style.Rounds);
        Sheet calm = Abstraction.Apply(seen, flow, 1.6f * unit, 4, 1);
        float[] lines = LineArt.Draw(calm, flow, style.LineWidth * unit, style.LineFrom, 0.55f);
        Sheet skinAreas = Abstraction.Apply(areas, flow, 3.5f * unit, 1.6f * style.Range, 2);
        Sheet painted = Paint(areas, skinAreas, calm, parts, style);
        if (brand.Clothes.Count > 0)
        {
            Dye(painted, parts, brand.Clothes);
        }

        Finish(painted, areas, lines, parts, style, brand.Ground);
        return painted;
    }

    /// <summary>
    /// A few tones, skin's from skin alone, or grey hair would lend its grey to a forehead; in the eyes and on the lips
    /// more of what is seen.
    /// </summary>
    private static Sheet Paint(Sheet areas, Sheet skinAreas, Sheet calm, FigureParts parts, AvatarStyle style)
    {
        float[] skin = [.. Enumerable.Range(0, parts.Skin.Length).Select(i => parts.Person[i] * parts.Skin[i] * (1 - parts.Features[i]))];
        float[] rest = [.. parts.Person.Zip(parts.Skin, (person, share) => person * (1 - share))];
        Sheet skinTones = InTones(skinAreas, Tones.Shades(skinAreas, skin, style.SkinTones), style.Softness);
        Sheet painted = InTones(areas, Tones.Find(areas, rest, style.Tones), style.Softness);
        (Vector4 mean, Vector4 drift) = SkinDrift(areas, skinTones, skin);
        for (int i = 0; i < painted.Pixels.Length; i++)
        {
            // Stubble is skin to a painter, and so are a shaved head and shadows that were taken for a beard.
            float stubble = parts.Face[i] * (1 - Math.Clamp((mean.X - areas.Pixels[i].X - 8) / 12, 0, 1));
            float share = Math.Max(parts.Skin[i], stubble);
            float alike = 1 - Math.Clamp((Vector4.Distance(areas.Pixels[i], mean) - 9) / 10, 0, 1);
            parts.Skin[i] = Math.Max(share, alike);
            Vector4 other = painted.Pixels[i] * new Vector4(1, style.Chroma, style.Chroma, 0);
            Vector4 tone = Vector4.Lerp(other, skinTones.Pixels[i] - drift, share);
            painted.Pixels[i] = Vector4.Lerp(tone, calm.Pixels[i], style.FeatureShare * parts.Features[i]);
        }

        return painted;
    }

    private static Sheet InTones(Sheet areas, Vector4[] tones, float softness)
    {
        Sheet painted = new(areas.Size);
        areas.Pixels.CopyTo(painted.Pixels, 0);
        if (tones.Length > 0)
        {
            Tones.Apply(painted, tones, softness);
        }

        return painted;
    }

    /// <summary>
    /// The mean colour of skin, and by how much the few tones have moved it: taken back, so that the tone stays theirs.
    /// </summary>
    private static (Vector4 Mean, Vector4 Drift) SkinDrift(Sheet before, Sheet after, float[] skin)
    {
        Vector4 mean = Vector4.Zero;
        Vector4 drift = Vector4.Zero;
        float weights = 0;
        for (int i = 0; i < skin.Length; i++)
        {
            mean += skin[i] * before.Pixels[i];
            drift += skin[i] * (after.Pixels[i] - before.Pixels[i]);
            weights += skin[i];
        }

        return weights > 0 ? (mean / weights, drift / weights) : (Vector4.Zero, Vector4.Zero);
    }

    /// <summary>Clothes in the brand's colour that is nearest to their own, with their folds.</summary>
    private static void Dye(Sheet painted, FigureParts parts, IReadOnlyList<Vector4> colours)
    {
        Vector4 mean = Vector4.Zero;
        float weights = 0;
        for (int i = 0; i < painted.Pixels.Length; i++)
        {
            float share = parts.Clothes[i] * parts.Person[i];
            mean += share * painted.Pixels[i];
            weights += share;
        }

        mean /= Math.Max(weights, 1);
        Vector4 colour = colours.MinBy(c => Vector4.DistanceSquared(c, mean));
        for (int i = 0; i < painted.Pixels.Length; i++)
        {
            Vector4 dyed = colour with { X = Math.Clamp(colour.X + (0.7f * (painted.Pixels[i].X - mean.X)), 3, 97) };
            painted.Pixels[i] = Vector4.Lerp(painted.Pixels[i], dyed, parts.Clothes[i]);
        }
    }

    private static void Finish(Sheet painted, Sheet areas, float[] lines, FigureParts parts, AvatarStyle style, Vector4 ground)
    {
        for (int i = 0; i < painted.Pixels.Length; i++)
        {
            float wash = style.Wash * (1 - (0.75f * parts.Skin[i])) * (1 - parts.Features[i]);
            Vector4 colour = Vector4.Lerp(painted.Pixels[i], _paper, wash);
            float ink = style.LineStrength * lines[i];
            if (style.Wash > 0)
            {
                float fill = Math.Clamp((FilledFrom - areas.Pixels[i].X) / (FilledFrom - FilledBelow), 0, 1);
                ink = Math.Max(ink, fill * (1 - parts.Skin[i]));
            }

            colour = Vector4.Lerp(colour, _ink, ink);

            // A thin line around the person holds light hair and clothes against a light ground.
            float edge = 4 * parts.Person[i] * (1 - parts.Person[i]);
            Vector4 behind = Vector4.Lerp(ground, _ink, edge * style.LineStrength * 0.8f);
            painted.Pixels[i] = Vector4.Lerp(behind, colour, parts.Person[i]);
        }
    }
}
