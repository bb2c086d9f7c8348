namespace Headshots.Studio.Avatars;

/// <summary>How one style draws.</summary>
/// <param name="Rounds">How often texture is smoothed away.</param>
/// <param name="Range">Difference in Lab that survives it.</param>
/// <param name="SkinTones">Tones of the person's own skin that are left, from shade to light.</param>
/// <param name="Tones">Colours that are left of all else.</param>
/// <param name="Softness">Lab difference over which one tone goes over into the next.</param>
/// <param name="LineWidth">Deviation of the lines' inner Gaussian, in pixels of 512.</param>
/// <param name="LineFrom">How much darker than around, in L*, a line begins.</param>
/// <param name="LineStrength">The share of ink in a line, 0 to 1.</param>
/// <param name="FeatureShare">How much of the eyes and lips stays as they are seen.</param>
/// <param name="Chroma">What colours of clothes and hair are multiplied by.</param>
/// <param name="Wash">How far colours go towards paper, 0 to 1; a quarter of it on skin, whose tone is its owner's.</param>
/// <param name="EyeGrowth">By how much eyes are enlarged, 0 for not at all.</param>
internal sealed record AvatarStyle(
    int Rounds,
    float Range,
    int SkinTones,
    int Tones,
    float Softness,
    float LineWidth,
    float LineFrom,
    float LineStrength,
    float FeatureShare,
    float Chroma,
    float Wash,
    float EyeGrowth)
{
    /// <summary>Areas of colour, hardly a line: as printed from a few plates.</summary>
    public static AvatarStyle Flat { get; } = new(3, 5.5f, 6, 11, 4.0f, 1.0f, 1.0f, 0.45f, 0.75f, 1.10f, 0, 0);

    /// <summary>A pen drawing, black where hair and clothes are dark, with a light wash of colour.</summary>
    public static AvatarStyle Ink { get; } = new(2, 5f, 4, 7, 3.0f, 1.1f, 0.45f, 0.95f, 0.6f, 0.9f, 0.5f, 0);

    /// <summary>Clear lines and a few tones, as a cel is painted; the eyes a little larger.</summary>
    public static AvatarStyle Anime { get; } = new(3, 7f, 4, 8, 2.2f, 0.9f, 0.7f, 0.85f, 0.85f, 1.22f, 0, 0.09f);

    public static AvatarStyle? Of(string name) => name switch
    {
        "flat" => Flat,
        "ink" => Ink,
        "anime" => Anime,
        _ => null,
    };
}
