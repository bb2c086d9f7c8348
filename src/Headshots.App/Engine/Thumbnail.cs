using Headshots.Imaging;

namespace Headshots.App.Engine;

/// <summary>A small JPEG of a photo: upright, in sRGB, without anything of the photo's metadata.</summary>
internal static class Thumbnail
{
    /// <summary>Enough for a list; thumbnails are many.</summary>
    private const int Quality = 82;

    private static readonly OutputMetadata _metadata = OutputMetadata.OfHeadshots(DigitalSourceTypes.AlgorithmicallyEnhanced);

    /// <returns>Null when the file is no photo that can be read.</returns>
    public static byte[]? Of(ReadOnlyMemory<byte> photo, int longSide, CancellationToken cancellation)
    {
        Result<PhotoFacts, PhotoError> facts = PhotoDecoder.ReadFacts(photo);
        if (!facts.Ok)
        {
            return null;
        }

        double scale = Math.Min(1, (double)longSide / Math.Max(facts.Value.Width, facts.Value.Height));
        int shortSide = Math.Max(1, (int)Math.Round(Math.Min(facts.Value.Width, facts.Value.Height) * scale));
        Result<DecodedPhoto, PhotoError> decoded = PhotoDecoder.Decode(photo, new DecodeRequest { MinShortSide = shortSide }, cancellation);
        if (!decoded.Ok)
        {
            return null;
        }

        using DecodedPhoto read = decoded.Value;
        JpegSettings settings = new() { Quality = Quality, FullChroma = false };
        if (scale >= 1)
        {
            return PhotoEncoder.Encode(read.Pixels, settings, _metadata);
        }

        using PlanarImage small = PlanarImage.Rent(
            Math.Max(1, (int)Math.Round(facts.Value.Width * scale)), Math.Max(1, (int)Math.Round(facts.Value.Height * scale)), 3);
        Resampler.Resize(read.Pixels, new RectF(0, 0, read.Pixels.Width, read.Pixels.Height), small);
        return PhotoEncoder.Encode(small, settings, _metadata);
    }
}
