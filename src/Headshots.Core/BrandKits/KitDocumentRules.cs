using System.Text.Json;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;

namespace Headshots.Core.BrandKits;

/// <summary>Whether the studio can do what a kit says, alone and in each of its variants.</summary>
internal static class KitDocumentRules
{
    public static Problem? Check(IPhotoStudio studio, KitDocument document)
    {
        SpecCheck spec = studio.CheckSpec(document.Spec);
        List<SpecProblem> found = [.. spec.Problems];
        HashSet<string> named = [.. spec.AssetNames];
        for (int i = 0; i < document.Variants.Count && found.Count == 0; i++)
        {
            try
            {
                SpecCheck variant = studio.CheckSpec(SpecPatch.Apply(document.Spec, document.Variants[i].Patch));
                found.AddRange(variant.Problems.Select(p => p with { Path = $"variants[{i}]{p.Path.TrimStart('$')}" }));
                named.UnionWith(variant.AssetNames);
            }
            catch (JsonException)
            {
                found.Add(new SpecProblem($"variants[{i}]", "This is not JSON."));
            }
        }

        return found.Count > 0
            ? BrandKitProblems.SpecInvalid(found)
            : named.Except(document.Assets.Select(a => a.Name), StringComparer.Ordinal).FirstOrDefault() is { } missing
                ? BrandKitProblems.AssetMissing(missing)
                : null;
    }
}
