using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.Settings;

/// <summary>An owner has the whole company deleted, some days later, or takes it back.</summary>
[Authorize(Policies.SettingsEditing)]
internal sealed class DeletionModel(ITenantStore tenants, ScheduleTenantDeletion deletion, IStringLocalizer<SettingsTexts> texts) : PortalPage
{
    public Tenant Company { get; private set; } = null!;

    [BindProperty]
    public string? Name { get; set; }

    public static int Days => (int)ScheduleTenantDeletion.Grace.TotalDays;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ShowAsync(cancellation) is not PageResult)
        {
            return NotFound();
        }

        Result<DateTimeOffset> due = await deletion.ScheduleAsync(Caller, Name, cancellation);
        return due.Ok ? Done("/admin/settings/deletion", texts["Deletion.Scheduled", Moments.Day(due.Value)]) : Refused(due.Problem);
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellation) =>
        Told("/admin/settings/deletion", await deletion.CancelAsync(Caller, cancellation), _ => texts["Deletion.Kept"]);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        Tenant? company = await tenants.FindAsync(Tenant, cancellation);
        Company = company!;
        return company is null ? NotFound() : Page();
    }
}
