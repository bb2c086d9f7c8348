using Headshots.Core.Audit;
using Headshots.Core.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Admin.Audit;

internal sealed class IndexModel(IAuditLog audit) : PortalPage
{
    /// <summary>What entries begin with, for the filter.</summary>
    public static readonly IReadOnlyList<string> Subjects =
        ["person", "campaign", "invitation", "submission", "headshot", "review", "kit", "job", "selfies", "credits", "api_key", "tenant", "headshots"];

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Actor { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public Slice<AuditEntry> Entries { get; private set; } = new([], null);

    public bool IsFiltered => !string.IsNullOrEmpty(Subject) || !string.IsNullOrWhiteSpace(Actor) || Of is not null;

    public async Task OnGetAsync(CancellationToken cancellation) => Entries = await audit.ListAsync(
        Tenant,
        new AuditQuery(
            string.IsNullOrEmpty(Subject) ? null : Subject + ".", string.IsNullOrWhiteSpace(Actor) ? null : Actor.Trim(), Of, Cursor, 100),
        cancellation);

    public string Address(string? cursor) => "/admin/audit" + Microsoft.AspNetCore.Http.QueryString.Create(
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["subject"] = Subject, ["actor"] = Actor, ["of"] = Of?.ToString(), ["cursor"] = cursor }
            .Where(p => !string.IsNullOrEmpty(p.Value)));

    /// <summary>The page of what an entry is about, where there is one.</summary>
    public static string? PageOf(AuditEntry entry) => entry.SubjectType switch
    {
        "person" => $"/admin/people/{entry.SubjectId}",
        "campaign" => $"/admin/campaigns/{entry.SubjectId}",
        "kit" => $"/admin/kits/{entry.SubjectId}",
        _ => null,
    };
}
