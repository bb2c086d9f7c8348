using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Headshots.Core.BrandKits;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Admin.Kits;

/// <summary>
/// What the form as it stands would make of a sitter or of the admin's own photo: a JPEG, with its warnings in a header; or
/// what is wrong, as JSON. Nothing of it is kept.
/// </summary>
[Authorize(Policies.KitEditing)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxPhoto)]
[RequestSizeLimit(MaxPhoto)]
internal sealed class PreviewModel(IBrandKitStore kits, KitForms forms, PreviewKit preview, ProblemWords words) : PortalPage
{
    public const string WarningsHeader = "Preview-Warnings";

    private const int MaxPhoto = 25 * 1024 * 1024;

    private const int Height = 640;

    /// <summary>There is nothing to look at: it only takes.</summary>
    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnPostAsync(Guid id, IFormFile? photo, string? sitter, string? variant, CancellationToken cancellation)
    {
        if (await kits.FindAsync(Tenant, id, cancellation) is not { } kit)
        {
            return NotFound();
        }

        Result<KitDocument> read = await forms.ReadAsync(Tenant, kit.Draft, Request.Form, cancellation);
        if (!read.Ok)
        {
            return Wrong(read.Problem);
        }

        PreviewSubject subject = new PreviewSubject.Sitter(sitter ?? string.Empty);
        if (photo is { Length: > 0 })
        {
            using MemoryStream bytes = new((int)photo.Length);
            await photo.CopyToAsync(bytes, cancellation);
            subject = new PreviewSubject.OwnPhoto(bytes.ToArray());
        }

        string? patch = int.TryParse(variant, out int index) && index >= 0 && index < read.Value.Variants.Count ? read.Value.Variants[index].Patch : null;
        Result<RenderedPhoto> made = await preview.HandleAsync(Caller, read.Value, patch, subject, Height, cancellation);
        if (!made.Ok)
        {
            return Wrong(made.Problem);
        }

        if (!made.Value.Made)
        {
            VerdictReason? reason = made.Value.Reasons.Count > 0 ? made.Value.Reasons[0] : null;
            return Answer(new PreviewProblem(reason is null ? string.Empty : words.Whole(reason), []));
        }

        string[] warnings = [.. made.Value.Warnings.Select(w => words.Whole(w))];
        Response.Headers[WarningsHeader] = UrlEncoder.Default.Encode(JsonSerializer.Serialize(warnings, PreviewJson.Default.StringArray));
        Response.Headers.CacheControl = "no-store";
        return File(made.Value.Files[0].Bytes.ToArray(), made.Value.Files[0].ContentType);
    }

    private JsonResult Wrong(Problem problem)
    {
        return Answer(new PreviewProblem(words.Of(problem).Whole, [.. problem.Fields.Select(f => new PreviewField(SpecPaths.FormName(f.Field, Request.Form), words.Field(f.Message)))]));
    }

    private static JsonResult Answer(PreviewProblem problem) =>
        new(problem, PreviewJson.Default.Options) { StatusCode = StatusCodes.Status400BadRequest };
}

internal sealed record PreviewProblem(string Message, IReadOnlyList<PreviewField> Fields);

internal sealed record PreviewField(string Name, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PreviewProblem))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class PreviewJson : JsonSerializerContext;
