using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Headshots.Web.WellKnown;

/// <summary>What programs look for at fixed places: whom to tell of a hole (RFC 9116), and what to list (RFC 9309).</summary>
internal static class WellKnownFiles
{
    /// <summary>
    /// Nothing here is for search engines. Links and photos may be fetched all the same: only then is the header seen that keeps
    /// their addresses out of lists too, where a forbidden address that somebody published would be listed bare.
    /// </summary>
    private const string Robots = "User-agent: *\nAllow: /i/\nAllow: /p/\nDisallow: /\n";

    /// <summary>The standard wants less than a year; whoever reads it anew is told anew.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromDays(90);

    public static void Add(IServiceCollection services) => services.AddOptions<SecurityContactOptions>()
        .BindConfiguration("SecurityContact").Validate(o => o.IsValid(), SecurityContactOptions.Rule).ValidateOnStart();

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/robots.txt", () => Results.Text(Robots, "text/plain", Encoding.UTF8)).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/.well-known/security.txt", Security).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Security(IOptions<SecurityContactOptions> options, TimeProvider time)
    {
        SecurityContactOptions given = options.Value;
        if (string.IsNullOrEmpty(given.Contact))
        {
            return Results.NotFound();
        }

        string expires = (time.GetUtcNow() + Holds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string policy = string.IsNullOrEmpty(given.Policy) ? string.Empty : $"Policy: {given.Policy}\n";
        return Results.Text($"Contact: {given.Contact}\nExpires: {expires}\nPreferred-Languages: en, de\n{policy}", "text/plain", Encoding.UTF8);
    }
}
