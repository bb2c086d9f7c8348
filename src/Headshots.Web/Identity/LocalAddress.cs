using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Identity;

/// <summary>Addresses of this site that come in with a request: never another's, whatever they look like.</summary>
internal static class LocalAddress
{
    /// <returns>A path with the site's base before it.</returns>
    public static string Or(HttpContext http, string? asked, string otherwise) => IsLocal(asked) ? asked! : http.Request.PathBase + otherwise;

    /// <summary>As <c>IUrlHelper.IsLocalUrl</c> judges a path: one slash, no backslash behind it, nothing that a browser leaves out.</summary>
    private static bool IsLocal(string? address) =>
        address is { Length: > 0 and <= 2000 } && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl);
}
