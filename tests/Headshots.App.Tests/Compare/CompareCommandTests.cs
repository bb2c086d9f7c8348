using System.Text.Json;

namespace Headshots.App.Tests.Compare;

public sealed class CompareCommandTests(Team team)
{
    [Fact]
    public async Task Compare_PhotoWithItself_FindsNoDifference()
    {
        CommandRun run = await CommandRun.Of("compare", team.Ann, team.Ann, "--json");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        using JsonDocument json = JsonDocument.Parse(run.Out);
        Assert.All(
            ["landmarkDrift", "deltaIta", "deltaHue", "faceChanged"],
            (string name) => Assert.InRange(json.RootElement.GetProperty(name).GetDouble(), -0.02, 0.02));
    }

    [Fact]
    public async Task Compare_DarkerTwin_FindsTheSkinChangedAndNotTheFeatures()
    {
        CommandRun run = await CommandRun.Of("compare", team.Ann, team.Bob, "--json");

        Assert.Equal(0, run.ExitCode);
        using JsonDocument json = JsonDocument.Parse(run.Out);
        Assert.True(json.RootElement.GetProperty("deltaIta").GetDouble() < -20, run.Out);
        Assert.InRange(json.RootElement.GetProperty("landmarkDrift").GetDouble(), 0, 4);
    }

    [Fact]
    public async Task Compare_ForPeople_PrintsATable()
    {
        CommandRun run = await CommandRun.Of("compare", team.Ann, team.Bob);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("features moved", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_PhotoWithoutAFace_SaysWhich()
    {
        CommandRun run = await CommandRun.Of("compare", team.Ann, team.Wall);

        Assert.Equal((3, string.Empty), (run.ExitCode, run.Out));
        Assert.StartsWith(team.Wall + ": No face", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_FileThatIsNoPhoto_Exits4()
    {
        Assert.Equal(4, (await CommandRun.Of("compare", team.Notes, team.Ann)).ExitCode);
        Assert.Equal(4, (await CommandRun.Of("compare", team.Ann, "nowhere.jpg")).ExitCode);
        Assert.Equal(2, (await CommandRun.Of("compare", team.Ann)).ExitCode);
    }
}
