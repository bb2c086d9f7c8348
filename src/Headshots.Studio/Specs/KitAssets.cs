namespace Headshots.Studio.Specs;

/// <summary>The files a kit refers to: backdrops and garments of the company's own, by the name the spec uses.</summary>
/// <param name="Files">Bytes as uploaded, hostile until decoded.</param>
public sealed record KitAssets(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files)
{
    public static KitAssets None { get; } = new(new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal));

    /// <summary>The names a spec needs; each must be among the files.</summary>
    public static IReadOnlyList<string> NamesIn(PortraitSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        List<string> names = [];
        if (spec.Background is ImageBackground image)
        {
            names.Add(image.Image);
        }

        if (spec.Attire is { Mode: "overlay", Garment: { } garment } && !AttireSpec.Garments.Contains(garment, StringComparer.Ordinal))
        {
            names.Add(garment);
        }

        return names;
    }

    /// <summary>Whether a name can be a file's: 1 to 100 characters, nothing that leads elsewhere.</summary>
    internal static bool IsName(string? name) =>
        name is { Length: >= 1 and <= 100 }
        && name[0] != '.'
        && !name.Any(c => char.IsControl(c) || c is '/' or '\\' or ':');
}
