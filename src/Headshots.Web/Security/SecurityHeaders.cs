using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Headshots.Web.Security;

/// <summary>
/// What browsers may do with our answers. Set when the answer starts: only then is it known which page gave it.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Links = "/i";
    private const string Photos = "/p";
    private const string Api = "/api";

    public Task InvokeAsync(HttpContext context)
    {
        // Asked now: the page that tells of an error is answered under a path of its own.
        bool unlisted = IsBelow(context, Links) || IsBelow(context, Photos);
        bool api = IsBelow(context, Api);
        context.Response.OnStarting(() =>
        {
            Apply(context, unlisted, api);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static bool IsBelow(HttpContext context, string path) => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);

    private static void Apply(HttpContext context, bool unlisted, bool api)
    {
        // A page that failed is answered by the status page, which needs no camera: ask the endpoint that wrote the answer.
        bool camera = context.Features.Get<IEndpointFeature>()?.Endpoint?.Metadata.GetMetadata<UsesCameraAttribute>() is not null;
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = camera ? ContentSecurityPolicy.WithCamera : ContentSecurityPolicy.Plain;
        headers.XContentTypeOptions = "nosniff";
        headers[HeaderNames.XFrameOptions] = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = $"camera=({(camera ? "self" : string.Empty)}), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (unlisted)
        {
            headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        }

        if (api || context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
        {
            headers.CacheControl = "no-store";
        }
    }
}
