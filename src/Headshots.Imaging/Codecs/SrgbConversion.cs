using Headshots.Imaging.Libvips;

namespace Headshots.Imaging;

/// <summary>Turns whatever a file holds into three bands of eight-bit sRGB, row by row as the rows are asked for.</summary>
internal static class SrgbConversion
{
    private const string ProfileField = "icc-profile-data";

    /// <summary>
    /// Colours that sRGB has keep their appearance, others go to the nearest it has; with black point compensation,
    /// printers' blacks become black. For matrix profiles such as Display P3 every intent is the same.
    /// </summary>
    private const int RelativeColorimetric = 1;

    /// <summary>A recipe for the picture in sRGB on white. The input must outlive it.</summary>
    /// <param name="image">The picture as stored.</param>
    /// <param name="remaining">What is left to do to the rows, if anything.</param>
    public static VipsImage Convert(VipsImage image, out MatrixProfile? remaining)
    {
        remaining = null;
        List<VipsImage> steps = [];
        try
        {
            VipsImage current = ToSrgb(image, steps, ref remaining);
            if (current.HasAlpha && current.Bands > 1)
            {
                current = Keep(steps, new VipsOperation("flatten").Set("in", current).Set("background", [255.0, 255.0, 255.0]));
            }

            if (current.Format != VipsFormat.UInt8)
            {
                current = Keep(steps, new VipsOperation("cast").Set("in", current).Set("format", (int)VipsFormat.UInt8));
            }

            if (current.Bands > 3)
            {
                current = Keep(steps, new VipsOperation("extract_band").Set("in", current).Set("band", 0).Set("n", 3));
            }

            if (current.Bands != 3)
            {
                throw new VipsException($"A picture of {current.Bands} bands is not a photo.");
            }

            // The last step is the answer; the ones before it are held by libvips for as long as it needs them.
            _ = steps.Remove(current);
            return current;
        }
        finally
        {
            steps.ForEach(step => step.Dispose());
        }
    }

    private static VipsImage ToSrgb(VipsImage image, List<VipsImage> steps, ref MatrixProfile? remaining)
    {
        bool cmyk = image.Interpretation == VipsInterpretation.Cmyk;
        bool rgb = image.Interpretation == VipsInterpretation.Srgb && image.Bands >= 3;
        ReadOnlySpan<byte> profile = image.Blob(ProfileField);
        MatrixProfile? matrix = rgb && image.Format == VipsFormat.UInt8 ? MatrixProfile.Read(profile) : null;
        bool isSrgb = matrix?.IsSrgb() ?? false;
        if (matrix is not null && !isSrgb && image.Bands == 3)
        {
            remaining = matrix;
        }
        else if ((cmyk || !profile.IsEmpty) && !isSrgb)
        {
            try
            {
                return Keep(steps, ByProfile(image, cmyk));
            }
            catch (VipsException) when (!cmyk)
            {
                // A profile that is broken, or that belongs to another kind of picture (a photo made grey often keeps
                // its RGB profile), says nothing: the picture is taken as if it had none.
            }
        }

        return rgb
            ? Keep(steps, new VipsOperation("copy").Set("in", image))
            : Keep(steps, new VipsOperation("colourspace").Set("in", image).Set("space", (int)VipsInterpretation.Srgb));
    }

    private static VipsOperation ByProfile(VipsImage image, bool cmyk)
    {
        VipsOperation transform = new VipsOperation("icc_transform")
            .Set("in", image)
            .Set("output-profile", "srgb")
            .Set("embedded", true)
            .Set("intent", RelativeColorimetric)
            .Set("black-point-compensation", true)
            .Set("depth", 8);
        return cmyk ? transform.Set("input-profile", "cmyk") : transform;
    }

    private static VipsImage Keep(List<VipsImage> steps, VipsOperation operation)
    {
        using (operation)
        {
            VipsImage image = operation.Run().Image();
            steps.Add(image);
            return image;
        }
    }
}
