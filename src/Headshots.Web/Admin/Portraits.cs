using Headshots.Core.Headshots;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Admin;

/// <summary>Addresses of the pictures that portal pages show: signed, small, and of the signed-in member's tenant only.</summary>
internal sealed class Portraits(IPhotoLinks links, IHeadshotStore headshots, IHttpContextAccessor http)
{
    private TenantId Tenant => MemberClaims.Caller(http.HttpContext!.User).Tenant;

    public string Of(string key, int longSide) => links.Of(Tenant, key, longSide);

    /// <summary>The headshot itself, not one of its crops.</summary>
    public string Of(Headshot headshot, int longSide) => Of(headshot.Renditions[0].BlobKey, longSide);

    /// <summary>Thumbnails of people who have an approved headshot, by person.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Person> people, CancellationToken cancellation)
    {
        Guid[] ids = [.. people.Where(p => p.HeadshotId is not null).Select(p => p.HeadshotId!.Value)];
        return ids.Length == 0
            ? new Dictionary<Guid, string>()
            : (await headshots.FindAsync(Tenant, ids, cancellation)).ToDictionary(h => h.PersonId, h => Of(h, 96));
    }
}
