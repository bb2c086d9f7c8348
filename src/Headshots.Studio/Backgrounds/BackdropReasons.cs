using Headshots.Studio.Reports;

namespace Headshots.Studio.Backgrounds;

/// <summary>What HR is told of backgrounds.</summary>
internal static class BackdropReasons
{
    public static Reason NoSurroundings { get; } = new(
        "background_unseen",
        "The photo shows next to nothing but the person, so there is no background of its own to blur; a plain one was taken.",
        "Choose a plain or drawn background in the kit, or take the photo from a little farther away.");

    public static Reason Busy { get; } = new(
        "busy",
        "There is so much to see behind you that it draws the eye away from your face, even out of focus.",
        "Take the photo in front of a plain wall or far from what is behind you, or choose a stronger blur or another background in the kit.");

    public static Reason MissingPicture(string name) => new(
        "background_missing",
        $"The kit's background picture \"{name}\" is missing or cannot be read, so a plain background was taken.",
        "Add the picture to the kit again as a JPEG or PNG, or choose another background.");

    /// <summary>Advises what the face would stand out from.</summary>
    public static Reason LowContrast(HeadContrast contrast)
    {
        bool lighter = contrast.Face + contrast.Behind < 0.4f;
        return new Reason(
            "low_contrast",
            $"The face and the background are nearly equally {(lighter ? "dark" : "bright")}: their luminance contrast is {contrast.Value:P0}, and below {HeadContrast.Least:P0} a head is hard to make out in a small picture.",
            $"Choose a clearly {(lighter ? "lighter" : "darker")} background for this kit, for instance {(lighter ? "studio-grey" : "deep-blue")}.");
    }
}
