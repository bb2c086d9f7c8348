using System.Net.Mime;
using System.Text.Json.Nodes;
using Headshots.Core.BrandKits;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.Kits;

/// <summary>A kit's editor: every field of the spec, as a form and as JSON, with what it makes beside it.</summary>
internal sealed class EditModel(IBrandKitStore kits, IPhotoStudio studio, SpecFields fields, KitForms forms, KitUses uses, IStringLocalizer<KitTexts> texts) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public BrandKit Kit { get; private set; } = null!;

    public string Name { get; private set; } = string.Empty;

    public long Version { get; private set; }

    /// <summary>As typed, while it is not saved.</summary>
    public KitDocument Document { get; private set; } = new();

    public JsonObject Spec { get; private set; } = [];

    public string Json { get; private set; } = "{}";

    public IReadOnlyList<BrandKitVersion> Versions { get; private set; } = [];

    public SpecFields Fields => fields;

    public IReadOnlyList<string> Sitters => studio.Sitters;

    public bool MayEdit => May(Policies.KitEditing);

    private string Address => $"/admin/kits/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        Show(Kit.Name, Kit.Draft, Kit.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? name, long version, string? then, CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        Result<KitDocument> read = await forms.ReadAsync(Tenant, Kit.Draft, Request.Form, cancellation);
        Show(name ?? string.Empty, read.Ok ? read.Value : Kit.Draft, version);
        if (!read.Ok)
        {
            Json = Request.Form["json"].ToString();
            return Refused(read.Problem, field => SpecPaths.FormName(field, Request.Form));
        }

        Result<Guid> saved = await uses.Save.HandleAsync(Caller, new SaveBrandKitRequest(Id, Name, read.Value, version), cancellation);
        if (!saved.Ok)
        {
            return Refused(saved.Problem, field => SpecPaths.FormName(field, Request.Form));
        }

        return then == "publish" ? await PublishAsync(cancellation) : Done(Address, texts["Saved"]);
    }

    /// <summary>The document that the fields say, as they stand and before anything is saved: for the other view of it.</summary>
    public async Task<IActionResult> OnPostJsonAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        Result<KitDocument> read = await forms.ReadAsync(Tenant, Kit.Draft, Request.Form, cancellation);
        return read.Ok ? Content(SpecText.Pretty(SpecText.Parse(read.Value.Spec)), MediaTypeNames.Application.Json) : BadRequest();
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid number, long version, CancellationToken cancellation) =>
        await FindAsync(cancellation) && await kits.FindVersionAsync(Tenant, number, cancellation) is { } old && old.KitId == Id
            ? Told(Address, await uses.Save.HandleAsync(Caller, new SaveBrandKitRequest(Id, Kit.Name, old.Document, version), cancellation), _ => texts["Restored", old.Number])
            : NotFound();

    public async Task<IActionResult> OnPostArchiveAsync(bool archived, CancellationToken cancellation) =>
        !await FindAsync(cancellation) ? NotFound() : Told(Address, await uses.Archive.HandleAsync(Caller, Id, archived, cancellation), _ => texts[archived ? "ArchivedNow" : "BackNow"]);

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellation) =>
        !await FindAsync(cancellation) ? NotFound() : Told(Address, await uses.Again.HandleAsync(Caller, Id, cancellation), n => n == 0 ? texts["Again.None"] : texts.Count("Again.Done", n));

    public string ValueOf(SpecField field)
    {
        if (field.BackgroundType is { } type && type != BackgroundType)
        {
            return field.Default;
        }

        return SpecText.At(Spec, field.Path) is { } value ? SpecText.Of(value) : field.Default;
    }

    public string BackgroundType => SpecText.At(Spec, "background.type") is { } type ? SpecText.Of(type) : Fields.BackgroundTypes[0];

    public string? ErrorOf(string name) => ModelState.TryGetValue(name, out Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateEntry? entry) && entry.Errors.Count > 0
        ? entry.Errors[0].ErrorMessage
        : null;

    private async Task<IActionResult> PublishAsync(CancellationToken cancellation)
    {
        // Saving raised the version: read what it is now.
        long version = (await kits.FindAsync(Tenant, Id, cancellation))?.Version ?? 0;
        Result<Guid> published = await uses.Publish.HandleAsync(Caller, Id, version, cancellation);
        return Told(Address, published, _ => texts["Published"]);
    }

    private void Show(string name, KitDocument document, long version)
    {
        (Name, Document, Version) = (name, document, version);
        Spec = SpecText.Parse(document.Spec);
        Json = SpecText.Pretty(Spec);
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await kits.FindAsync(Tenant, Id, cancellation) is not { } kit)
        {
            return false;
        }

        Kit = kit;
        Versions = await kits.VersionsAsync(Tenant, Id, cancellation);
        return true;
    }
}

/// <summary>What can be done to a kit.</summary>
internal sealed record KitUses(SaveBrandKit Save, PublishBrandKit Publish, ArchiveBrandKit Archive, RenderAgain Again);
