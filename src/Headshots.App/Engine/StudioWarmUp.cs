namespace Headshots.App.Engine;

/// <summary>Loads the networks after the start, so that the first photo is answered as fast as the next.</summary>
internal sealed partial class StudioWarmUp(StudioAdapter studio, ILogger<StudioWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Yield();
            await studio.WarmUpAsync(stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogCold(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The studio could not be opened; run \"headshots doctor\" to see why")]
    private partial void LogCold(Exception e);
}
