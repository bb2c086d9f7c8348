namespace Headshots.Core.BrandKits;

/// <summary>What a kit says. Stored as one JSON document.</summary>
public sealed record KitDocument
{
    /// <summary>The portrait spec, JSON; its schema is <see cref="Rendering.IPhotoStudio.SpecSchema"/>.</summary>
    public string Spec { get; init; } = "{}";

    /// <summary>What employees may choose between, up to five; none lets them choose between light and retouching.</summary>
    public IReadOnlyList<KitVariant> Variants { get; init; } = [];

    /// <summary>Pictures that the spec names.</summary>
    public IReadOnlyList<KitAsset> Assets { get; init; } = [];

    public bool Equals(KitDocument? other) =>
        other is not null && Spec == other.Spec && Variants.SequenceEqual(other.Variants) && Assets.SequenceEqual(other.Assets);

    public override int GetHashCode() => HashCode.Combine(Spec, Variants.Count, Assets.Count);
}

/// <param name="Name">For the employee, 1 to 40 characters.</param>
/// <param name="Patch">JSON merge patch (RFC 7396) on the spec.</param>
public sealed record KitVariant(string Name, string Patch);

/// <param name="Name">As the spec names it: <c>lobby.jpg</c>.</param>
/// <param name="BlobKey">Where it lies; content-addressed, so that versions can share it.</param>
/// <param name="Bytes">Its length.</param>
public sealed record KitAsset(string Name, string BlobKey, long Bytes);
