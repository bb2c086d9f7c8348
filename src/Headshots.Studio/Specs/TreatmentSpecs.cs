namespace Headshots.Studio.Specs;

/// <summary>How the sitter is lit.</summary>
public sealed record LightSpec
{
    /// <summary><c>as-shot</c>: the photo's own light.</summary>
    public string Key { get; init; } = "as-shot";
}

/// <summary>How much the skin is calmed.</summary>
public sealed record RetouchSpec
{
    /// <summary>0: nothing is touched, which is all this version offers.</summary>
    public float Strength { get; init; }
}

/// <summary>What the sitter wears.</summary>
public sealed record AttireSpec
{
    /// <summary><c>keep</c>: the sitter's own clothes.</summary>
    public string Mode { get; init; } = "keep";
}
