namespace Headshots.Imaging;

/// <summary>A file format and how to write it: one of the records derived from this one.</summary>
public abstract record EncodeSettings
{
    private protected EncodeSettings()
    {
    }

    /// <summary>Longest side in pixels that the format, or its encoder, can write.</summary>
    internal abstract int MostSide { get; }

    private protected static int Within(int value, int least, int most, string name) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"The range is {least} to {most}.");
}

/// <summary>JPEG.</summary>
public sealed record JpegSettings : EncodeSettings
{
    private readonly int _quality = 92;
    private readonly int? _maxBytes;

    /// <summary>1 to 100, libjpeg's scale; default 92. With <see cref="MaxBytes"/> the highest quality that is tried.</summary>
    public int Quality { get => _quality; init => _quality = Within(value, 1, 100, nameof(Quality)); }

    /// <summary>True (default): colour at full resolution, 4:4:4, which keeps red lips and ties sharp. False: 4:2:0.</summary>
    public bool FullChroma { get; init; } = true;

    /// <summary>True: the picture builds up in passes, and the file is a little smaller. Default false.</summary>
    public bool Progressive { get; init; }

    /// <summary>
    /// Most bytes that the file may have, or null (default). The highest quality that fits is chosen; when full chroma
    /// would need a visibly poor one, 4:2:0 is taken instead.
    /// </summary>
    public int? MaxBytes
    {
        get => _maxBytes;
        init => _maxBytes = value is null ? null : Within(value.Value, 1, int.MaxValue, nameof(MaxBytes));
    }

    internal override int MostSide => 65_500;
}

/// <summary>PNG, eight bits a channel; lossless, and the only one here for pictures with alpha that must be exact.</summary>
public sealed record PngSettings : EncodeSettings
{
    private readonly int _compression = 6;

    /// <summary>0 (fast, large) to 9 (slow, small); default 6.</summary>
    public int Compression { get => _compression; init => _compression = Within(value, 0, 9, nameof(Compression)); }

    internal override int MostSide => 65_500;
}

/// <summary>WebP.</summary>
public sealed record WebpSettings : EncodeSettings
{
    private readonly int _quality = 88;
    private readonly int _effort = 4;

    /// <summary>1 to 100; default 88. Without meaning when <see cref="Lossless"/>.</summary>
    public int Quality { get => _quality; init => _quality = Within(value, 1, 100, nameof(Quality)); }

    /// <summary>0 (fast) to 6 (small); default 4.</summary>
    public int Effort { get => _effort; init => _effort = Within(value, 0, 6, nameof(Effort)); }

    public bool Lossless { get; init; }

    internal override int MostSide => 16_383;
}

/// <summary>AVIF, eight bits a channel.</summary>
public sealed record AvifSettings : EncodeSettings
{
    private readonly int _quality = 70;
    private readonly int _effort = 4;

    /// <summary>1 to 100; default 70, which looks like a JPEG at about 90.</summary>
    public int Quality { get => _quality; init => _quality = Within(value, 1, 100, nameof(Quality)); }

    /// <summary>0 (fast) to 9 (small, very slow); default 4.</summary>
    public int Effort { get => _effort; init => _effort = Within(value, 0, 9, nameof(Effort)); }

    /// <summary>True (default): 4:4:4; false: 4:2:0.</summary>
    public bool FullChroma { get; init; } = true;

    internal override int MostSide => 16_384;
}
