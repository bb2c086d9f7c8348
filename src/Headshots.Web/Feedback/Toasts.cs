using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Headshots.Web.Feedback;

/// <summary>Carries a toast over the redirect that follows a form.</summary>
internal static class Toasts
{
    public const string CookieName = "headshots.said";

    private const string Key = "toast";

    public static void Show(this PageModel page, Toast toast) =>
        page.TempData[Key] = JsonSerializer.Serialize(toast, ToastJson.Default.Toast);

    /// <summary>Whoever carries no cookie is given none just because a page looked for a toast.</summary>
    public static Toast? Take(HttpRequest request, ITempDataDictionary data) =>
        request.Cookies.ContainsKey(CookieName) && data[Key] is string json ? JsonSerializer.Deserialize(json, ToastJson.Default.Toast) : null;
}
