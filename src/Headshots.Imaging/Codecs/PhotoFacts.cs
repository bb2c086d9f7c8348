namespace Headshots.Imaging;

/// <summary>What the header of a photo says, without its pixels.</summary>
public sealed record PhotoFacts
{
    /// <summary>What the bytes are, whatever the file is called: jpeg, png, webp, avif, tiff, gif or heic.</summary>
    public required string Format { get; init; }

    /// <summary>Width in pixels of the full picture, upright.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels of the full picture, upright.</summary>
    public required int Height { get; init; }

    /// <summary>EXIF orientation as stored, 1 to 8; 1 is upright. Decoding applies it.</summary>
    public required int Orientation { get; init; }

    /// <summary>Pictures in the file, 1 or more; the first is the photo.</summary>
    public required int Frames { get; init; }

    public required bool HasAlpha { get; init; }

    /// <summary>How the file stores colour: rgb, grey, cmyk, lab or other.</summary>
    public required string ColourSpace { get; init; }

    /// <summary>True when an ICC profile says what the colours mean; without one they are taken as sRGB.</summary>
    public required bool HasProfile { get; init; }

    /// <summary>Focal length in millimetres for a 36 × 24 mm frame, where the camera wrote it down.</summary>
    public double? FocalLength35mm { get; init; }

    /// <summary>Focal length of the lens itself in millimetres.</summary>
    public double? FocalLengthMm { get; init; }

    public string? CameraMake { get; init; }

    public string? CameraModel { get; init; }
}
