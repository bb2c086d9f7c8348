namespace Headshots.App.Tests.CommandLine;

public sealed class HeadshotsProgramTests
{
    [Theory]
    [InlineData()]
    [InlineData("paint")]
    [InlineData("kit")]
    [InlineData("kit", "check")]
    [InlineData("kit", "show", "no-such-kit")]
    [InlineData("kit", "list", "--nonsense")]
    public async Task Run_WrongUsage_Exits2AndSaysSoOnStandardError(params string[] arguments)
    {
        CommandRun run = await CommandRun.Of(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("kit", "--help")]
    public async Task Run_HelpOrVersion_Exits0(params string[] arguments)
    {
        CommandRun run = await CommandRun.Of(arguments);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.NotEmpty(run.Out);
    }
}
