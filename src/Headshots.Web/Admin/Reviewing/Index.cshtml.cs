using Headshots.Core.Campaigns;
using Headshots.Core.Headshots;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Web.Feedback;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.Reviewing;

/// <summary>The queue: one headshot at a time beside the photo it was made of, and all that wait in a strip.</summary>
internal sealed class IndexModel(
    IHeadshotStore headshots, ICampaignStore campaigns, ITenantStore tenants, ReviewHeadshots review, UndoReview undo, IStringLocalizer<ReviewTexts> texts) : PortalPage
{
    private const int PageSize = 50;

    private const int MostUndone = 200;

    [BindProperty(SupportsGet = true)]
    public Guid? Campaign { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? At { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public Slice<WaitingHeadshot> Queue { get; private set; } = new([], null);

    public IReadOnlyList<Campaign> Campaigns { get; private set; } = [];

    public AutoApprovalRule? Rule { get; private set; }

    public int Index { get; private set; }

    public WaitingHeadshot? Current => Queue.Items.Count > 0 ? Queue.Items[Index] : null;

    /// <summary>What to look at after the current one is decided.</summary>
    public Guid? Following => Queue.Items.Count < 2 ? null : Queue.Items[Index + 1 < Queue.Items.Count ? Index + 1 : Index - 1].Headshot.Id;

    public string Address(Guid? at, string? cursor = null) => "/admin/review" + Microsoft.AspNetCore.Http.QueryString.Create(
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["campaign"] = Campaign?.ToString(), ["cursor"] = cursor ?? Cursor, ["at"] = at?.ToString() }
            .Where(p => !string.IsNullOrEmpty(p.Value)));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Queue = await headshots.WaitingAsync(Tenant, new WaitingQuery(Campaign, Cursor, PageSize), cancellation);
        Campaigns = await campaigns.ListAsync(Tenant, cancellation);
        Rule = (await tenants.FindAsync(Tenant, cancellation))?.Settings.AutoApproval;
        int at = Queue.Items.ToList().FindIndex(w => w.Headshot.Id == At);
        Index = Math.Max(0, at);
    }

    public async Task<IActionResult> OnPostApproveAsync(Guid[]? selected, Guid? next, CancellationToken cancellation) =>
        Decided(selected ?? [], next, await review.HandleAsync(Caller, new ReviewRequest(selected ?? [], Approve: true, null), cancellation), "Approved");

    public async Task<IActionResult> OnPostRejectAsync(Guid[]? selected, string? reason, Guid? next, CancellationToken cancellation)
    {
        selected ??= [];
        Result<int> decided = await review.HandleAsync(Caller, new ReviewRequest(selected, Approve: false, reason), cancellation);
        if (!decided.Ok && decided.Problem == HeadshotProblems.ReasonNeeded && selected.Length > 0)
        {
            // Shown again where it was, with its sentence above the form.
            At = selected[0];
            await OnGetAsync(cancellation);
            return Refused(decided.Problem);
        }

        return Decided(selected, next, decided, "Rejected");
    }

    public async Task<IActionResult> OnPostUndoAsync(string? ids, CancellationToken cancellation)
    {
        Result<Done> last = SharedProblems.NotFound;
        Guid? first = null;
        int undone = 0;
        foreach (Guid id in (ids ?? string.Empty).Split(',').Take(MostUndone).Select(t => Guid.TryParse(t, out Guid id) ? id : Guid.Empty).Where(id => id != Guid.Empty))
        {
            last = await undo.HandleAsync(Caller, id, cancellation);
            undone += last.Ok ? 1 : 0;
            first ??= id;
        }

        return undone > 0 ? Done(Address(first), texts["Undone", undone]) : Told(Address(first), last, _ => string.Empty);
    }

    private RedirectResult Decided(Guid[] selected, Guid? next, Result<int> decided, string sentence)
    {
        string address = Address(next);
        if (!decided.Ok)
        {
            return Told(address, decided, _ => string.Empty);
        }

        this.Show(new Toast(
            texts[sentence, decided.Value],
            Url.Content("~" + Address(next)) + (Address(next).Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=Undo",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["ids"] = string.Join(',', selected.Take(MostUndone)) }));
        return Redirect(Url.Content("~" + address));
    }
}
