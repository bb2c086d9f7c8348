using Headshots.Core.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Headshots.Web.Photos;

/// <summary>Serves photos under signed addresses, and leaves no copy anywhere on the way.</summary>
internal static class PhotoEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(PhotoAddresses.Route + "{address}", ServeAsync).ExcludeFromDescription();

    private static async Task<IResult> ServeAsync(
        string address, HttpContext context, PhotoAddresses addresses, SmallPhotos small, IBlobStore blobs, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store, private";
        if (addresses.Read(address) is not { } request || PhotoFormats.ContentType(request.Format) is not { } contentType)
        {
            return Results.Text("This picture's address has ended. Reload the page.", statusCode: StatusCodes.Status410Gone);
        }

        Stream? photo = await blobs.OpenAsync(request.Tenant, request.Key, cancellation);
        if (photo is null)
        {
            return Results.Text("This picture was deleted.", statusCode: StatusCodes.Status404NotFound);
        }

        if (request.LongSide == 0)
        {
            return Results.Stream(photo, contentType);
        }

        await using (photo)
        {
            byte[]? bytes = await small.OfAsync(request, photo, cancellation);
            return bytes is null
                ? Results.Text("This picture cannot be read.", statusCode: StatusCodes.Status404NotFound)
                : Results.Bytes(bytes, contentType);
        }
    }
}
