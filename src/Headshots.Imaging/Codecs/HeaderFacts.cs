using Headshots.Imaging.Libvips;

namespace Headshots.Imaging;

/// <summary>Gathers what the header of an opened file says.</summary>
internal static class HeaderFacts
{
    public static PhotoFacts Of(VipsImage image, PhotoFormat format)
    {
        int orientation = image.Orientation;
        bool turned = orientation >= 5;
        PhotoFacts facts = new()
        {
            Format = format.ToString().ToLowerInvariant(),
            Width = turned ? image.Height : image.Width,
            Height = turned ? image.Width : image.Height,
            Orientation = orientation,
            Frames = image.Pages,
            HasAlpha = image.HasAlpha,
            ColourSpace = NameOf(image.Interpretation),
            HasProfile = image.Has("icc-profile-data"),
        };
        return ExifFacts.AddTo(facts, image.Blob("exif-data"));
    }

    private static string NameOf(VipsInterpretation interpretation) => interpretation switch
    {
        VipsInterpretation.Srgb or VipsInterpretation.Rgb16 or VipsInterpretation.ScRgb => "rgb",
        VipsInterpretation.BlackWhite or VipsInterpretation.Grey16 => "grey",
        VipsInterpretation.Cmyk => "cmyk",
        VipsInterpretation.Lab or VipsInterpretation.Labq or VipsInterpretation.Labs => "lab",
        _ => "other",
    };
}
