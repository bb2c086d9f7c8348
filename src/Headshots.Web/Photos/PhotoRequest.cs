using Headshots.Core.Shared;

namespace Headshots.Web.Photos;

/// <summary>Which picture an address stands for.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Key">Where it lies.</param>
/// <param name="Format">What browsers are told it is.</param>
/// <param name="LongSide">Pixels of a smaller JPEG; 0 for the file as it is.</param>
/// <param name="Until">When the address ends.</param>
internal sealed record PhotoRequest(TenantId Tenant, string Key, PhotoFormat Format, int LongSide, DateTimeOffset Until);
