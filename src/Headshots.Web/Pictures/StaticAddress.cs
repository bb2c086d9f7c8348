using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Pictures;

/// <summary>The address of one of our own files that carries its fingerprint and may be kept for ever.</summary>
internal static class StaticAddress
{
    public static string Of(HttpContext context, string file) =>
        context.Request.PathBase + "/" + (context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[file] ?? file);
}
