using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Headshots.Core.BrandKits;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Admin.Kits;

/// <summary>Makes a kit's document of what its editor posts.</summary>
internal sealed partial class KitForms(SpecFields fields, IBlobStore blobs, IPhotoStudio studio)
{
    /// <param name="tenant">Whose.</param>
    /// <param name="before">The draft that was edited.</param>
    /// <param name="form">What was posted: <c>from=json</c> takes the text, everything else the fields.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Result<KitDocument>> ReadAsync(TenantId tenant, KitDocument before, IFormCollection form, CancellationToken cancellation)
    {
        JsonObject spec;
        try
        {
            spec = form["from"] == "json" ? SpecText.Parse(form["json"].ToString()) : SpecForm.Read(fields, SpecText.Parse(before.Spec), form);
        }
        catch (JsonException e)
        {
            return BrandKitProblems.SpecInvalid([new SpecProblem("json", e.Message)]);
        }

        string text = SpecText.Pretty(spec);
        KitDocument document = new()
        {
            Spec = text,
            Variants = form.ContainsKey(VariantForm.Marker) ? VariantForm.Read(form) : before.Variants,
            Assets = before.Assets,
        };
        return document with { Assets = await AssetsAsync(tenant, document, form, cancellation) };
    }

    /// <summary>The pictures that the document names, of those it had and those that were uploaded meanwhile.</summary>
    private async Task<IReadOnlyList<KitAsset>> AssetsAsync(TenantId tenant, KitDocument document, IFormCollection form, CancellationToken cancellation)
    {
        HashSet<string> named = [.. studio.CheckSpec(document.Spec).AssetNames];
        foreach (KitVariant variant in document.Variants)
        {
            try
            {
                named.UnionWith(studio.CheckSpec(SpecPatch.Apply(document.Spec, variant.Patch)).AssetNames);
            }
            catch (JsonException)
            {
                // The kit's rules say so.
            }
        }

        List<KitAsset> assets = [.. document.Assets.Where(a => named.Contains(a.Name))];
        foreach (string name in named.Except(assets.Select(a => a.Name), StringComparer.Ordinal).Where(n => Uploaded().IsMatch(n)))
        {
            string key = $"kit-assets/{name}";
            if (await blobs.OpenAsync(tenant, key, cancellation) is { } content)
            {
                await using (content)
                {
                    assets.Add(new KitAsset(name, key, content.Length));
                }
            }
        }

        return assets;
    }

    [GeneratedRegex("^[0-9a-f]{32}[.][a-z]{3,4}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Uploaded();
}
