namespace Headshots.Imaging;

/// <summary>
/// Resizes by separable polyphase filters: every source pixel contributes to a reduction (no aliasing), and an
/// enlargement interpolates with the kernel itself. Works on sRGB-encoded values unless
/// <see cref="ResizeOptions.LinearLight"/> is asked. A region may be fractional and may reach outside the image, which
/// goes on there as its edge pixels. Alpha is filtered like any channel: straight alpha must be multiplied in before.
/// Uses <see cref="PixelThreads"/>.
/// </summary>
public static class Resampler
{
    /// <summary>Fills the target with a region of an 8-bit photo; a fourth target channel (alpha) becomes 1.</summary>
    /// <param name="source">Any size.</param>
    /// <param name="region">Continuous source coordinates; width and height more than 0.</param>
    /// <param name="target">3 or 4 channels; values in [0, 1] afterwards.</param>
    /// <param name="options">Kernel and colour handling.</param>
    public static void Resize(RgbImage source, RectF region, PlanarImage target, ResizeOptions options = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (target.Channels < 3)
        {
            throw new ArgumentException("A colour photo needs three or four channels.", nameof(target));
        }

        CheckRegion(region);
        using (var plan = new ResizePlan(source.Width, source.Height, region, target, options))
        {
            plan.Run(3, first => new PhotoRows(source, plan, first));
        }

        if (target.Channels == 4)
        {
            target.Plane(3).Fill(1);
        }
    }

    /// <summary>Fills the target with a region of a planar image of as many channels.</summary>
    /// <param name="source">Any size; not the target.</param>
    /// <param name="region">Continuous source coordinates; width and height more than 0.</param>
    /// <param name="target">As many channels as the source.</param>
    /// <param name="options">Kernel and colour handling.</param>
    public static void Resize(PlanarImage source, RectF region, PlanarImage target, ResizeOptions options = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (target.Channels != source.Channels || ReferenceEquals(source, target))
        {
            throw new ArgumentException("Needs another image with as many channels as the source.", nameof(target));
        }

        CheckRegion(region);
        using var plan = new ResizePlan(source.Width, source.Height, region, target, options);
        if (options.LinearLight && source.Channels >= 3)
        {
            plan.Run(source.Channels, first => new DecodedPlaneRows(source, plan, first));
        }
        else
        {
            plan.Run(source.Channels, _ => new PlaneRows(source, plan.FirstColumn));
        }
    }

    private static void CheckRegion(RectF region)
    {
        if (!(region.Width > 0) || !(region.Height > 0) || !float.IsFinite(region.X + region.Y + region.Right + region.Bottom))
        {
            throw new ArgumentException($"Not a region: {region}.", nameof(region));
        }
    }
}
