namespace Headshots.Studio.Specs;

/// <summary>The ranges and combinations a document must keep.</summary>
internal static class SpecRules
{
    private static readonly string[] _formats = ["jpeg", "png", "webp", "avif"];

    public static IEnumerable<SpecError> Check(PortraitSpec spec)
    {
        List<SpecError?> errors = [.. Sections(spec)];
        if (errors.Count == 0)
        {
            errors = [.. Framing(spec.Framing), .. Background(spec.Background), .. Treatment(spec), .. Output(spec.Output)];
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
            ("retouch", spec.Retouch), ("attire", spec.Attire), ("output", spec.Output),
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

    private static IEnumerable<SpecError?> Background(BackgroundSpec background)
    {
        switch (background)
        {
            case LinearBackground linear:
                yield return Range("$.background.angle", linear.Angle, -360, 360);
                break;
            case RadialBackground radial:
                yield return Range("$.background.centreX", radial.CentreX, 0, 1);
                yield return Range("$.background.centreY", radial.CentreY, 0, 1);
                yield return Range("$.background.radius", radial.Radius, 0.1f, 2);
                break;
        }
    }

    private static IEnumerable<SpecError?> Treatment(PortraitSpec spec)
    {
        if (spec.Light.Key != "as-shot")
        {
            yield return new("$.light.key", "The light is \"as-shot\"; this version does not relight.");
        }

        if (spec.Retouch.Strength != 0)
        {
            yield return new("$.retouch.strength", "The strength is 0; this version does not retouch.");
        }

        if (spec.Attire.Mode != "keep")
        {
            yield return new("$.attire.mode", "The mode is \"keep\"; this version does not change clothes.");
        }
    }

    private static IEnumerable<SpecError?> Output(OutputSpec output)
    {
        yield return Range("$.output.height", output.Height, 96, 4096);
        yield return Range("$.output.quality", output.Quality, 50, 100);
        if (output.Renditions is not { Count: <= 16 } renditions)
        {
            yield return new("$.output.renditions", "A list of up to 16 renditions is expected.");
            yield break;
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < renditions.Count; i++)
        {
            string path = $"$.output.renditions[{i}]";
            foreach (SpecError? error in renditions[i] is { } rendition
                ? Rendition(path, rendition, names)
                : [new SpecError(path, "null is not allowed.")])
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<SpecError?> Rendition(string path, RenditionSpec rendition, HashSet<string> names)
    {
        if (rendition.Name is not { Length: >= 1 and <= 40 } name || !name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
        {
            yield return new($"{path}.name", "A rendition's name has 1 to 40 of a-z, 0-9 and hyphen.");
        }
        else if (!names.Add(name))
        {
            yield return new($"{path}.name", $"The name \"{name}\" is used twice.");
        }

        yield return Range($"{path}.width", rendition.Width, 32, 4096);
        yield return Range($"{path}.height", rendition.Height, 32, 4096);
        if (rendition.Width > 0 && rendition.Height > 0 && (float)rendition.Width / rendition.Height is < 0.5f or > 1.5f)
        {
            yield return new(path, "A rendition's width is between 0.5 and 1.5 times its height.");
        }

        if (!_formats.Contains(rendition.Format, StringComparer.Ordinal))
        {
            yield return new($"{path}.format", $"The format is one of {string.Join(", ", _formats)}.");
        }

        if (rendition.MaxBytes is { } bytes)
        {
            yield return rendition.Format == "jpeg"
                ? Range($"{path}.maxBytes", bytes, 4096, int.MaxValue)
                : new($"{path}.maxBytes", "Only a JPEG rendition can have a byte budget.");
        }
    }

    private static SpecError? Range(string path, float value, float low, float high) =>
        value >= low && value <= high ? null : new(path, $"{value} is outside {low} to {high}.");
}
