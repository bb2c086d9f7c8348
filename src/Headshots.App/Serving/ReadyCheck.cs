using Headshots.App.Hosting;
using Headshots.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Headshots.App.Serving;

/// <summary>Whether requests can be answered: the database answers, and files can be written.</summary>
internal sealed class ReadyCheck(HeadshotsDatabase database, DataFolder data) : IHealthCheck
{
    public const string Tag = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await database.AnswersAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }

        try
        {
            string probe = Path.Combine(data.Cache, $"ready-{Environment.ProcessId}");
            await File.WriteAllTextAsync(probe, "ready", cancellationToken);
            File.Delete(probe);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy($"The data folder cannot be written to: {e.Message}");
        }
    }
}
