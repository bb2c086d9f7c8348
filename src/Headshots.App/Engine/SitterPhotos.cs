using Headshots.App.Photos;
using Headshots.App.Samples;
using Headshots.Sitter;

namespace Headshots.App.Engine;

/// <summary>Photos of the gallery's sitters, each drawn once and kept in a folder.</summary>
/// <param name="folder">Made when the first is drawn; may be deleted any time.</param>
internal sealed class SitterPhotos(string folder)
{
    private readonly Lazy<SitterRenderer> _renderer = new(() => new SitterRenderer());

    public static IReadOnlyList<string> Names { get; } = [.. SitterGallery.All.Select(s => s.Name)];

    /// <summary>The photo if it was drawn before; null otherwise.</summary>
    public byte[]? Drawn(string name)
    {
        string path = PathOf(name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    /// <summary>Draws the photo, which takes a second or two.</summary>
    /// <exception cref="ArgumentException">There is no sitter of that name.</exception>
    public byte[] Draw(string name)
    {
        // Two who ask at once wait for one drawing.
        lock (_renderer)
        {
            if (Drawn(name) is { } drawn)
            {
                return drawn;
            }

            NamedSitter named = SitterGallery.All.FirstOrDefault(s => s.Name == name) ?? throw new ArgumentException($"There is no sitter \"{name}\".", nameof(name));
            using DrawnSitter sitter = _renderer.Value.Draw(named.Scene);
            byte[] photo = SamplePhoto.Jpeg(sitter);
            Directory.CreateDirectory(folder);
            WholeFile.Write(PathOf(name), photo);
            return photo;
        }
    }

    private string PathOf(string name) => Names.Contains(name, StringComparer.Ordinal)
        ? Path.Combine(folder, $"{name}.jpg")
        : throw new ArgumentException($"There is no sitter \"{name}\".", nameof(name));
}
