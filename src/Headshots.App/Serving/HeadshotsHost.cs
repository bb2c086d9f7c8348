using Headshots.App.CommandLine;
using Headshots.Persistence;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Headshots.App.Serving;

/// <summary>The running program: composed of the roles it plays, started, and stopped in order.</summary>
internal static class HeadshotsHost
{
    public const string UsualUrl = "http://localhost:5080";

    public static async Task<int> RunAsync(ServeRequest request, Terminal terminal, CancellationToken cancellation)
    {
        request.Data.Create();
        WebApplication app;
        try
        {
            app = Create(request);
        }
        catch (InvalidDataException e)
        {
            return SettingsWrong(terminal, [e.Message]);
        }

        await using (app)
        {
            try
            {
                await app.Services.GetRequiredService<HeadshotsDatabase>().MigrateAsync(cancellation);
                await app.StartAsync(cancellation);
                await StartScreen.WriteAsync(terminal, app, request);
            }
            catch (OptionsValidationException e)
            {
                return SettingsWrong(terminal, e.Failures);
            }
            catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                terminal.Error.WriteLine($"headshots: {e.Message.TrimEnd('.')}. Stop what listens there, or choose another address with --urls http://localhost:5081.");
                return ExitCode.Fault;
            }

            await WaitAsync(app, cancellation);
        }

        return ExitCode.Success;
    }

    /// <summary>The program, built and not started.</summary>
    public static WebApplication Create(ServeRequest request)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Files of the portal lie beside the program, wherever it was started from.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(HeadshotsHost).Assembly.GetName().Name,
        });
        builder.Configuration
            .AddJsonFile(request.Data.Settings, optional: true, reloadOnChange: false)
            .AddEnvironmentVariables("HEADSHOTS_");
        builder.WebHost.UseUrls((request.Urls ?? builder.Configuration["Urls"] ?? UsualUrl).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        Logs.Configure(builder.Logging);
        Composition.Add(builder, request);
        WebApplication app = builder.Build();
        Pipeline.Use(app, request.Roles);
        return app;
    }

    private static async Task WaitAsync(WebApplication app, CancellationToken cancellation)
    {
        // The command line hears Ctrl-C and termination; nothing else may end the program.
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration asked = cancellation.Register(() => stopped.TrySetResult());
        await using CancellationTokenRegistration ended = app.Lifetime.ApplicationStopping.Register(() => stopped.TrySetResult());
        await stopped.Task;
        await app.StopAsync(CancellationToken.None);
    }

    private static int SettingsWrong(Terminal terminal, IEnumerable<string> failures)
    {
        foreach (string failure in failures)
        {
            terminal.Error.WriteLine($"headshots: {failure}");
        }

        return ExitCode.Usage;
    }

    /// <summary>Where it listens, once it does.</summary>
    public static IReadOnlyList<string> AddressesOf(WebApplication app) =>
        [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
}
