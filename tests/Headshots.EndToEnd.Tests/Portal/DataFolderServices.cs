using Headshots.App.Hosting;
using Headshots.App.Serving;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.EndToEnd.Tests.Portal;

/// <summary>The business on the data folder of a running program, for what tests have to know or prepare beside the pages.</summary>
internal static class DataFolderServices
{
    /// <summary>Opens it.</summary>
    /// <param name="folder">Served by the program.</param>
    /// <param name="time">Another clock than the machine's.</param>
    public static ServiceProvider Open(string folder, TimeProvider? time = null)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton(Configuration);
        Composition.AddBusiness(services, new DataFolder(folder));
        services.AddSingleton<IRenderNudge, NoNudge>();
        return services.BuildServiceProvider();
    }

    /// <summary>As the running program of tests is configured.</summary>
    public static IConfiguration Configuration { get; } = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Keys:BesideData"] = "true" }).Build();

    /// <summary>This process renders nothing.</summary>
    private sealed class NoNudge : IRenderNudge
    {
        public Task RenderAsync(TenantId tenant, Guid jobId, RenderPriority priority, CancellationToken cancellation) => Task.CompletedTask;
    }
}
