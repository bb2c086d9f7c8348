using System.Text.Json.Serialization;
using Headshots.Web.Api.Campaigns;
using Headshots.Web.Api.Headshots;
using Headshots.Web.Api.People;
using Headshots.Web.Api.Progress;

namespace Headshots.Web.Api;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(ApiPage<ApiPerson>))]
[JsonSerializable(typeof(ApiPersonInput))]
[JsonSerializable(typeof(IReadOnlyList<ApiCampaign>))]
[JsonSerializable(typeof(ApiCampaignDetails))]
[JsonSerializable(typeof(ApiCampaignInput))]
[JsonSerializable(typeof(ApiInvite))]
[JsonSerializable(typeof(ApiExtend))]
[JsonSerializable(typeof(ApiCount))]
[JsonSerializable(typeof(ApiPage<ApiInvitation>))]
[JsonSerializable(typeof(IReadOnlyList<ApiHeadshot>))]
[JsonSerializable(typeof(ApiPage<ApiWaiting>))]
[JsonSerializable(typeof(ApiReview))]
[JsonSerializable(typeof(ApiProgress))]
internal sealed partial class ApiJson : JsonSerializerContext;
