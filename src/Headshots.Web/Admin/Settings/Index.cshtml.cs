using System.Globalization;
using Headshots.Core.Credits;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Web.Feedback;
using Headshots.Web.Identity;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.Settings;

internal sealed class IndexModel(ITenantStore tenants, ICreditLedger ledger, SettingsUses uses, IStringLocalizer<SettingsTexts> texts) : PortalPage
{
    private const int LedgerSize = 20;

    [BindProperty]
    public SettingsForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public Tenant Company { get; private set; } = null!;

    public int Balance { get; private set; }

    public Slice<CreditEntry> Ledger { get; private set; } = new([], null);

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public bool MayEdit => May(Policies.SettingsEditing);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        Form = SettingsForm.Of(Company);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        Result<Done> changed = await uses.Change.HandleAsync(Caller, Form.Request(Company.Settings), cancellation);
        return changed.Ok ? Done("/admin/settings", texts["Saved"]) : Refused(changed.Problem, SettingsForm.FieldOf);
    }

    public async Task<IActionResult> OnPostGrantAsync(string? amount, string? note, CancellationToken cancellation)
    {
        _ = int.TryParse(amount, NumberStyles.Integer, CultureInfo.InvariantCulture, out int credits);
        string reason = note?.Trim() is { Length: > 0 } written ? written[..Math.Min(written.Length, 200)] : texts["Grant.Note.Default"];
        return Told("/admin/settings#credits", await uses.Grant.HandleAsync(Caller, credits, reason, cancellation), _ => texts.Count("Granted", credits));
    }

    public async Task<IActionResult> OnPostRemoveSampleAsync(CancellationToken cancellation)
    {
        Result<Done> removed = await uses.Remove.HandleAsync(Caller, cancellation);
        if (!removed.Ok)
        {
            return NotFound();
        }

        await HttpContext.SignOutAsync(Access.Scheme);
        this.Show(new Toast(texts["Sample.Removed"]));
        return Redirect(Url.Content("~/signin"));
    }

    public async Task<IActionResult> OnPostSignOutAsync(Guid member, CancellationToken cancellation) =>
        Told("/admin/settings#members", await uses.Leaving.AllAsync(Caller, member, MemberClaims.SessionOf(User)?.Id, cancellation), _ => texts["Members.SignedOut"]);

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await tenants.FindAsync(Tenant, cancellation) is not { } company)
        {
            return false;
        }

        Company = company;
        Members = await tenants.MembersAsync(Tenant, cancellation);
        Balance = await ledger.BalanceAsync(Tenant, cancellation);
        Ledger = await ledger.ListAsync(Tenant, Cursor, LedgerSize, cancellation);
        return true;
    }
}

/// <summary>What an owner can do to the company.</summary>
internal sealed record SettingsUses(ChangeTenant Change, GrantCredits Grant, RemoveSampleTenant Remove, Leaving Leaving);
