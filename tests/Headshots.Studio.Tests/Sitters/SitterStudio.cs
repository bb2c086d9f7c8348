using System.Collections.Concurrent;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Tests.Sitters;
using Headshots.Vision;

[assembly: AssemblyFixture(typeof(SitterStudio))]

namespace Headshots.Studio.Tests.Sitters;

/// <summary>
/// One studio and one set of drawn people for the whole run: loading networks and drawing hair are the slow parts, and
/// nobody changes what is handed out here.
/// </summary>
public sealed class SitterStudio : IDisposable
{
    private readonly ConcurrentDictionary<SitterScene, Lazy<DrawnSitter>> _drawn = new();
    private readonly SitterRenderer _renderer = new();

    public static OutputMetadata Metadata { get; } = new(DigitalSourceTypes.AlgorithmicMedia, "Headshots tests");

    public PortraitStudio Studio { get; } = PortraitStudio.Open();

    public VisionEngine Engine { get; } = VisionEngine.Load();

    /// <summary>Draws a scene once; the drawing belongs to this object.</summary>
    public DrawnSitter Draw(SitterScene scene) =>
        _drawn.GetOrAdd(scene, s => new Lazy<DrawnSitter>(() => _renderer.Draw(s))).Value;

    /// <summary>The scene as the file of a photo.</summary>
    public byte[] Photo(SitterScene scene) => Encode(Draw(scene).Image);

    public static byte[] Encode(RgbImage image, EncodeSettings? settings = null) =>
        PhotoEncoder.Encode(image, settings ?? new JpegSettings { Quality = 95 }, Metadata);

    public void Dispose()
    {
        foreach (Lazy<DrawnSitter> drawn in _drawn.Values.Where(d => d.IsValueCreated))
        {
            drawn.Value.Dispose();
        }

        Engine.Dispose();
        Studio.Dispose();
    }
}
