using System.Net.Mime;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Web.Security;

/// <summary>
/// Pages and JSON travel compressed. Photos and archives are as small as they get, static files were compressed when they were
/// built, and a stream of events must not wait for a block to fill.
/// </summary>
/// <remarks>
/// Compression over TLS tells by its length whether a guess stands beside a secret (BREACH): an attacker on the line opens pages
/// in a member's browser with guesses in the address, which the page repeats. The forms' tokens are masked anew for every answer,
/// so they cannot be approached guess by guess; signed addresses of photos are the same for a while. A member's page therefore
/// stays uncompressed where its address carries something to repeat. Employees' pages are nobody's who does not know the token,
/// and the API repeats nothing.
/// </remarks>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = [MediaTypeNames.Text.Html, MediaTypeNames.Application.Json, MediaTypeNames.Application.ProblemJson];
    });

    public static void UseCompression(this IApplicationBuilder app) => app.UseWhen(IsSafe, safe => safe.UseResponseCompression());

    private static bool IsSafe(HttpContext context) =>
        !context.Request.QueryString.HasValue
        || Api.ApiFaults.IsApi(context)
        || !context.Request.Cookies.ContainsKey(MemberCookie.Name);
}
