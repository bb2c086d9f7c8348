namespace Headshots.Studio.Specs;

/// <summary>How much the skin is calmed.</summary>
public sealed record RetouchSpec
{
    /// <summary>
    /// 0: nothing is touched; 1: blemishes and shine are gone. Pores, moles, wrinkles, beard and grey hair stay.
    /// </summary>
    public float Strength { get; init; } = 0.2f;
}
