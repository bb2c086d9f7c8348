namespace Headshots.Core.Rendering;

/// <summary>The portrait engine, as the business sees it. Nothing in here knows of tenants.</summary>
public interface IPhotoStudio
{
    /// <summary>JSON Schema of a spec.</summary>
    string SpecSchema { get; }

    /// <summary>Kits to start from.</summary>
    IReadOnlyList<ReadyKit> ReadyKits { get; }

    /// <summary>Names of drawn people whose photo <see cref="SitterPhotoAsync"/> draws.</summary>
    IReadOnlyList<string> Sitters { get; }

    /// <summary>What is in a photo and whether a headshot can be made of it. Never throws over a bad photo.</summary>
    Task<PhotoVerdict> CheckAsync(ReadOnlyMemory<byte> photo, CancellationToken cancellation);

    /// <summary>Makes one headshot with all the renditions its spec asks for.</summary>
    Task<RenderedPhoto> RenderAsync(RenderOrder order, CancellationToken cancellation);

    /// <summary>Makes a small headshot only, fast: for a live preview.</summary>
    /// <param name="order">What to make; its renditions are ignored.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="cancellation">A newer preview was asked for.</param>
    Task<RenderedPhoto> PreviewAsync(RenderOrder order, int height, CancellationToken cancellation);

    /// <summary>Whether a spec is one, and which files it names.</summary>
    SpecCheck CheckSpec(string spec);

    /// <summary>Whether a file can be a kit's picture.</summary>
    AssetCheck CheckAsset(ReadOnlyMemory<byte> content);

    /// <summary>A photo of a drawn person, JPEG.</summary>
    Task<byte[]> SitterPhotoAsync(string name, CancellationToken cancellation);

    /// <summary>A smaller JPEG of a photo, upright and without metadata, for pages; null when it cannot be read.</summary>
    /// <param name="photo">The file's bytes.</param>
    /// <param name="longSide">Pixels.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<byte[]?> ThumbnailAsync(ReadOnlyMemory<byte> photo, int longSide, CancellationToken cancellation);
}

/// <param name="Photo">The file's bytes.</param>
/// <param name="Spec">JSON.</param>
/// <param name="Assets">The files that the spec names.</param>
public sealed record RenderOrder(ReadOnlyMemory<byte> Photo, string Spec, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Assets)
{
    /// <summary>What waits for a processor: whom somebody waits for goes first.</summary>
    public RenderPriority Priority { get; init; }
}

/// <summary>What the studio says about a photo.</summary>
/// <param name="Usable">A headshot can be made.</param>
/// <param name="ContentType">By content; null when it is no photo that can be read.</param>
/// <param name="Width">Pixels, upright.</param>
/// <param name="Height">Pixels, upright.</param>
/// <param name="Rank">To tell the best of several, 0 to 100; 0 when not usable.</param>
/// <param name="Reasons">Why not usable; empty when it is.</param>
/// <param name="Warnings">What could be better.</param>
public sealed record PhotoVerdict(
    bool Usable, string? ContentType, int Width, int Height, double Rank, IReadOnlyList<VerdictReason> Reasons, IReadOnlyList<VerdictReason> Warnings);

/// <param name="Code">Stable: <c>too_dark</c>.</param>
/// <param name="Message">A sentence: what is wrong.</param>
/// <param name="Advice">A sentence: what to do.</param>
public sealed record VerdictReason(string Code, string Message, string Advice);

/// <param name="Made">Whether there is a headshot.</param>
/// <param name="Reasons">Why not; empty when there is.</param>
/// <param name="Warnings">What a careful photographer would mention.</param>
/// <param name="Files">The headshot first, then its renditions.</param>
/// <param name="Figures">Scores and likeness; null when none was made.</param>
/// <param name="Report">The whole report, JSON.</param>
public sealed record RenderedPhoto(
    bool Made,
    IReadOnlyList<VerdictReason> Reasons,
    IReadOnlyList<VerdictReason> Warnings,
    IReadOnlyList<RenderedFile> Files,
    HeadshotFigures? Figures,
    string Report)
{
    /// <summary>The photo in the headshot's crop, to be laid beside it; null where none was made, as for previews.</summary>
    public RenderedFile? Before { get; init; }
}

/// <param name="Name">In the kit: <c>headshot</c>, <c>slack</c> …</param>
/// <param name="FileName">With its extension, without a folder.</param>
/// <param name="ContentType">For instance <c>image/jpeg</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Bytes">The encoded picture.</param>
public sealed record RenderedFile(string Name, string FileName, string ContentType, int Width, int Height, ReadOnlyMemory<byte> Bytes);

/// <param name="Score">Overall, 0 to 100.</param>
/// <param name="Framing">0 to 100.</param>
/// <param name="Light">0 to 100.</param>
/// <param name="BackgroundContrast">0 to 100.</param>
/// <param name="Sharpness">0 to 100.</param>
/// <param name="Pose">0 to 100.</param>
/// <param name="Expression">0 to 100.</param>
/// <param name="LandmarkDrift">Percent of the inter-eye distance; null when unknown.</param>
/// <param name="DeltaIta">Degrees of typology angle; null when unknown.</param>
/// <param name="DeltaHue">Degrees; null when unknown.</param>
/// <param name="FaceChanged">Share of the face's pixels that differ by more than tone, 0 to 1.</param>
public sealed record HeadshotFigures(
    double Score,
    double Framing,
    double Light,
    double BackgroundContrast,
    double Sharpness,
    double Pose,
    double Expression,
    double? LandmarkDrift,
    double? DeltaIta,
    double? DeltaHue,
    double FaceChanged)
{
    /// <summary>How surely the person was told from the surroundings, 0 to 100; null for headshots from before it was measured.</summary>
    public double? Edge { get; init; }
}

/// <param name="Name">For the command line: <c>deep-blue</c>.</param>
/// <param name="Title">For people.</param>
/// <param name="Spec">JSON.</param>
/// <param name="Assets">The files the spec names.</param>
public sealed record ReadyKit(string Name, string Title, string Spec, IReadOnlyList<string> Assets);

/// <param name="Problems">Empty when it is a spec.</param>
/// <param name="AssetNames">Files it names.</param>
public sealed record SpecCheck(IReadOnlyList<SpecProblem> Problems, IReadOnlyList<string> AssetNames);

/// <param name="Path">JSON path: <c>$.framing.faceHeight</c>.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record SpecProblem(string Path, string Message);

/// <param name="Extension">As it will be named, without the dot; null when it cannot be used.</param>
/// <param name="Message">Why not.</param>
/// <param name="Advice">What to do.</param>
public sealed record AssetCheck(string? Extension, string? Message, string? Advice);
