using Headshots.Core.Rendering;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Headshots.Workers.Rendering;

public static class RenderRegistration
{
    /// <summary>This process renders: a bus with its consumers, and the dispatcher.</summary>
    public static IServiceCollection AddRenderWorkers(this IServiceCollection services, Action<RenderOptions> render, Action<BusOptions> bus)
    {
        services.AddOptions<RenderOptions>().Configure(render).Validate(o => o.IsValid(), RenderOptions.Rule).ValidateOnStart();
        services.AddOptions<BusOptions>().Configure(bus).Validate(o => o.IsValid(), BusOptions.Rule).ValidateOnStart();
        services.TryAddSingleton<TenantRounds>();
        services.AddSingleton<PendingNudges>();
        services.AddSingleton<IRenderNudge, RenderNudge>();
        services.AddMassTransit(registration =>
        {
            registration.DisableUsageTelemetry();
            registration.AddConsumer<RenderSubmissionConsumer, RenderSubmissionConsumerDefinition>();
            registration.UsingInMemory(Configure);
        });
        services.AddOptions<MassTransitHostOptions>().Configure<IOptions<RenderOptions>>((host, limits) =>
        {
            // What is sent before the queues exist would be lost.
            host.WaitUntilStarted = true;
            host.StopTimeout = limits.Value.StopWithin;
        });

        // After the bus: hosted services start one after another.
        services.AddHostedService<Dispatcher>();
        return services;
    }

    /// <summary>This process renders nothing; others find the jobs in the rows.</summary>
    public static IServiceCollection AddRenderingElsewhere(this IServiceCollection services) => services.AddSingleton<IRenderNudge, SilentNudge>();

    private static void Configure(IBusRegistrationContext context, IInMemoryBusFactoryConfigurator bus)
    {
        RenderOptions limits = context.GetRequiredService<IOptions<RenderOptions>>().Value;
        Endpoint(RenderQueues.Interactive, limits.Concurrency);
        Endpoint(RenderQueues.Bulk, limits.BulkConcurrency);

        void Endpoint(string queue, int atOnce) => bus.ReceiveEndpoint(queue, endpoint =>
        {
            endpoint.ConcurrentMessageLimit = atOnce;
            endpoint.ConfigureConsumer<RenderSubmissionConsumer>(context);
        });
    }
}
