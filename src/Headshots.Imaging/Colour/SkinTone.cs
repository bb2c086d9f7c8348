namespace Headshots.Imaging;

/// <summary>Classes of the individual typology angle (Chardon et al. 1991; Del Bino and Bernerd 2013).</summary>
public enum SkinTone
{
    /// <summary>ITA up to −30°.</summary>
    Dark,

    /// <summary>Above −30° up to 10°.</summary>
    Brown,

    /// <summary>Above 10° up to 28°.</summary>
    Tan,

    /// <summary>Above 28° up to 41°.</summary>
    Intermediate,

    /// <summary>Above 41° up to 55°.</summary>
    Light,

    /// <summary>Above 55°.</summary>
    VeryLight,
}

/// <summary>From angle to class.</summary>
public static class SkinTones
{
    /// <param name="ita">Degrees, as <see cref="Lab.Ita"/> says.</param>
    public static SkinTone Of(double ita) => ita switch
    {
        > 55 => SkinTone.VeryLight,
        > 41 => SkinTone.Light,
        > 28 => SkinTone.Intermediate,
        > 10 => SkinTone.Tan,
        > -30 => SkinTone.Brown,
        _ => SkinTone.Dark,
    };
}
