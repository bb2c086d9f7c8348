using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Microsoft.Extensions.Caching.Memory;

namespace Headshots.Web.Photos;

/// <summary>
/// Smaller copies for pages, kept in memory for minutes: on disk they would be one more place from which photos have to be deleted.
/// </summary>
internal sealed class SmallPhotos(IPhotoStudio studio) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 64 * 1024 * 1024 });

    /// <summary>Null when the file is no photo any more.</summary>
    /// <param name="request">Which one.</param>
    /// <param name="photo">The file, opened now: a deleted photo is not shown out of memory.</param>
    /// <param name="cancellation">The browser went away.</param>
    public async Task<byte[]?> OfAsync(PhotoRequest request, Stream photo, CancellationToken cancellation)
    {
        (TenantId, string, int) name = (request.Tenant, request.Key, request.LongSide);
        if (_cache.TryGetValue(name, out byte[]? known))
        {
            return known;
        }

        using MemoryStream bytes = new(photo.CanSeek ? (int)photo.Length : 0);
        await photo.CopyToAsync(bytes, cancellation);
        byte[]? small = await studio.ThumbnailAsync(bytes.ToArray(), request.LongSide, cancellation);
        if (small is not null)
        {
            _cache.Set(name, small, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = small.Length });
        }

        return small;
    }

    public void Dispose() => _cache.Dispose();
}
