using System.Text.Json.Serialization;
using Headshots.Core.BrandKits;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Admin.Kits;

/// <summary>Takes in a picture for a kit while its form is open; answers JSON to the editor.</summary>
[Authorize(Policies.KitEditing)]
[RequestFormLimits(MultipartBodyLengthLimit = AddKitAsset.MaxBytes + 65_536)]
[RequestSizeLimit(AddKitAsset.MaxBytes + 65_536)]
internal sealed class AssetModel(AddKitAsset add, ProblemWords words) : PortalPage
{
    /// <summary>There is nothing to look at: it only takes.</summary>
    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnPostAsync(IFormFile? picture, CancellationToken cancellation)
    {
        if (picture is null)
        {
            return BadRequest();
        }

        using MemoryStream bytes = new((int)picture.Length);
        await picture.CopyToAsync(bytes, cancellation);
        Result<KitAsset> added = await add.HandleAsync(Caller, bytes.ToArray(), cancellation);
        return new JsonResult(new AssetAnswer(added.Ok ? added.Value.Name : null, added.Ok ? null : words.Of(added.Problem).Whole), AssetJson.Default.Options)
        {
            StatusCode = added.Ok ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}

internal sealed record AssetAnswer(string? Name, string? Problem);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AssetAnswer))]
internal sealed partial class AssetJson : JsonSerializerContext;
