using Headshots.Core.BrandKits;
using Headshots.Core.Credits;
using Headshots.Core.Dashboards;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.Overview;

/// <summary>The first page: how far everything is, and what needs somebody.</summary>
internal sealed class IndexModel(IDashboardQueries dashboards, Troubles troubles, Moments moments, IStringLocalizer<OverviewTexts> texts) : PortalPage
{
    private const int ChartDays = 30;

    public Attention Attention { get; private set; } = new(0, 0, 0, 0, 0, 0, 0);

    public Funnel Funnel { get; private set; } = new(0, 0, 0, 0, 0, 0);

    public IReadOnlyList<CampaignProgress> Campaigns { get; private set; } = [];

    public IReadOnlyList<DayCount> Days { get; private set; } = [];

    public Trouble Trouble { get; private set; } = new([], [], new Dictionary<Guid, string>(), null);

    public FirstSteps Steps { get; private set; } = new(true, true, true);

    public bool MayRepair => May(Policies.Overview);

    public string Version => Api.Progress.ProgressEndpoint.VersionOf(Funnel);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = moments.Now;
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        Attention = await dashboards.AttentionAsync(Tenant, now, cancellation);
        Funnel = await dashboards.FunnelAsync(Tenant, null, cancellation);
        Campaigns = await dashboards.CampaignsAsync(Tenant, withClosed: false, cancellation);
        Steps = await troubles.StepsAsync(Tenant, Attention, Campaigns.Count > 0 || Funnel.Invited > 0, cancellation);
        if (Funnel.Invited > 0)
        {
            Days = await dashboards.DaysAsync(Tenant, today.AddDays(1 - ChartDays), today, cancellation);
        }

        Trouble = await troubles.OfAsync(Tenant, Attention, cancellation);
    }

    public async Task<IActionResult> OnPostJobAsync(Guid job, CancellationToken cancellation) =>
        Told("/admin", await troubles.RetryJob.HandleAsync(Caller, job, cancellation), _ => texts["Job.Retried"]);

    public async Task<IActionResult> OnPostMailAsync(Guid mail, CancellationToken cancellation) =>
        Told("/admin", await troubles.RetryMail.HandleAsync(Caller, mail, cancellation), _ => texts["Mail.Retried"]);
}

/// <summary>What a new company has done of the three things that come first.</summary>
internal sealed record FirstSteps(bool HasKit, bool HasPeople, bool HasCampaign)
{
    public bool Done => HasKit && HasPeople && HasCampaign;
}

/// <param name="Jobs">Held and failed.</param>
/// <param name="Mails">Given up.</param>
/// <param name="Names">Of the mails' recipients.</param>
/// <param name="Credits">Left; null when nothing is counted.</param>
internal sealed record Trouble(IReadOnlyList<StuckJob> Jobs, IReadOnlyList<OutgoingMail> Mails, IReadOnlyDictionary<Guid, string> Names, int? Credits);

/// <summary>Finds what is stuck, and sets it going again.</summary>
internal sealed class Troubles(
    IRenderJobStore jobs, IMailOutbox mails, IPersonStore people, TroubleShooting shooting)
{
    private const int Shown = 10;

    public RetryJob RetryJob => shooting.RetryJob;

    public RetryMail RetryMail => shooting.RetryMail;

    public async Task<Trouble> OfAsync(TenantId tenant, Attention attention, CancellationToken cancellation)
    {
        IReadOnlyList<StuckJob> stuck = attention.StuckJobs > 0 ? await jobs.StuckAsync(tenant, Shown, cancellation) : [];
        IReadOnlyList<OutgoingMail> failed = attention.FailedMails > 0 ? await mails.FailedAsync(tenant, Shown, cancellation) : [];
        Dictionary<Guid, string> names = failed.Count == 0
            ? []
            : (await people.FindAsync(tenant, [.. failed.Select(m => m.PersonId).Distinct()], cancellation)).ToDictionary(p => p.Id, p => p.Name);
        Tenant? company = await shooting.Tenants.FindAsync(tenant, cancellation);
        int? credits = company is null or { UnlimitedCredits: true } ? null : await shooting.Credits.BalanceAsync(tenant, cancellation);
        return new Trouble(stuck, failed, names, credits);
    }

    public async Task<FirstSteps> StepsAsync(TenantId tenant, Attention attention, bool hasCampaign, CancellationToken cancellation) => new(
        hasCampaign || (await shooting.Kits.ListAsync(tenant, withArchived: false, cancellation)).Any(k => k.CurrentVersionId is not null),
        attention.People > 0,
        hasCampaign);
}

/// <summary>What finding and mending trouble needs besides its stores.</summary>
internal sealed record TroubleShooting(RetryJob RetryJob, RetryMail RetryMail, ICreditLedger Credits, ITenantStore Tenants, IBrandKitStore Kits);
