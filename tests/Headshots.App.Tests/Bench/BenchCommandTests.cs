using System.Text.Json;
using Headshots.App.Bench;

namespace Headshots.App.Tests.Bench;

public sealed class BenchCommandTests(Team team)
{
    [Fact]
    public async Task Bench_Json_GivesEveryStageOfTheReport()
    {
        CommandRun run = await CommandRun.Of("bench", "--runs", "2", "--threads", "1", "--json");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        using JsonDocument result = JsonDocument.Parse(run.Out);
        Assert.Contains("total", result.RootElement.GetProperty("stages").EnumerateArray().Select(s => s.GetProperty("stage").GetString()));
    }

    [Fact]
    public async Task Bench_Markdown_PrintsATable()
    {
        CommandRun run = await CommandRun.Of("bench", team.Ann, "--runs", "1", "--markdown");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"\| total +\|", run.Out);
    }

    [Fact]
    public async Task Bench_PhotoThatDoesNotRender_SaysWhy()
    {
        CommandRun run = await CommandRun.Of("bench", team.Wall);

        Assert.Equal(3, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Theory]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 2.0)]
    [InlineData(new[] { 4.0, 1.0, 2.0, 3.0 }, 2.5)]
    [InlineData(new[] { 7.0 }, 7.0)]
    public void Of_Times_TakesTheMedian(double[] times, double median) => Assert.Equal(median, StageTime.Of("x", times).MedianMs);
}
