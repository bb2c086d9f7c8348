using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using MassTransit;
using Microsoft.Extensions.Hosting;

namespace Headshots.Workers.Rendering;

/// <summary>Looks at the job a nudge speaks of. The lease decides whether there is anything to do, so a nudge may come twice.</summary>
internal sealed class RenderSubmissionConsumer(RunRenderJob run, PendingNudges pending, IIds ids, IHostApplicationLifetime lifetime) : IConsumer<RenderSubmission>
{
    private static readonly string _process = $"{Environment.MachineName}-{Environment.ProcessId}";

    public async Task Consume(ConsumeContext<RenderSubmission> context)
    {
        RenderSubmission nudge = context.Message;
        pending.Remove(nudge.JobId);

        // The bus waits for its consumers when it stops; a render that is told at once hands its job back instead of keeping
        // the process waiting.
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        if (!stop.IsCancellationRequested)
        {
            await run.HandleAsync(new TenantId(nudge.TenantId), nudge.JobId, $"{_process}-{ids.New():N}", stop.Token);
        }
    }
}
