using Headshots.Core.Shared;

namespace Headshots.Web.Admin;

internal interface IPhotoLinks
{
    string Of(TenantId tenant, string key, int longSide);
}
