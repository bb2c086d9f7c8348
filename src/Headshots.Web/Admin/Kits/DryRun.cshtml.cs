using Headshots.Core.BrandKits;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Admin.Kits;

/// <summary>What the draft would make of photos that were sent already. Nothing is saved and nobody is told.</summary>
[Authorize(Policies.KitEditing)]
internal sealed class DryRunModel(IBrandKitStore kits, ISubmissionStore submissions, IPersonStore people, PreviewKit preview) : PortalPage
{
    private const int Most = 12;

    private const int Height = 480;

    public BrandKit Kit { get; private set; } = null!;

    public IReadOnlyList<(Submission Submission, string Person)> Subjects { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await kits.FindAsync(Tenant, id, cancellation) is not { } kit)
        {
            return NotFound();
        }

        Kit = kit;
        IReadOnlyList<Submission> newest = await submissions.NewestAsync(Tenant, Most, cancellation);
        Dictionary<Guid, string> names = (await people.FindAsync(Tenant, [.. newest.Select(s => s.PersonId).Distinct()], cancellation)).ToDictionary(p => p.Id, p => p.Name);
        Subjects = [.. newest.Where(s => s.Best is not null).Select(s => (s, names.GetValueOrDefault(s.PersonId, string.Empty)))];
        return Page();
    }

    public async Task<IActionResult> OnGetPictureAsync(Guid id, Guid submission, CancellationToken cancellation)
    {
        if (await kits.FindAsync(Tenant, id, cancellation) is not { } kit)
        {
            return NotFound();
        }

        Result<RenderedPhoto> made = await preview.HandleAsync(Caller, kit.Draft, null, new PreviewSubject.Sent(submission), Height, cancellation);
        if (!made.Ok || !made.Value.Made)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=600";
        return File(made.Value.Files[0].Bytes.ToArray(), made.Value.Files[0].ContentType);
    }
}
