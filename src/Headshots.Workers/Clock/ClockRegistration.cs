using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Headshots.Workers.Clock;

public static class ClockRegistration
{
    /// <summary>This process minds the clock.</summary>
    public static IServiceCollection AddClock(this IServiceCollection services, Action<ClockOptions> configure)
    {
        services.AddOptions<ClockOptions>().Configure(configure).Validate(o => o.IsValid(), ClockOptions.Rule).ValidateOnStart();
        services.TryAddSingleton<TenantRounds>();
        services.AddHostedService<ClockService>();
        return services;
    }
}
