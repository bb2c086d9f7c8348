using Headshots.Imaging;
using Headshots.Sitter;

namespace Headshots.App.Samples;

/// <summary>A photo that is always at hand: a drawn sitter as a camera would have saved it.</summary>
internal static class SamplePhoto
{
    private static readonly OutputMetadata Metadata = OutputMetadata.OfHeadshots(DigitalSourceTypes.AlgorithmicMedia);

    /// <summary>A JPEG file of a person who sits well.</summary>
    public static byte[] Draw()
    {
        using DrawnSitter sitter = new SitterRenderer().Draw(new SitterScene());
        return Jpeg(sitter);
    }

    public static byte[] Jpeg(DrawnSitter sitter) => PhotoEncoder.Encode(sitter.Image, new JpegSettings { Quality = 95 }, Metadata);

    public static byte[] Alpha(DrawnSitter sitter) => PhotoEncoder.Encode(sitter.Alpha, new PngSettings(), Metadata);
}
