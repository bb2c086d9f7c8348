using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// The photo's own surroundings, out of focus. The person is taken out first and what stood around filled in: blurred
/// along with the place, the person would glow around the person.
/// </summary>
internal static class Surroundings
{
    /// <summary>Fine hair and the matte's own softness reach this far beyond the mask, as a share of the longer side.</summary>
    private const float Clearance = 0.02f;

    /// <summary>Below this share of anything seen, there is nothing to fill the rest from.</summary>
    private const float LeastSeen = 0.01f;

    /// <summary>Fills the target.</summary>
    /// <returns>False when the photo shows next to nothing but the person; the target is then undefined.</returns>
    public static bool Paint(BlurredBackground spec, Composition composition, Vector3 gain, PlanarImage target)
    {
        float radius = LensBlur.RadiusFor(spec.Blur, target.Width, target.Height);
        (int width, int height, float workRadius) = LensBlur.WorkSize(target.Width, target.Height, radius);
        using PlanarImage place = PlanarImage.Rent(width, height, 3);
        RectF whole = new(0, 0, target.Width, target.Height);
        Resampler.Resize(composition.AsShot, whole, place, new ResizeOptions { Kernel = ResizeKernel.Area });
        using PlanarImage seen = Seen(composition, width, height);
        if (Mean(seen) < LeastSeen)
        {
            return false;
        }

        using PlanarImage linear = PlanarImage.Rent(width, height, 3);
        PlanarColour.Decode(place, linear);
        Inpainting.Fill(linear, seen);
        LensBlur.RaiseHighlights(linear);
        LensBlur.Apply(linear, place, workRadius);
        for (int c = 0; c < 3; c++)
        {
            Scale(place.Plane(c), gain[c]);
        }

        PlanarColour.Encode(place, place);
        Backing.Enlarge(place, target);
        return true;
    }

    /// <summary>1 where the photo shows the place, 0 where the person is or near, and where the photo has ended.</summary>
    private static PlanarImage Seen(Composition composition, int width, int height)
    {
        RectF whole = new(0, 0, composition.Width, composition.Height);
        PlanarImage seen = PlanarImage.Rent(width, height, 1);
        using PlanarImage person = PlanarImage.Rent(width, height, 1);
        Resampler.Resize(composition.Alpha, whole, person, new ResizeOptions { Kernel = ResizeKernel.Area });
        int reach = Math.Max(2, (int)MathF.Ceiling(Clearance * Math.Max(width, height)));
        using PlanarImage spread = PlanarImage.Rent(width, height, 1);
        BoxFilter.Mean(person, spread, reach);

        // A window that holds any person at all has more than a hundredth of a pixel's worth of them.
        float none = 0.02f / ((2 * reach) + 1);
        Matrix3x2 toPhoto = composition.Frame.PictureToPhoto(width, height);
        Vector2 end = new(composition.Seen.Photo.Width, composition.Seen.Photo.Height);
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<float> near = spread.Row(0, y);
            Span<float> row = seen.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                Vector2 there = Vector2.Transform(new Vector2(x + 0.5f, y + 0.5f), toPhoto);
                bool inPhoto = there.X >= 0 && there.Y >= 0 && there.X <= end.X && there.Y <= end.Y;
                row[x] = inPhoto && near[x] < none ? 1 : 0;
            }
        }

        return seen;
    }

    private static float Mean(PlanarImage seen)
    {
        float sum = 0;
        for (int y = 0; y < seen.Height; y++)
        {
            foreach (float value in seen.Row(0, y))
            {
                sum += value;
            }
        }

        return sum / (seen.Width * seen.Height);
    }

    private static void Scale(Span<float> plane, float gain)
    {
        foreach (ref float value in plane)
        {
            value *= gain;
        }
    }
}
