using Headshots.Web.Feedback;
using Headshots.Web.Identity.Provider;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Identity;

/// <summary>
/// Signs out, here and then at the provider; only by a form, so that no foreign page can do it by a picture's address. The way to the
/// provider is taken by the page that follows: a redirect after a form may not leave this site.
/// </summary>
[AllowAnonymous]
internal sealed class SignOutModel(Leaving leaving, SignInPlan plan, IStringLocalizer<IdentityTexts> texts) : PageModel
{
    public string ProviderName => plan.DisplayName;

    public static string ProviderAddress => ProviderEndpoints.Leave;

    public IActionResult OnGet(bool? there) => there == true && plan.HasProvider ? Page() : Redirect(Url.Content("~/signin"));

    public async Task<IActionResult> OnPostAsync()
    {
        await leaving.BrowserAsync(HttpContext);
        await HttpContext.SignOutAsync(Access.Scheme);
        this.Show(new Toast(texts["SignedOut"]));
        return Redirect(Url.Content(plan.HasProvider ? "~/signout?there=true" : "~/signin"));
    }
}
