namespace Headshots.Studio.Specs;

/// <summary>The files a render makes.</summary>
public sealed record OutputSpec
{
    /// <summary>Height of <c>headshot.jpg</c> in pixels, 96 to 4096; the width follows from the framing's aspect.</summary>
    public int Height { get; init; } = 1024;

    /// <summary>JPEG quality, 50 to 100.</summary>
    public int Quality { get; init; } = 92;

    /// <summary>Further sizes, up to 16, each with a name of its own.</summary>
    public IReadOnlyList<RenditionSpec> Renditions { get; init; } = [];
}

/// <summary>A headshot in a size some destination wants; the frame is composed anew for its aspect.</summary>
public sealed record RenditionSpec
{
    /// <summary>File name without extension: 1 to 40 of a–z, 0–9, hyphen.</summary>
    public string Name { get; init; } = "";

    /// <summary>Pixels, 32 to 4096.</summary>
    public int Width { get; init; }

    /// <summary>Pixels, 32 to 4096.</summary>
    public int Height { get; init; }

    /// <summary><c>jpeg</c>, <c>png</c>, <c>webp</c> or <c>avif</c>.</summary>
    public string Format { get; init; } = "jpeg";

    /// <summary>JPEG only: the most bytes the file may have, 4,096 or more.</summary>
    public int? MaxBytes { get; init; }
}
