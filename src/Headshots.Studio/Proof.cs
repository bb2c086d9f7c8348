namespace Headshots.Studio;

/// <summary>Small JPEGs by which a person judges a headshot at a glance.</summary>
/// <param name="Before">The photo, upright and framed loosely; whole when there is no headshot.</param>
/// <param name="After">The headshot; null when there is none.</param>
/// <param name="Matte">Who was taken for the person, white on black; null when there is no headshot.</param>
public sealed record Proof(ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte>? After, ReadOnlyMemory<byte>? Matte)
{
    /// <summary>Pixels of the longer side at most.</summary>
    public const int Side = 320;
}
