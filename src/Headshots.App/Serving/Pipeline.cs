using System.Net;
using Headshots.App.Hosting;
using Headshots.Web;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Rewrite;
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
            UseHttps(app, web);
            app.UseHeadshotsWeb();
            app.MapHeadshotsWeb();
        }
    }

    /// <summary>
    /// Where people reach it by HTTPS, nobody is served anything else. Only where this process can tell: behind a proxy that it does
    /// not believe, every request looks unencrypted and would be sent round and round.
    /// </summary>
    private static void UseHttps(WebApplication app, WebOptions web)
    {
        if (app.Environment.IsDevelopment() || PublicAddress.Configured(app.Configuration) is not { Scheme: "https" } address)
        {
            return;
        }

        app.UseHsts();
        bool encrypts = web.BehindProxy || app.Urls.Concat((app.Configuration["urls"] ?? string.Empty).Split(';')).Any(u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
        if (encrypts)
        {
            app.UseRewriter(new RewriteOptions().AddRedirectToHttps(StatusCodes.Status308PermanentRedirect, address.IsDefaultPort ? null : address.Port));
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
