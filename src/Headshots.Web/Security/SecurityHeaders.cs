using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Headshots.Web.Security;

/// <summary>
/// What browsers may do with our answers. Set when the answer starts: only then is it known which page gave it.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Employee = "/i";

    public Task InvokeAsync(HttpContext context)
    {
        // Asked now: the page that tells of an error is answered under a path of its own.
        bool employee = context.Request.Path.StartsWithSegments(Employee, StringComparison.OrdinalIgnoreCase);
        context.Response.OnStarting(() =>
        {
            Apply(context, employee);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Apply(HttpContext context, bool employee)
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
        if (employee)
        {
            headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        }

        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
        {
            headers.CacheControl = "no-store";
        }
    }
}
