using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Headshots.Web.Preferences;

/// <summary>Keeps how somebody wants to see pages. Nobody gains by forging that, and cookies for forms may be blocked.</summary>
[IgnoreAntiforgeryToken]
internal sealed class IndexModel : PageModel
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public IActionResult OnPost(string? appearance, string? language, [FromForm(Name = "return")] string? back)
    {
        if (appearance is not null && Appearance.All.Contains(appearance))
        {
            Keep(Appearance.CookieName, appearance);
        }

        if (language is not null && Languages.All.Any(l => l.Name == language))
        {
            Keep(Languages.CookieName, language);
        }

        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/preferences");
    }

    private void Keep(string name, string value) => Response.Cookies.Append(name, value, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Kept,
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
    });
}
