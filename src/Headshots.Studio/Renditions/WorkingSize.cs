namespace Headshots.Studio.Renditions;

/// <summary>
/// The size a picture is composed at. Matte, light and background gain nothing above a few megapixels and would need
/// gigabytes there: larger renditions are enlarged from it and get the photo's own detail back (<see cref="Enlargement"/>).
/// </summary>
internal static class WorkingSize
{
    /// <summary>Most pixels a picture is composed at.</summary>
    public const long MostPixels = 2048 * 2560;

    /// <summary>Pixels below which a composition is not made smaller, however few the photo has: edges need them.</summary>
    private const long FewestPixels = 1024 * 1280;

    private const int EnoughForAWall = 1900;

    /// <summary>
    /// Rows that the photo must have for a rendition too large to be composed: enough for a wall, and for a sheet that is
    /// held in the hand half of those printed. Fewer look soft.
    /// </summary>
    /// <returns>0 for a rendition of ordinary size.</returns>
    public static int RowsToPrint(PictureSize size) => size.Pixels <= MostPixels ? 0 : Math.Min(EnoughForAWall, size.Height / 2);

    /// <param name="wanted">Sizes of one aspect, at least one.</param>
    /// <param name="nativeWidth">Pixels of the photo across the frame.</param>
    public static PictureSize For(IEnumerable<PictureSize> wanted, float nativeWidth)
    {
        PictureSize[] sizes = [.. wanted];
        PictureSize largest = sizes.MaxBy(s => s.Pixels);
        if (largest.Pixels <= MostPixels)
        {
            return largest;
        }

        // Composing what fits at its own size is better than resizing it; beyond, the photo's pixels decide.
        double most = Math.Sqrt((double)MostPixels / largest.Pixels);
        double fewest = Math.Sqrt((double)FewestPixels / largest.Pixels);
        double largestThatFits = sizes.Where(s => s.Pixels <= MostPixels).Select(s => (double)s.Width / largest.Width).DefaultIfEmpty().Max();
        double scale = Math.Max(nativeWidth / largest.Width, Math.Max(fewest, largestThatFits));
        return largest.Scaled(Math.Min(scale, most));
    }
}
