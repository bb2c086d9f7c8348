using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using MassTransit;
using Microsoft.Extensions.Hosting;

namespace Headshots.Workers.Rendering;

/// <summary>Looks at the job a nudge speaks of. The lease decides whether there is anything to do, so a nudge may come twice.</summary>
internal sealed class RenderSubmissionConsumer(RunRenderJob run, ITenantStore tenants, PendingNudges pending, IIds ids, IHostApplicationLifetime lifetime) : IConsumer<RenderSubmission>
{
    private static readonly string _process = $"{Environment.MachineName}-{Environment.ProcessId}";

    public async Task Consume(ConsumeContext<RenderSubmission> context)
    {
        RenderSubmission nudge = context.Message;
        pending.Remove(nudge.JobId);

        // The bus waits for its consumers when it stops; a render that is told at once hands its job back instead of keeping
        // the process waiting.
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        TenantId tenant = new(nudge.TenantId);

        // A company that was closed after its nudge was sent: the row stays due, and is found when it opens again.
        if (!stop.IsCancellationRequested && await tenants.FindAsync(tenant, stop.Token) is { IsOpen: true })
        {
            await run.HandleAsync(tenant, nudge.JobId, $"{_process}-{ids.New():N}", stop.Token);
        }
    }
}
