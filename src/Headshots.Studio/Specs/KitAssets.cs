using Headshots.Imaging;
using Headshots.Studio.Backgrounds;

namespace Headshots.Studio.Specs;

/// <summary>
/// The files a kit refers to: backdrops and garments of the company's own, by the name the spec uses. Keep one for all
/// photos of a kit: what was made of a backdrop is kept with it. Safe for use from many threads.
/// </summary>
/// <param name="files">Bytes as uploaded, hostile until decoded.</param>
public sealed class KitAssets(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
{
    /// <summary>The most bytes one file may have: 32 MiB.</summary>
    public const long MaxBytes = 32L << 20;

    private static readonly PhotoLimits _limits = PhotoLimits.Default with { MaxBytes = MaxBytes, MaxPixels = PhotoLimits.Default.MaxPixelsAtOnce };

    public static KitAssets None { get; } = new(new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal));

    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files { get; } = files;

    /// <summary>Backdrops that were made from these files.</summary>
    internal PreparedBackdrops Backdrops { get; } = new();

    /// <summary>The names a spec needs; each must be among the files.</summary>
    public static IReadOnlyList<string> NamesIn(PortraitSpec spec) => [.. Uses(spec).Select(u => u.Name)];

    /// <summary>
    /// What a render would stumble over: files that are missing, and files that are no picture. Decodes them, so ask
    /// once per kit rather than once per photo.
    /// </summary>
    /// <returns>One problem per place in the spec; none when every file can be used.</returns>
    public IReadOnlyList<AssetProblem> Check(PortraitSpec spec) =>
        [.. Uses(spec).Select(u => Problem(u.Name, u.IsArtwork) is { } problem ? new AssetProblem(u.Path, u.Name, problem) : null).OfType<AssetProblem>()];

    /// <summary>Whether a name can be a file's: 1 to 100 characters, nothing that leads elsewhere.</summary>
    internal static bool IsName(string? name) =>
        name is { Length: >= 1 and <= 100 }
        && name[0] != '.'
        && !name.Any(c => char.IsControl(c) || c is '/' or '\\' or ':');

    /// <summary>The picture in a file, at least as large as asked where the file is; null when there is none.</summary>
    /// <param name="name">The name the spec uses.</param>
    /// <param name="minShortSide">Pixels that are enough for the shorter side.</param>
    internal Result<DecodedPhoto, PhotoError>? Decode(string name, int minShortSide) =>
        Files.TryGetValue(name, out ReadOnlyMemory<byte> file)
            ? (Result<DecodedPhoto, PhotoError>?)PhotoDecoder.Decode(file, new DecodeRequest { Limits = _limits, MinShortSide = minShortSide })
            : null;

    private static IEnumerable<(string Path, string Name, bool IsArtwork)> Uses(PortraitSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Background is ImageBackground image)
        {
            yield return ("$.background.image", image.Image, false);
        }

        if (spec.Attire is { Mode: "overlay", Garment: { } garment } && !AttireSpec.Garments.Contains(garment, StringComparer.Ordinal))
        {
            yield return ("$.attire.garment", garment, true);
        }
    }

    private string? Problem(string name, bool isArtwork)
    {
        if (!Files.TryGetValue(name, out ReadOnlyMemory<byte> file))
        {
            return $"The file \"{name}\" does not come with the kit.";
        }

        PhotoError? error = isArtwork ? Unusable(ArtworkDecoder.Decode(file, width: 64)) : Unusable(Decode(name, minShortSide: 64)!.Value);
        return error is null ? null
            : isArtwork && error.Code == PhotoErrorCodes.UnsupportedFormat
                ? $"The file \"{name}\" cannot be used. A garment is an SVG or a PNG with transparency."
            : $"The file \"{name}\" cannot be used. {error.Message}";
    }

    private static PhotoError? Unusable<T>(Result<T, PhotoError> decoded)
        where T : IDisposable
    {
        if (!decoded.Ok)
        {
            return decoded.Error;
        }

        decoded.Value.Dispose();
        return null;
    }
}

/// <param name="Path">Where the spec names the file: a JSON path such as <c>$.background.image</c>.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record AssetProblem(string Path, string Name, string Message);
