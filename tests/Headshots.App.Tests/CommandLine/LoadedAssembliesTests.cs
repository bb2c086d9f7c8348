using System.Diagnostics;
using Headshots.App.CommandLine;

namespace Headshots.App.Tests.CommandLine;

public sealed class LoadedAssembliesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("kit", "list")]
    [InlineData("--help")]
    public async Task Run_CommandThatServesNothing_LoadsNothingOfThePortal(params string[] arguments)
    {
        string[] loaded = await LoadedAsync(arguments);

        Assert.Contains("headshots", loaded);
        Assert.DoesNotContain(loaded, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.DoesNotContain(loaded, name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        Assert.DoesNotContain(loaded, name => name.StartsWith("MassTransit", StringComparison.Ordinal));
        Assert.DoesNotContain(loaded, name => name is "Headshots.Web" or "Headshots.Workers" or "Headshots.Persistence");
    }

    [Fact]
    public async Task Run_Migrate_LoadsTheDatabase()
    {
        string[] loaded = await LoadedAsync(["migrate", "--data", Path.Combine(_folder.Path, "data")]);

        Assert.Contains("Microsoft.EntityFrameworkCore", loaded);
    }

    private async Task<string[]> LoadedAsync(string[] arguments)
    {
        string file = Path.Combine(_folder.Path, "loaded.txt");
        ProcessStartInfo start = new("dotnet", [typeof(HeadshotsProgram).Assembly.Location, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(LoadedAssembliesTests).Assembly.Location;
        start.Environment[StartupHook.FileVariable] = file;
        using Process process = Process.Start(start)!;
        _ = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
    }
}
