using Headshots.Imaging;
using Headshots.Studio.Backgrounds.Places;
using Headshots.Studio.Matting;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Backgrounds;

/// <summary>Puts the background behind the sitter.</summary>
internal static class Backdrop
{
    /// <summary>What stands in for a background that cannot be made; of that, a warning tells.</summary>
    private static readonly SolidBackground _fallback = new();

    public static void Place(Composition composition, BackgroundSpec spec, KitAssets assets)
    {
        using PlanarImage behind = PlanarImage.Rent(composition.Width, composition.Height, 3);
        BackgroundSpec painted = Paint(composition, spec, assets, behind);
        Vignette.Apply(behind, spec.Vignette);
        if (ContactShadow.Suits(painted))
        {
            (float mouth, float chin) = (composition.Mesh.Flat(14).Y, composition.Mesh.Flat(152).Y);
            ContactShadow.Cast(behind, composition.Alpha, mouth, chin + (2 * (chin - mouth)));
        }

        if (HeadContrast.Measure(composition, behind) is { } contrast && contrast.Value < HeadContrast.Least)
        {
            composition.Warnings.Add(BackdropReasons.LowContrast(contrast));
        }

        if (painted is BlurredBackground && Clutter.Measure(behind, composition.Alpha) > Clutter.Busy)
        {
            composition.Warnings.Add(BackdropReasons.Busy);
        }

        LightWrap.Apply(composition.Picture, composition.Alpha, behind);
        LightMix.Over(composition.Picture, composition.Alpha, behind);
    }

    /// <returns>What was painted: the spec, or what stands in for it.</returns>
    private static BackgroundSpec Paint(Composition composition, BackgroundSpec spec, KitAssets assets, PlanarImage behind)
    {
        switch (spec)
        {
            case ImageBackground image when !CompanyPicture.Paint(image, assets, behind):
                composition.Warnings.Add(BackdropReasons.MissingPicture(image.Image));
                break;
            case BlurredBackground blurred when !Surroundings.Paint(blurred, composition, SubjectLight.Measure(composition).Gain, behind):
                composition.Warnings.Add(BackdropReasons.NoSurroundings);
                break;
            case ImageBackground { Blur: 0 }:
                // Sharp, it has the grain it was taken with.
                return spec;
            case SceneBackground scene:
                PlacePainter.Paint(scene, SubjectLight.Measure(composition).BrightSide, behind);
                Grain.Add(behind, Grain.Measure(composition.Picture, composition.Alpha));
                return spec;
            case ImageBackground or BlurredBackground:
                Grain.Add(behind, Grain.Measure(composition.Picture, composition.Alpha));
                return spec;
            default:
                BackgroundPainter.Paint(spec, behind);
                return spec;
        }

        BackgroundPainter.Paint(_fallback, behind);
        return _fallback;
    }
}
