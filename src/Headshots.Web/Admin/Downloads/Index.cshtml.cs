using System.Globalization;
using Headshots.Core.Audit;
using Headshots.Core.Campaigns;
using Headshots.Core.Headshots;
using Headshots.Core.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Admin.Downloads;

/// <summary>Approved headshots for those who put them somewhere by hand.</summary>
internal sealed class IndexModel(
    IHeadshotStore headshots, ICampaignStore campaigns, HeadshotArchive archive, IAuditLog audit, IUnitOfWork work, Moments moments) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Campaign { get; set; }

    [BindProperty]
    public string? Template { get; set; } = FileNames.Usual;

    [BindProperty]
    public string[] Renditions { get; set; } = [];

    public IReadOnlyList<Campaign> Campaigns { get; private set; } = [];

    public int People { get; private set; }

    public IReadOnlyList<RenditionCount> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await CountAsync(cancellation);
        Renditions = [.. Found.Select(f => f.Name)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!FileNames.IsUsable(Template) || Renditions.Length == 0)
        {
            await CountAsync(cancellation);
            return Refused(Renditions.Length == 0
                ? new Problem("download_nothing", "There is nothing to download: no approved headshot has one of these sizes.", "Choose at least one size, or another campaign.")
                : new Problem("download_template", "The file names are missing what tells the files apart.", "Use {name}, {email} or {id}."));
        }

        audit.Record(Caller, "headshots.downloaded", "tenant", Tenant.Value, string.Join(", ", Renditions));
        _ = await work.SaveAsync(cancellation);
        string name = string.Create(CultureInfo.InvariantCulture, $"headshots-{moments.Now:yyyy-MM-dd}.zip");
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename={name}";
        Response.Headers.CacheControl = "no-store";
        await archive.WriteAsync(Response.BodyWriter.AsStream(leaveOpen: true), Caller, Campaign, Renditions.ToHashSet(StringComparer.Ordinal), Template, cancellation);
        return new EmptyResult();
    }

    private async Task CountAsync(CancellationToken cancellation)
    {
        Campaigns = await campaigns.ListAsync(Tenant, cancellation);
        Dictionary<string, RenditionCount> counts = new(StringComparer.Ordinal);
        await foreach (ApprovedHeadshot headshot in headshots.ApprovedAsync(Tenant, Campaign, cancellation))
        {
            People++;
            foreach (Rendition rendition in headshot.Renditions)
            {
                RenditionCount before = counts.GetValueOrDefault(rendition.Name) ?? new RenditionCount(rendition.Name, rendition.Width, rendition.Height, 0, 0);
                counts[rendition.Name] = before with { Files = before.Files + 1, Bytes = before.Bytes + rendition.Bytes };
            }
        }

        Found = [.. counts.Values];
    }
}

/// <summary>A size that can be downloaded, with how much of it there is.</summary>
internal sealed record RenditionCount(string Name, int Width, int Height, int Files, long Bytes);
