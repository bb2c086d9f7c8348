using Headshots.App.Hosting;

namespace Headshots.App.Serving;

/// <summary>Settings for commands that do not serve: the same files and variables that the running program reads.</summary>
internal static class Settings
{
    /// <summary>As the running program's environment is named.</summary>
    public static bool IsDevelopment => string.Equals(
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"),
        Environments.Development,
        StringComparison.OrdinalIgnoreCase);

    public static IConfigurationRoot Of(DataFolder data) => new ConfigurationBuilder()
        .AddJsonFile(data.Settings, optional: true, reloadOnChange: false)
        .AddEnvironmentVariables("HEADSHOTS_")
        .Build();
}
