using Headshots.Web.Feedback;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Identity;

/// <summary>Signs out; only by a form, so that no foreign page can do it by a picture's address.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(IStringLocalizer<IdentityTexts> texts) : PageModel
{
    public IActionResult OnGet() => Redirect(Url.Content("~/signin"));

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(Access.Scheme);
        this.Show(new Toast(texts["SignedOut"]));
        return Redirect(Url.Content("~/signin"));
    }
}
