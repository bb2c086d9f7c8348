namespace Headshots.Web.Photos;

internal static class PhotoFormats
{
    private static readonly (PhotoFormat Format, string ContentType)[] All =
    [
        (PhotoFormat.Jpeg, "image/jpeg"),
        (PhotoFormat.Png, "image/png"),
        (PhotoFormat.Webp, "image/webp"),
        (PhotoFormat.Avif, "image/avif"),
    ];

    public static PhotoFormat? Of(string contentType) =>
        All.FirstOrDefault(f => string.Equals(f.ContentType, contentType, StringComparison.OrdinalIgnoreCase)) is { ContentType: not null } found ? found.Format : null;

    public static string? ContentType(PhotoFormat format) => All.FirstOrDefault(f => f.Format == format).ContentType;
}
