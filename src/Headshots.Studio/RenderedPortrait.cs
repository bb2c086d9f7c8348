using Headshots.Imaging;
using Headshots.Studio.Reports;
using Headshots.Vision.Faces;

namespace Headshots.Studio;

/// <summary>The answer to a render: always a report, and the files when the photo was good enough.</summary>
/// <param name="Report">What was seen and done.</param>
/// <param name="Files">The headshot first, then its renditions; empty unless rendered.</param>
public sealed record RenderedPortrait(PortraitReport Report, IReadOnlyList<PortraitFile> Files)
{
    /// <summary>Small pictures to judge by; null unless asked for, and when the photo could not be read.</summary>
    public Proof? Proof { get; init; }

    /// <summary>The photo in the headshot's crop, JPEG, at most 1,000 pixels long; null unless asked for and rendered.</summary>
    public PortraitFile? Before { get; init; }
}

/// <param name="Name">Relative path with forward slashes: <c>headshot.jpg</c>, <c>renditions/NAME.EXT</c>.</param>
/// <param name="Bytes">The encoded picture.</param>
public sealed record PortraitFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>The answer to an inspection.</summary>
/// <param name="Report">What was seen; its status says whether a render would go through.</param>
/// <param name="Mesh">The sitter's face points in pixels of the upright photo; null when no face was found.</param>
/// <param name="Mask">Who is person, 0 to 1, over the whole upright photo, refined, at most 2,048 pixels long; null unless asked for. Owned by this object.</param>
public sealed record Inspection(PortraitReport Report, FaceMesh? Mesh, PlanarImage? Mask) : IDisposable
{
    public void Dispose() => Mask?.Dispose();
}
