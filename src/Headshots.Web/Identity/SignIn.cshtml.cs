using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Web.Identity.Provider;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;

namespace Headshots.Web.Identity;

/// <summary>Leads to the provider. In development signs in as anybody of a sample company, and of no other: those hold real people.</summary>
[AllowAnonymous]
internal sealed class SignInModel(ITenantStore tenants, EnterPortal enter, SignInPlan plan, IHostEnvironment environment) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Said twice: a setting alone must not open the door of a server.</summary>
    public bool InDevelopment => plan.Kind == SignInKind.Development && environment.IsDevelopment();

    public SignInPlan Plan => plan;

    public string StartAddress => Url.Content("~" + ProviderEndpoints.Start) + (Url.IsLocalUrl(ReturnUrl) ? "?returnUrl=" + Uri.EscapeDataString(ReturnUrl) : string.Empty);

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (MemberClaims.TenantOf(User) is not null)
        {
            return LocalRedirect(Destination());
        }

        Members = await SampleMembersAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid member, CancellationToken cancellation)
    {
        if ((await SampleMembersAsync(cancellation)).FirstOrDefault(m => m.Id == member) is not { } found)
        {
            return NotFound();
        }

        Result<Entered> entered = await enter.AsMemberAsync(found.TenantId, found.Id, DeviceWords.Of(Request.Headers.UserAgent), cancellation);
        if (!entered.Ok)
        {
            return NotFound();
        }

        await SignedIn.WriteAsync(HttpContext, entered.Value.Session);
        return LocalRedirect(Destination());
    }

    private string Destination() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/admin");

    private async Task<IReadOnlyList<Member>> SampleMembersAsync(CancellationToken cancellation)
    {
        List<Member> members = [];
        if (InDevelopment)
        {
            foreach (TenantId id in await tenants.AllAsync(cancellation))
            {
                if (await tenants.FindAsync(id, cancellation) is { IsSample: true })
                {
                    members.AddRange(await tenants.MembersAsync(id, cancellation));
                }
            }
        }

        return members;
    }
}
