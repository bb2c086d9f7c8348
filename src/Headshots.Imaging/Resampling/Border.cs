namespace Headshots.Imaging;

/// <summary>What lies outside an image.</summary>
public enum Border
{
    /// <summary>The nearest pixel of the image.</summary>
    Replicate,

    /// <summary>Zero in every channel: black, or no mask.</summary>
    Zero,
}
