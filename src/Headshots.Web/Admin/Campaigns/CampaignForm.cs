using Headshots.Core.Campaigns;

namespace Headshots.Web.Admin.Campaigns;

public sealed class CampaignForm
{
    public string? Name { get; set; }

    public Guid KitId { get; set; }

    public DateOnly? Due { get; set; }

    public string? Message { get; set; }

    public long Version { get; set; }

    /// <summary>Whom to invite at once: <c>everybody</c>, <c>department</c> or <c>later</c>.</summary>
    public string Who { get; set; } = "later";

    public string? Department { get; set; }

    public bool WithoutMail { get; set; }

    internal CampaignDetails Details => new(Name ?? string.Empty, KitId, Message ?? string.Empty, EndOf(Due ?? default));

    internal static CampaignForm Of(Campaign campaign) => new()
    {
        Name = campaign.Name,
        KitId = campaign.KitId,
        Due = DateOnly.FromDateTime(campaign.DueAt.UtcDateTime),
        Message = campaign.Message,
        Version = campaign.Version,
    };

    /// <summary>A due day counts until it is over.</summary>
    internal static DateTimeOffset EndOf(DateOnly day) => new(day.ToDateTime(new TimeOnly(23, 59, 59)), TimeSpan.Zero);
}
