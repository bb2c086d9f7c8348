using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;

namespace Headshots.Web.Identity;

/// <summary>Signs in. In development as anybody of a sample company, and of no other: those hold real people.</summary>
[AllowAnonymous]
internal sealed class SignInModel(ITenantStore tenants, IHostEnvironment environment) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool InDevelopment => environment.IsDevelopment();

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

        await HttpContext.SignInAsync(Access.Scheme, MemberClaims.Principal(found), new AuthenticationProperties { IsPersistent = true });
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
