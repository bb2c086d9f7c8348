using System.Text.Json;
using Headshots.TestKit;

namespace Headshots.App.Tests.Render;

/// <summary>The program as a process: what only its real standard output, exit code and signals show.</summary>
public sealed class RenderProcessTests(Team team) : IDisposable
{
    private readonly TemporaryFolder _out = new();

    [Fact]
    public async Task Render_Json_LeavesStandardOutputToTheArray()
    {
        CommandRun run = await ChildRun.Of("render", team.Ann, team.Notes, "--json", "--out", _out.Path);

        Assert.Equal(4, run.ExitCode);
        using JsonDocument array = JsonDocument.Parse(run.Out);
        Assert.Equal(2, array.RootElement.GetArrayLength());
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Render_ForPeople_PrintsNoControlCodesIntoAPipe()
    {
        CommandRun run = await ChildRun.Of("render", team.Ann, team.Wall, "--out", _out.Path);

        Assert.Equal(3, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Out);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Render_Interrupted_StopsSoonAndLeavesOnlyWholeFolders()
    {
        if (OperatingSystem.IsWindows())
        {
            Requirement.Missing("sends a Unix signal");
        }

        const int Photos = 200;
        string photos = Directory.CreateDirectory(_out["in"]).FullName;
        for (int i = 0; i < Photos; i++)
        {
            File.Copy(team.Ann, Path.Combine(photos, $"{i:000}.jpg"));
        }

        using ChildRun child = ChildRun.Start("render", photos, "--out", _out["results"]);
        while (!Finished().Any())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        child.Interrupt();
        CommandRun run = await child.EndAsync();

        Assert.Equal(130, run.ExitCode);
        Assert.InRange(Finished().Count(), 1, Photos - 1);
        Assert.All(Finished(), report => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(report)!, "headshot.jpg"))));
        Assert.Empty(Directory.EnumerateFiles(_out["results"], "*.partial", SearchOption.AllDirectories));
    }

    public void Dispose() => _out.Dispose();

    private IEnumerable<string> Finished() => Directory.Exists(_out["results"])
        ? Directory.EnumerateFiles(_out["results"], "report.json", SearchOption.AllDirectories)
        : [];
}
