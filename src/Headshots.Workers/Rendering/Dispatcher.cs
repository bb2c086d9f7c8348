using Headshots.Core.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Headshots.Workers.Rendering;

/// <summary>Asks the rows every few seconds, and right after the start, what is due, and sends nudges for it.</summary>
internal sealed class Dispatcher(TenantRounds rounds, PendingNudges pending, IOptions<RenderOptions> options, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Hosted services start one after another, and the bus came before: its queues are there.
        pending.Open();
        using PeriodicTimer timer = new(options.Value.DispatchEvery, time);
        do
        {
            await rounds.RunAsync(
                "Dispatching",
                (services, tenant, cancellation) => services.GetRequiredService<DispatchDueJobs>().HandleAsync(tenant, cancellation),
                closedToo: false,
                stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
