namespace Headshots.Studio.Specs;

/// <summary>The ranges of each kind of background.</summary>
internal static class BackgroundRules
{
    public static IEnumerable<SpecError?> Check(BackgroundSpec background)
    {
        yield return Range("vignette", background.Vignette, 0, 1);
        foreach (SpecError? error in background switch
        {
            LinearBackground linear => [Range("angle", linear.Angle, -360, 360)],
            RadialBackground radial =>
            [
                Range("centreX", radial.CentreX, 0, 1), Range("centreY", radial.CentreY, 0, 1), Range("radius", radial.Radius, 0.1f, 2),
            ],
            ImageBackground image => Image(image),
            BlurredBackground blurred => [Range("blur", blurred.Blur, 0.1f, 1)],
            SceneBackground scene =>
            [
                SpecRules.OneOf("$.background.scene", scene.Scene, SceneBackground.Scenes),
                Range("seed", scene.Seed, 0, 1_000_000),
                Range("blur", scene.Blur, 0, 1),
            ],
            _ => Array.Empty<SpecError?>(),
        })
        {
            yield return error;
        }
    }

    private static SpecError?[] Image(ImageBackground image) =>
    [
        KitAssets.IsName(image.Image)
            ? null
            : new("$.background.image", "The image is the name of a file that comes with the kit: 1 to 100 characters, no slashes, no leading dot."),
        Range("focusX", image.FocusX, 0, 1),
        Range("focusY", image.FocusY, 0, 1),
        Range("blur", image.Blur, 0, 1),
    ];

    private static SpecError? Range(string field, float value, float low, float high) =>
        SpecRules.Range($"$.background.{field}", value, low, high);
}
