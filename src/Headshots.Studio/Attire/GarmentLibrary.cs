using System.Collections.Concurrent;
using System.Text;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Attire;

/// <summary>Draws garments: those that ship, kept by size and colour, and those that come with a kit.</summary>
internal static class GarmentLibrary
{
    /// <summary>Of the pictures that are kept; each has about 5 MB at 1024² and 20 MB at 2048².</summary>
    private const int MostKept = 8;

    /// <summary>Drawn widths are multiples of this, so that pictures of nearly one size share one.</summary>
    private const int WidthStep = 256;

    /// <summary>Pixels drawn per pixel of the picture: shoulders are behind the focus, and a garment is softened anyway.</summary>
    private const float Sharpness = 0.75f;

    /// <summary>Share of the picture's width that is between the sides of the neck.</summary>
    private const float LeastNeck = 0.02f;

    /// <summary>Stands in the drawings for the colour of the cloth.</summary>
    private const string ColourToken = "MAIN";

    private static readonly ConcurrentDictionary<(string Name, RgbColour Colour, int Width), Lazy<Garment?>> _drawn = new();

    /// <summary>Where the drawings that ship have their points: viewBox 1000 × 700.</summary>
    private static readonly GarmentAnchors _anchors = new()
    {
        NeckLeftX = 0.374f,
        NeckLeftY = 150f / 700,
        NeckRightX = 0.626f,
        NeckRightY = 150f / 700,
        ShoulderLeftX = 0.104f,
        ShoulderLeftY = 270f / 700,
        ShoulderRightX = 0.896f,
        ShoulderRightY = 270f / 700,
        ThroatX = 0.5f,
        ThroatY = 238f / 700,
    };

    /// <summary>The garment of a spec, drawn for a picture; null when the kit has no such file or it cannot be read.</summary>
    /// <param name="spec">Names it.</param>
    /// <param name="assets">The kit's files.</param>
    /// <param name="shoulders">Width of the sitter's shoulders in pixels of the picture.</param>
    public static Garment? Find(AttireSpec spec, KitAssets assets, float shoulders)
    {
        bool ships = AttireSpec.Garments.Contains(spec.Garment, StringComparer.Ordinal);
        GarmentAnchors anchors = ships ? _anchors : spec.Anchors ?? new GarmentAnchors();
        float span = Math.Max(0.1f, Math.Abs(anchors.ShoulderRightX - anchors.ShoulderLeftX));
        int steps = (int)MathF.Ceiling(Sharpness * shoulders / span / WidthStep);
        int width = Math.Clamp(steps * WidthStep, WidthStep, ArtworkDecoder.MaxSide / 2);
        if (ships)
        {
            return Shipped(spec.Garment, spec.Colour ?? OwnColour(spec.Garment), width);
        }

        return HasNeck(anchors) && assets.Files.TryGetValue(spec.Garment, out ReadOnlyMemory<byte> file) ? Drawn(file, width, anchors) : null;
    }

    /// <summary>Whether the points lie in order; on a neck of no width nothing hangs.</summary>
    private static bool HasNeck(GarmentAnchors anchors) =>
        anchors.NeckRightX - anchors.NeckLeftX >= LeastNeck
        && anchors.ShoulderLeftX < anchors.NeckLeftX && anchors.NeckRightX < anchors.ShoulderRightX;

    private static Garment? Shipped(string name, RgbColour colour, int width)
    {
        if (_drawn.Count >= MostKept && !_drawn.ContainsKey((name, colour, width)))
        {
            _drawn.Clear();
        }

        // Photos are dressed several at a time; the first draws, the others wait for it.
        return _drawn.GetOrAdd((name, colour, width), key => new Lazy<Garment?>(() => Draw(key.Name, key.Colour, key.Width))).Value;
    }

    private static Garment? Draw(string name, RgbColour colour, int width)
    {
        string text = EmbeddedText.Read($"garment.{name}.svg").Replace(ColourToken, colour.ToString(), StringComparison.Ordinal);
        return Drawn(Encoding.UTF8.GetBytes(text), width, _anchors);
    }

    private static Garment? Drawn(ReadOnlyMemory<byte> file, int width, GarmentAnchors anchors)
    {
        Result<PlanarImage, PhotoError> decoded = ArtworkDecoder.Decode(file, width);
        if (!decoded.Ok)
        {
            return null;
        }

        using PlanarImage artwork = decoded.Value;
        return new Garment(artwork, anchors);
    }

    private static RgbColour OwnColour(string garment) => RgbColour.Parse(garment switch
    {
        "blazer" => "#2A3040",
        "crew-neck" => "#3C424E",
        "polo" => "#274A63",
        _ => "#E2DBD1",
    });
}
