using System.Net;
using Headshots.Web;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Headshots.App.Serving;

/// <summary>What a request passes.</summary>
internal static class Pipeline
{
    public static void Use(WebApplication app, Roles roles)
    {
        WebOptions web = app.Services.GetRequiredService<IOptions<WebOptions>>().Value;
        if (web.BehindProxy)
        {
            app.UseForwardedHeaders(Forwarded(web));
        }

        // Whoever asks whether the program lives needs no page, no language and no cookie.
        app.UseHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyCheck.Tag) });
        if (roles.HasFlag(Roles.Web))
        {
            app.UseHeadshotsWeb();
            app.MapHeadshotsWeb();
        }
    }

    private static ForwardedHeadersOptions Forwarded(WebOptions web)
    {
        ForwardedHeadersOptions options = new() { ForwardedHeaders = ForwardedHeaders.All };
        foreach (string proxy in web.Proxies)
        {
            options.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        return options;
    }
}
