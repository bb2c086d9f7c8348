namespace Headshots.Web.Photos;

/// <summary>Formats that are served; a file of another kind is none of ours. The numbers are part of addresses.</summary>
internal enum PhotoFormat : byte
{
    Jpeg = 1,
    Png = 2,
    Webp = 3,
    Avif = 4,
}
