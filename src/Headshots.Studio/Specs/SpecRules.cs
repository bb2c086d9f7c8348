namespace Headshots.Studio.Specs;

/// <summary>The ranges and combinations a document must keep.</summary>
internal static class SpecRules
{
    public static IEnumerable<SpecError> Check(PortraitSpec spec)
    {
        List<SpecError?> errors = [.. Sections(spec)];
        if (errors.Count == 0)
        {
            errors =
            [
                .. Framing(spec.Framing),
                .. BackgroundRules.Check(spec.Background),
                .. TreatmentRules.Light(spec.Light),
                Range("$.retouch.strength", spec.Retouch.Strength, 0, 1),
                .. TreatmentRules.Attire(spec.Attire),
                .. TreatmentRules.Avatar(spec.Avatar),
                .. OutputRules.Check(spec.Output),
            ];
        }

        if (spec.Name is not { Length: >= 1 and <= 80 })
        {
            errors.Insert(0, new("$.name", "A name has 1 to 80 characters."));
        }

        return errors.OfType<SpecError>();
    }

    /// <summary>JSON can say null where a section is expected, whatever the types promise.</summary>
    private static IEnumerable<SpecError> Sections(PortraitSpec spec) =>
        new (string Name, object? Section)[]
        {
            ("background", spec.Background), ("framing", spec.Framing), ("light", spec.Light),
            ("retouch", spec.Retouch), ("attire", spec.Attire), ("avatar", spec.Avatar), ("output", spec.Output),
        }
        .Where(s => s.Section is null)
        .Select(s => new SpecError($"$.{s.Name}", "null is not allowed; leave the section out to get its defaults."));

    private static IEnumerable<SpecError?> Framing(FramingSpec framing)
    {
        if (framing.Aspect is null || !FramingSpec.Aspects.ContainsKey(framing.Aspect))
        {
            yield return new("$.framing.aspect", $"The aspect is one of {string.Join(", ", FramingSpec.Aspects.Keys)}.");
        }

        yield return Range("$.framing.faceHeight", framing.FaceHeight, 0.40f, 0.80f);
        yield return Range("$.framing.eyeLine", framing.EyeLine, 0.25f, 0.60f);
        yield return Range("$.framing.centreOffset", framing.CentreOffset, -0.25f, 0.25f);
        yield return Range("$.framing.lookRoom", framing.LookRoom, 0, 0.15f);
        yield return Range("$.framing.perspective", framing.Perspective, 0, 1);
        yield return OneOf("$.framing.guide", framing.Guide, FramingSpec.Guides);

        // The eyes lie about half-way between crown and chin: both must find room in the frame.
        float half = framing.FaceHeight / 2;
        if (framing.EyeLine < half - 0.04f || framing.EyeLine + half > 1.0f)
        {
            yield return new(
                "$.framing",
                $"A face height of {framing.FaceHeight:0.##} with the eyes at {framing.EyeLine:0.##} cuts the head; " +
                $"put the eye line between {half:0.##} and {1 - half:0.##}.");
        }
    }

    public static SpecError? Range(string path, float value, float low, float high) =>
        value >= low && value <= high ? null : new(path, $"{value} is outside {low} to {high}.");

    public static SpecError? OneOf(string path, string? value, IEnumerable<string> allowed) =>
        value is not null && allowed.Contains(value, StringComparer.Ordinal)
            ? null
            : new(path, $"This is one of {string.Join(", ", allowed)}{(value is null ? string.Empty : $"; here it is \"{value}\"")}.");
}
