using Headshots.Imaging.Libvips;

namespace Headshots.Imaging.Tests.Codecs;

/// <summary>Photo files with properties that <see cref="PhotoEncoder"/> never writes, made with libvips' own operations.</summary>
internal static class TestFiles
{
    public const int UInt16Rgb = (int)VipsInterpretation.Rgb16;

    /// <summary>Hands the picture to libvips, lets it be changed, and saves it with all its metadata.</summary>
    public static byte[] Save(RgbImage picture, string saver, params Func<VipsImage, VipsImage>[] changes) =>
        Save(picture.Pixels, picture.Width, picture.Height, 3, saver, changes);

    public static unsafe byte[] Save(
        Span<byte> pixels, int width, int height, int bands, string saver, params Func<VipsImage, VipsImage>[] changes)
    {
        LibvipsLibrary.EnsureStarted();
        List<VipsImage> images = [];
        fixed (byte* first = pixels)
        {
            try
            {
                images.Add(VipsImage.OverMemory((nint)first, width, height, bands));
                images.Add(Copy(images[0], bands < 3 ? VipsInterpretation.BlackWhite : VipsInterpretation.Srgb));
                foreach (Func<VipsImage, VipsImage> change in changes)
                {
                    images.Add(change(images[^1]));
                }

                using VipsOperation save = new(saver);
                return save.Set("in", images[^1]).Run().Bytes();
            }
            finally
            {
                images.ForEach(image => image.Dispose());
            }
        }
    }

    public static VipsImage Copy(VipsImage image, VipsInterpretation interpretation)
    {
        using VipsOperation copy = new("copy");
        return copy.Set("in", image).Set("interpretation", (int)interpretation).Run().Image();
    }

    /// <summary>Converts colours from sRGB to a profile that libvips has built in ("p3", "cmyk"), and embeds it.</summary>
    public static Func<VipsImage, VipsImage> ConvertTo(string profile, int depth = 8) => image =>
    {
        using VipsOperation transform = new("icc_transform");
        return transform.Set("in", image).Set("input-profile", "srgb").Set("output-profile", profile).Set("depth", depth)
            .Set("intent", 1).Set("black-point-compensation", true).Run().Image();
    };

    public static Func<VipsImage, VipsImage> ToColourSpace(VipsInterpretation space) => image =>
    {
        using VipsOperation convert = new("colourspace");
        return convert.Set("in", image).Set("space", (int)space).Run().Image();
    };

    /// <summary>Attaches a blob ("icc-profile-data", "exif-data", "xmp-data") without touching pixels.</summary>
    public static Func<VipsImage, VipsImage> Attach(string field, byte[] data) => image =>
    {
        VipsImage copy = Copy(image, image.Interpretation);
        copy.SetBlob(field, data);
        return copy;
    };

    /// <summary>The bytes of a profile that libvips has built in.</summary>
    public static unsafe byte[] Profile(string name)
    {
        LibvipsLibrary.EnsureStarted();
        using RgbImage grey = TestPictures.Flat(8, 8, 128, 128, 128);
        fixed (byte* first = grey.Pixels)
        {
            using VipsImage raw = VipsImage.OverMemory((nint)first, 8, 8, 3);
            using VipsImage image = Copy(raw, VipsInterpretation.Srgb);
            using VipsImage converted = ConvertTo(name)(image);
            return converted.Blob("icc-profile-data").ToArray();
        }
    }

    /// <summary>An EXIF block that holds an orientation and nothing else (EXIF 2.32: one directory of one SHORT).</summary>
    public static byte[] ExifOrientation(byte orientation) =>
    [
        .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8,
        0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
        0, 0, 0, 0,
    ];
}
