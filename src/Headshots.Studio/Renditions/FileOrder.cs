using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Renditions;

/// <summary>A file to be made.</summary>
/// <param name="Name">Relative path with forward slashes.</param>
/// <param name="Size">Of its picture.</param>
/// <param name="Settings">How it is written.</param>
/// <param name="Rendition">What the kit calls it; null for the headshot itself.</param>
internal sealed record FileOrder(string Name, PictureSize Size, EncodeSettings Settings, Rendition? Rendition)
{
    /// <summary>
    /// libheif's effort for AVIF. Above 1 a web-sized picture takes seconds instead of tenths of one, for files that are
    /// smaller by a few hundredths.
    /// </summary>
    private const int AvifEffort = 1;

    /// <summary>What it costs to write, for the order of work; 1 is a pixel of JPEG.</summary>
    public double Cost => Size.Pixels * Settings switch
    {
        AvifSettings => 30.0,
        WebpSettings => 12,
        PngSettings => 6,
        JpegSettings { MaxBytes: not null } => 3,
        _ => 1,
    };

    public static FileOrder Headshot(PictureSize size, int quality) =>
        new("headshot.jpg", size, new JpegSettings { Quality = quality }, null);

    public static FileOrder Of(Rendition rendition, int quality)
    {
        (string extension, EncodeSettings settings) = rendition.Format switch
        {
            "png" => ("png", (EncodeSettings)new PngSettings()),
            "webp" => ("webp", new WebpSettings()),
            "avif" => ("avif", new AvifSettings { Effort = AvifEffort }),
            _ => ("jpg", new JpegSettings { Quality = quality, MaxBytes = rendition.MaxBytes }),
        };
        return new FileOrder(
            $"renditions/{rendition.Name}.{extension}", new PictureSize(rendition.Width, rendition.Height), settings, rendition);
    }
}
