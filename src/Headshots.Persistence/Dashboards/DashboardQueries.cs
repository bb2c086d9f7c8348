using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Dashboards;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Dashboards;

internal sealed class DashboardQueries(HeadshotsDbContext context, TimeProvider time) : IDashboardQueries
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    public async Task<Funnel> FunnelAsync(TenantId tenant, Guid? campaignId, CancellationToken cancellation)
    {
        IQueryable<Invitation> invitations = context.Rows<Invitation>(tenant);
        if (campaignId is { } id)
        {
            invitations = invitations.Where(i => i.CampaignId == id);
        }

        return await invitations.GroupBy(i => 1).Select(Counting<int>()).Select(c => c.Funnel).FirstOrDefaultAsync(cancellation)
            ?? new Funnel(0, 0, 0, 0, 0, 0);
    }

    public async Task<IReadOnlyList<CampaignProgress>> CampaignsAsync(TenantId tenant, bool withClosed, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        var campaigns = await (
            from campaign in context.Rows<Campaign>(tenant)
            where withClosed || campaign.State == CampaignState.Running
            join kit in context.Rows<BrandKit>(tenant) on campaign.KitId equals kit.Id
            orderby campaign.State, campaign.DueAt, campaign.Id
            select new { campaign.Id, campaign.Name, campaign.State, campaign.DueAt, KitName = kit.Name, campaign.IsSample }).ToListAsync(cancellation);
        Dictionary<Guid, Counted<Guid>> counts = await context.Rows<Invitation>(tenant)
            .GroupBy(i => i.CampaignId).Select(Counting<Guid>()).ToDictionaryAsync(c => c.Key, cancellation);
        Dictionary<Guid, int> late = await Late(tenant, now).GroupBy(i => i.CampaignId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return
        [
            .. campaigns.Select(c => new CampaignProgress(
                c.Id, c.Name, c.State, c.DueAt, c.KitName, counts.GetValueOrDefault(c.Id)?.Funnel ?? new Funnel(0, 0, 0, 0, 0, 0), late.GetValueOrDefault(c.Id), c.IsSample)),
        ];
    }

    public async Task<IReadOnlyList<DayCount>> DaysAsync(TenantId tenant, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        DateTimeOffset from = new(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        DateTimeOffset until = new(last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        List<DateTimeOffset?> submitted = await context.Rows<Invitation>(tenant)
            .Where(i => i.SubmittedAt >= from && i.SubmittedAt < until).Select(i => i.SubmittedAt).ToListAsync(cancellation);
        List<DateTimeOffset?> approved = await context.Rows<Invitation>(tenant)
            .Where(i => i.ApprovedAt >= from && i.ApprovedAt < until).Select(i => i.ApprovedAt).ToListAsync(cancellation);
        Dictionary<DateOnly, int> sent = submitted.CountBy(Day).ToDictionary();
        Dictionary<DateOnly, int> done = approved.CountBy(Day).ToDictionary();
        List<DayCount> days = [];
        for (DateOnly day = first; day <= last; day = day.AddDays(1))
        {
            days.Add(new DayCount(day, sent.GetValueOrDefault(day), done.GetValueOrDefault(day)));
        }

        return days;
    }

    public async Task<Attention> AttentionAsync(TenantId tenant, DateTimeOffset now, CancellationToken cancellation)
    {
        int waiting = await context.Rows<Headshot>(tenant).CountAsync(h => h.State == HeadshotState.Chosen, cancellation);
        var stuck = await context.Rows<RenderJob>(tenant)
            .Where(j => j.State == RenderJobState.Held || j.State == RenderJobState.Failed)
            .GroupBy(j => j.State == RenderJobState.Held && j.Reason == RenderReasons.NoCredits)
            .Select(g => new { ForCredits = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        int mails = await context.Rows<OutgoingMail>(tenant).CountAsync(m => m.State == MailState.Failed, cancellation);
        DateTimeOffset soon = now + Soon;
        int late = await Late(tenant, now)
            .Join(context.Rows<Campaign>(tenant).Where(c => c.DueAt <= soon), i => i.CampaignId, c => c.Id, (i, c) => i.Id).CountAsync(cancellation);
        var people = await context.Rows<Person>(tenant).Where(p => p.Status == PersonStatus.Active)
            .GroupBy(p => p.HeadshotId != null).Select(g => new { With = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return new Attention(
            waiting,
            stuck.Sum(s => s.Count),
            stuck.Where(s => s.ForCredits).Sum(s => s.Count),
            mails,
            late,
            people.Sum(p => p.Count),
            people.Where(p => p.With).Sum(p => p.Count));
    }

    /// <summary>Nothing sent though there is still time, in campaigns that run.</summary>
    private IQueryable<Invitation> Late(TenantId tenant, DateTimeOffset now) =>
        from invitation in context.Rows<Invitation>(tenant)
        where invitation.Stage < InvitationStage.Submitted && invitation.RevokedAt == null && invitation.ExpiresAt > now
        join campaign in context.Rows<Campaign>(tenant) on invitation.CampaignId equals campaign.Id
        where campaign.State == CampaignState.Running
        select invitation;

    private static DateOnly Day(DateTimeOffset? at) => DateOnly.FromDateTime(at!.Value.UtcDateTime);

    /// <summary>By when things happened, not by stage: who was asked for another photo has sent one all the same.</summary>
    private static System.Linq.Expressions.Expression<Func<IGrouping<TKey, Invitation>, Counted<TKey>>> Counting<TKey>() => group => new Counted<TKey>
    {
        Key = group.Key,
        Funnel = new Funnel(
            group.Count(),
            group.Count(i => i.OpenedAt != null),
            group.Count(i => i.SubmittedAt != null),
            group.Count(i => i.RenderedAt != null),
            group.Count(i => i.ChosenAt != null),
            group.Count(i => i.ApprovedAt != null)),
    };

    private sealed class Counted<TKey>
    {
        public required TKey Key { get; init; }

        public required Funnel Funnel { get; init; }
    }
}
