using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Preferences;

/// <summary>Light, dark, or what the device says. Kept in a cookie and written into the page, so that nothing flashes.</summary>
internal static class Appearance
{
    public const string CookieName = "appearance";
    public const string System = "system";

    public static IReadOnlyList<string> All { get; } = [System, "light", "dark"];

    public static string Of(HttpRequest request) =>
        All.FirstOrDefault(a => a == request.Cookies[CookieName], System);
}
