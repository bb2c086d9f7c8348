using Headshots.Core.Tenants;
using Headshots.Web.Identity.Provider;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Headshots.Web.Identity;

/// <summary>Says to somebody who was not let in why, and whom to ask. Names are told only to who came from the provider just now.</summary>
[AllowAnonymous]
internal sealed class RefusedModel(EntryDesk desk, ITenantStore tenants, SignInPlan plan) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Why { get; set; }

    public string Reason { get; private set; } = EntryRefusals.Provider;

    /// <summary>Who was not let in.</summary>
    public string? Who { get; private set; }

    /// <summary>Who can help.</summary>
    public Tenant? Company { get; private set; }

    public IReadOnlyList<Member> Owners { get; private set; } = [];

    public bool MayTryAgain => plan.HasProvider;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Reason = EntryRefusals.All.FirstOrDefault(r => r == Why) ?? EntryRefusals.Provider;
        Response.StatusCode = StatusCodes.Status403Forbidden;
        if (Reason is EntryRefusals.NoRole or EntryRefusals.Suspended && desk.Of(HttpContext) is { Who: var who }
            && await tenants.FindByRealmAsync(who.Realm, cancellation) is { } id)
        {
            Who = who.Email.Length > 0 ? $"{who.Name} ({who.Email})" : who.Name;
            Company = await tenants.FindAsync(id, cancellation);
            Owners = [.. (await tenants.MembersAsync(id, cancellation)).Where(m => m.Roles.HasFlag(MemberRoles.Owner))];
        }
        else if (Reason == EntryRefusals.Suspended && MemberClaims.TenantOf(User) is { } own)
        {
            Who = User.Identity?.Name;
            Company = await tenants.FindAsync(own, cancellation);
        }
    }
}
