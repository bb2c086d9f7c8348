using Headshots.Core.Shared;

namespace Headshots.Core.Campaigns;

/// <summary>A photo drive: these people, this kit, until then.</summary>
public sealed class Campaign : Entity
{
    private Campaign()
    {
    }

    public string Name { get; private set; } = string.Empty;

    public Guid KitId { get; private set; }

    /// <summary>What the mail and the first page say, plain text, up to 2,000 characters.</summary>
    public string Message { get; private set; } = string.Empty;

    /// <summary>The end of the last day for sending a photo.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public CampaignState State { get; private set; }

    public bool IsSample { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static Campaign Create(TenantId tenant, Guid id, CampaignDetails details, DateTimeOffset now, bool isSample = false)
    {
        Campaign campaign = new() { TenantId = tenant, Id = id, CreatedAt = now, IsSample = isSample };
        campaign.Change(details);
        return campaign;
    }

    internal void Change(CampaignDetails details)
    {
        Name = details.Name.Trim();
        KitId = details.KitId;
        Message = details.Message.Trim();
        DueAt = details.DueAt;
    }

    internal void Close() => State = CampaignState.Closed;

    internal void Reopen(DateTimeOffset dueAt)
    {
        State = CampaignState.Running;
        DueAt = dueAt;
    }
}

public sealed record CampaignDetails(string Name, Guid KitId, string Message, DateTimeOffset DueAt);

public enum CampaignState
{
    Running,
    Closed,
}
