using Headshots.Core.Campaigns;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Core.Invitations;

/// <summary>
/// Reminds people by the calendar: as many days before the due date as the company decided, from eight in the morning of
/// that day on. Asking again on the same day reminds nobody twice.
/// </summary>
public sealed class RemindOnTime(ITenantStore tenants, ICampaignStore campaigns, IInvitationStore invitations, RemindInvited remind, TimeProvider time)
{
    /// <summary>A campaign ends at the end of a day, so this long before is eight in the morning wherever that day is.</summary>
    private static readonly TimeSpan Morning = TimeSpan.FromHours(16);

    /// <summary>Nobody is reminded of what they were asked for only yesterday.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    private const int Portion = 500;

    private const int Most = 100_000;

    /// <returns>How many people were reminded.</returns>
    public async Task<int> HandleAsync(TenantId tenantId, CancellationToken cancellation)
    {
        if (await tenants.FindAsync(tenantId, cancellation) is not { } tenant)
        {
            return 0;
        }

        int reminded = 0;
        DateTimeOffset now = time.GetUtcNow();
        foreach (Campaign campaign in await campaigns.ListAsync(tenantId, cancellation))
        {
            if (campaign.State == CampaignState.Running && tenant.Settings.ReminderDaysBefore.Any(days => IsNow(campaign.DueAt, days, now)))
            {
                HashSet<Guid> late = await LateAsync(tenantId, campaign.Id, now, cancellation);
                if (late.Count > 0 && await remind.HandleAsync(Caller.System(tenantId), campaign.Id, late, cancellation) is { Ok: true } done)
                {
                    reminded += done.Value;
                }
            }
        }

        return reminded;
    }

    internal static bool IsNow(DateTimeOffset due, int daysBefore, DateTimeOffset now)
    {
        DateTimeOffset endOfDay = due.AddDays(-daysBefore);
        return now >= endOfDay - Morning && now < endOfDay;
    }

    private async Task<HashSet<Guid>> LateAsync(TenantId tenant, Guid campaignId, DateTimeOffset now, CancellationToken cancellation)
    {
        HashSet<Guid> late = [];
        foreach (Guid[] portion in (await invitations.LateAsync(tenant, campaignId, now, now - Fresh, Most, cancellation)).Chunk(Portion))
        {
            late.UnionWith((await invitations.FindAsync(tenant, portion, cancellation)).Where(i => i.CreatedAt < now - Fresh).Select(i => i.Id));
        }

        return late;
    }
}
