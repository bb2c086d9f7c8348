using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Headshots.Workers.Rendering;

/// <summary>Sends nudges over the bus. One that cannot be sent is only logged: the row is there, and the dispatcher looks at it.</summary>
internal sealed partial class RenderNudge(IBus bus, PendingNudges pending, ILogger<RenderNudge> logger) : IRenderNudge
{
    public async Task RenderAsync(TenantId tenant, Guid jobId, RenderPriority priority, CancellationToken cancellation)
    {
        if (!pending.TryAdd(jobId))
        {
            return;
        }

        try
        {
            ISendEndpoint queue = await bus.GetSendEndpoint(RenderQueues.AddressOf(priority));
            await queue.Send(new RenderSubmission(tenant.Value, jobId, priority), cancellation);
        }
#pragma warning disable CA1031 // Whoever sent a submission must not be told of an error when it is stored and will be rendered.
        catch (Exception e)
#pragma warning restore CA1031
        {
            pending.Remove(jobId);
            LogNotSent(e, jobId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The nudge for job {Job} could not be sent; the dispatcher will try again")]
    private partial void LogNotSent(Exception e, Guid job);
}

/// <summary>Of a process that renders nothing: whoever renders finds the job in the rows.</summary>
internal sealed class SilentNudge : IRenderNudge
{
    public Task RenderAsync(TenantId tenant, Guid jobId, RenderPriority priority, CancellationToken cancellation) => Task.CompletedTask;
}
