using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Backgrounds;

/// <summary>A picture of the company's own, filling the frame, sharp or out of focus.</summary>
internal static class CompanyPicture
{
    /// <summary>Discs smaller than this, in pixels, are as good as sharp.</summary>
    private const float SharpBelow = 1.2f;

    /// <summary>Fills the target.</summary>
    /// <returns>False when there is no such picture among the assets; the target is then undefined.</returns>
    public static bool Paint(ImageBackground spec, KitAssets assets, PlanarImage target)
    {
        Backing? backing = assets.Backdrops.Get(spec, target.Width, target.Height, () => Prepare(spec, assets, target.Width, target.Height));
        backing?.Fill(target);
        return backing is not null;
    }

    /// <summary>
    /// The largest region of that aspect, around the point that is to stay in view as far as the picture reaches.
    /// </summary>
    internal static RectF Cover(int width, int height, float aspect, float focusX, float focusY)
    {
        float w = Math.Min(width, height * aspect);

        // Dividing by what was multiplied by may give a little more than there is.
        float h = Math.Min(height, w / aspect);
        return new RectF(
            Math.Clamp((focusX * width) - (w / 2), 0, width - w), Math.Clamp((focusY * height) - (h / 2), 0, height - h), w, h);
    }

    private static Backing? Prepare(ImageBackground spec, KitAssets assets, int width, int height)
    {
        float radius = LensBlur.RadiusFor(spec.Blur, width, height);
        bool sharp = radius < SharpBelow;
        (int workWidth, int workHeight, float workRadius) = sharp ? (width, height, 0) : LensBlur.WorkSize(width, height, radius);
        if (assets.Decode(spec.Image, Math.Max(workWidth, workHeight)) is not { Ok: true } decoded)
        {
            return null;
        }

        using DecodedPhoto photo = decoded.Value;
        using PlanarImage fitted = PlanarImage.Rent(workWidth, workHeight, 3);
        RectF region = Cover(photo.Pixels.Width, photo.Pixels.Height, (float)width / height, spec.FocusX, spec.FocusY);
        Resampler.Resize(photo.Pixels, region, fitted, new ResizeOptions { LinearLight = !sharp });
        if (!sharp)
        {
            using PlanarImage linear = PlanarImage.Rent(workWidth, workHeight, 3);
            PlanarColour.Decode(fitted, linear);
            LensBlur.RaiseHighlights(linear);
            LensBlur.Apply(linear, fitted, workRadius);
            PlanarColour.Encode(fitted, fitted);
        }

        return Backing.Of(fitted);
    }
}
