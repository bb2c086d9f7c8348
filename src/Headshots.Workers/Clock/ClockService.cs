using Headshots.Core.Audit;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.Privacy;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Sessions;
using Headshots.Core.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Headshots.Workers.Clock;

/// <summary>Does what time brings: mails, reminders, deletions. Each in a rhythm of its own, so that a slow mail server delays no deletion.</summary>
internal sealed class ClockService(TenantRounds rounds, IOptions<ClockOptions> options, TimeProvider time) : BackgroundService
{
    /// <summary>Mails per tenant and round.</summary>
    private const int Mails = 100;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Jobs(options.Value).Select(job => RunAsync(job, stoppingToken)));

    private static ClockJob[] Jobs(ClockOptions every) =>
    [
        new("Sending mail", every.MailEvery, (s, tenant, cancellation) => s.GetRequiredService<SendDueMail>().HandleAsync(tenant, Mails, cancellation)),
        new("Reminding", every.RemindersEvery, (s, tenant, cancellation) => s.GetRequiredService<RemindOnTime>().HandleAsync(tenant, cancellation)),
        new("Erasing", every.ErasuresEvery, (s, tenant, cancellation) => s.GetRequiredService<CarryOutErasures>().HandleAsync(tenant, cancellation)) { ClosedToo = true },
        new("Encrypting", every.RetentionEvery, (s, tenant, cancellation) => s.GetRequiredService<IFileEncryption>().EncryptAllAsync(tenant, cancellation)) { ClosedToo = true },
        new("Deleting old selfies", every.RetentionEvery, (s, tenant, cancellation) => s.GetRequiredService<DeleteOldSelfies>().HandleAsync(tenant, cancellation)) { ClosedToo = true },
        new("Erasing leavers", every.RetentionEvery, (s, tenant, cancellation) => s.GetRequiredService<EraseLeavers>().HandleAsync(tenant, cancellation)) { ClosedToo = true },
        new("Deleting what was not finished", every.RetentionEvery, (s, tenant, cancellation) => s.GetRequiredService<DeleteUnfinished>().HandleAsync(tenant, cancellation)) { ClosedToo = true },
        new("Forgetting consents", every.RetentionEvery, (s, tenant, cancellation) => s.GetRequiredService<ForgetConsents>().HandleAsync(tenant, cancellation)) { ClosedToo = true },
        new("Anchoring the audit trail", every.AnchorEvery, (s, tenant, cancellation) => s.GetRequiredService<AnchorAudit>().HandleAsync(tenant, cancellation)) { ClosedToo = true },
        new("Sweeping", every.SweepEvery, (s, tenant, cancellation) => s.GetRequiredService<SweepOrphans>().HandleAsync(tenant, SweepOrphans.Grace, cancellation)) { ClosedToo = true },
        new("Tidying sessions", every.SessionsEvery, (s, tenant, cancellation) => s.GetRequiredService<TidySessions>().HandleAsync(tenant, cancellation)) { ClosedToo = true },
        new("Deleting companies", every.CompaniesEvery, (s, tenant, cancellation) => s.GetRequiredService<DeleteTenant>().WhenDueAsync(tenant, cancellation)) { ClosedToo = true },
    ];

    private async Task RunAsync(ClockJob job, CancellationToken stopping)
    {
        using PeriodicTimer timer = new(job.Every, time);
        do
        {
            await rounds.RunAsync(job.Name, job.Work, job.ClosedToo, stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
