namespace Headshots.Studio.Specs;

/// <summary>The files a render makes.</summary>
public sealed record OutputSpec
{
    /// <summary>Height of <c>headshot.jpg</c> in pixels, 96 to 4096; the width follows from the framing's aspect.</summary>
    public int Height { get; init; } = 1024;

    /// <summary>JPEG quality, 50 to 100.</summary>
    public int Quality { get; init; } = 92;

    /// <summary>Further files, up to 24, each with a name of its own.</summary>
    public IReadOnlyList<RenditionSpec> Renditions { get; init; } = [];
}
