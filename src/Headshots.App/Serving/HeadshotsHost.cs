using Headshots.App.CommandLine;
using Headshots.Persistence;
using Microsoft.Extensions.Options;

namespace Headshots.App.Serving;

/// <summary>The running program: composed of the roles it plays, started, and stopped in order.</summary>
internal static class HeadshotsHost
{
    public const string UsualUrl = "http://localhost:5080";

    public static async Task<int> RunAsync(ServeRequest request, Terminal terminal, CancellationToken cancellation)
    {
        request.Data.Create();
        try
        {
            await using WebApplication app = Create(request);
            try
            {
                await app.Services.GetRequiredService<HeadshotsDatabase>().MigrateAsync(cancellation);
                await app.StartAsync(cancellation);
                await StartScreen.WriteAsync(terminal, app, request);
            }
            catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                terminal.Error.WriteLine($"headshots: {e.Message.TrimEnd('.')}. Stop what listens there, or choose another address with --urls http://localhost:5081.");
                return ExitCode.Fault;
            }

            await WaitAsync(app, cancellation);
            return ExitCode.Success;
        }
        catch (Exception e) when (WrongSettings(e) is { Length: > 0 } wrong)
        {
            terminal.Error.WriteLines(wrong.Select(problem => $"headshots: {problem}"));
            return ExitCode.Usage;
        }
    }

    /// <summary>What an administrator can put right; empty when it is something else.</summary>
    private static string[] WrongSettings(Exception fault) => fault switch
    {
        OptionsValidationException options => [.. options.Failures],
        InvalidDataException data => [data.Message],
        AggregateException several when several.InnerExceptions.All(e => e is OptionsValidationException) =>
            [.. several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(e => e.Failures)],
        _ => [],
    };

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

        // All that is wrong at once: whatever reads a setting below would stop at the first.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
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
}
