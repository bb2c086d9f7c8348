using Headshots.Core.BrandKits;
using Headshots.Core.Headshots;
using Headshots.Core.Submissions;

namespace Headshots.Core.Rendering;

/// <summary>One headshot to be made.</summary>
/// <param name="Selfie">Of which photo.</param>
/// <param name="Variant">The variant's name; empty for the kit as it is.</param>
/// <param name="Spec">JSON.</param>
public sealed record PlannedCandidate(Selfie Selfie, string Variant, string Spec);

/// <summary>
/// What a person is shown to choose between, three to five: the best photo in each of the kit's variants, then the next best
/// photos as the kit is. A kit with fewer than two variants is filled up with <see cref="OwnVariants"/>.
/// </summary>
internal static class CandidatePlan
{
    public const int Most = 5;

    private const int Least = 3;

    public static IReadOnlyList<PlannedCandidate> For(Submission submission, KitDocument kit)
    {
        Selfie[] usable = [.. submission.Selfies.Where(s => s.Verdict.Usable).OrderByDescending(s => s.Verdict.Rank)];
        if (usable.Length == 0)
        {
            return [];
        }

        IEnumerable<KitVariant> variants = kit.Variants.Concat(OwnVariants.All).Take(Math.Max(kit.Variants.Count, Least - 1));
        PlannedCandidate[] best =
        [
            new(usable[0], string.Empty, kit.Spec),
            .. variants.Select(v => new PlannedCandidate(usable[0], v.Name, SpecPatch.Apply(kit.Spec, v.Patch))),
        ];
        PlannedCandidate[] others = [.. usable[1..].Select(s => new PlannedCandidate(s, string.Empty, kit.Spec))];

        // Another photo is more of a choice than a third light, so photos come before what exceeds three.
        return [.. best.Take(Least).Concat(others).Concat(best.Skip(Least)).Take(Most)];
    }

    /// <summary>The same photo and variant under another version of the kit; as the kit is where it has no such variant any more.</summary>
    public static PlannedCandidate? Again(Submission submission, Headshot headshot, KitDocument kit)
    {
        if (submission.Selfies.FirstOrDefault(s => s.Id == headshot.SelfieId) is not { } selfie)
        {
            return null;
        }

        KitVariant? variant = kit.Variants.Concat(OwnVariants.All).FirstOrDefault(v => v.Name == headshot.Variant);
        return variant is null
            ? new PlannedCandidate(selfie, string.Empty, kit.Spec)
            : new PlannedCandidate(selfie, variant.Name, SpecPatch.Apply(kit.Spec, variant.Patch));
    }
}
