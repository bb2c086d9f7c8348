namespace Headshots.Studio.Specs;

/// <summary>A rendition with everything said: what its <see cref="RenditionSpec"/> leaves out is its destination's.</summary>
/// <param name="Name">File name without extension.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Format"><c>jpeg</c>, <c>png</c>, <c>webp</c> or <c>avif</c>.</param>
/// <param name="MaxBytes">Of a JPEG; null: no limit.</param>
internal sealed record Rendition(string Name, int Width, int Height, string Format, int? MaxBytes)
{
    /// <summary>Of a spec that keeps the rules.</summary>
    public static Rendition Of(RenditionSpec spec)
    {
        Destination? destination = Destination.Find(spec.For);
        string format = spec.Format ?? "jpeg";
        return new Rendition(
            spec.Name ?? spec.For!,
            spec.Width ?? destination!.Width,
            spec.Height ?? destination!.Height,
            format,
            format == "jpeg" ? spec.MaxBytes ?? destination?.MaxBytes : null);
    }
}
