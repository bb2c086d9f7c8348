namespace Headshots.Studio.Specs;

/// <summary>The sizes and names of the files a kit may ask for.</summary>
internal static class OutputRules
{
    private const int MostRenditions = 24;

    /// <summary>Each aspect is a picture composed anew and held until all files are made.</summary>
    private const int MostAspects = 6;
    private const int Widest = 6144;
    private const int Highest = 7680;

    private static readonly string[] _formats = ["jpeg", "png", "webp", "avif"];

    public static IEnumerable<SpecError?> Check(OutputSpec output)
    {
        yield return SpecRules.Range("$.output.height", output.Height, 96, 4096);
        yield return SpecRules.Range("$.output.quality", output.Quality, 50, 100);
        if (output.Renditions is not { Count: <= MostRenditions } renditions)
        {
            yield return new("$.output.renditions", $"A list of up to {MostRenditions} renditions is expected.");
            yield break;
        }

        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
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

        int aspects = renditions.OfType<RenditionSpec>().Select(Aspect).OfType<int>().Distinct().Count();
        if (aspects > MostAspects)
        {
            yield return new("$.output.renditions", $"These have {aspects} different aspects; up to {MostAspects} are allowed, so give those that are nearly alike the same one.");
        }
    }

    /// <summary>Width to height in hundredths; null where a side is missing.</summary>
    private static int? Aspect(RenditionSpec rendition)
    {
        Destination? destination = Destination.Find(rendition.For);
        return (rendition.Width ?? destination?.Width) is { } width && (rendition.Height ?? destination?.Height) is { } height and > 0
            ? (int)MathF.Round(100f * width / height)
            : null;
    }

    private static IEnumerable<SpecError?> Rendition(string path, RenditionSpec rendition, HashSet<string> names)
    {
        Destination? destination = Destination.Find(rendition.For);
        if (rendition.For is not null && destination is null)
        {
            yield return SpecRules.OneOf($"{path}.for", rendition.For, Destination.All.Select(d => d.Name));
            yield break;
        }

        foreach (SpecError? error in Name(path, rendition, names))
        {
            yield return error;
        }

        int? width = rendition.Width ?? destination?.Width;
        int? height = rendition.Height ?? destination?.Height;
        yield return Side($"{path}.width", width, Widest);
        yield return Side($"{path}.height", height, Highest);
        if (width > 0 && height > 0 && (float)width / height is < 0.5f or > 1.5f)
        {
            yield return new(path, "A rendition's width is between 0.5 and 1.5 times its height.");
        }

        if (rendition.Format is { } format)
        {
            yield return SpecRules.OneOf($"{path}.format", format, _formats);
        }

        if (rendition.MaxBytes is { } bytes)
        {
            yield return (rendition.Format ?? "jpeg") == "jpeg"
                ? SpecRules.Range($"{path}.maxBytes", bytes, 4096, int.MaxValue)
                : new($"{path}.maxBytes", "Only a JPEG rendition can have a byte budget.");
        }
    }

    private static IEnumerable<SpecError?> Name(string path, RenditionSpec rendition, HashSet<string> names)
    {
        string? name = rendition.Name ?? rendition.For;
        if (name is not { Length: >= 1 and <= 40 } || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            yield return new($"{path}.name", "A rendition has the \"for\" of a destination or a name of 1 to 40 letters, digits and hyphens.");
        }
        else if (!names.Add($"{name}.{rendition.Format ?? "jpeg"}"))
        {
            yield return new(
                $"{path}.name", $"The name \"{name}\" is used twice for the same format; names that differ only in capitals count as one.");
        }
    }

    private static SpecError? Side(string path, int? pixels, int most) => pixels is null
        ? new(path, "A rendition that is for no known destination needs a width and a height.")
        : SpecRules.Range(path, pixels.Value, 32, most);
}
