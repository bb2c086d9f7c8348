using Headshots.App.CommandLine;

namespace Headshots.App.Tests.CommandLine;

public sealed class HeadshotsProgramTests
{
    [Theory]
    [InlineData("paint")]
    [InlineData("serve", "--roles", "web,nonsense")]
    [InlineData("serve", "--roles", "")]
    [InlineData("tenant", "create", "--name", "Contoso")]
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
    [InlineData("--out", "render", "x.jpg", "--out", "")]
    [InlineData("--out", "sitter", "--out", " ")]
    [InlineData("--mask", "inspect", "x.jpg", "--mask", "")]
    [InlineData("--seed", "sitter", "--out", "unused", "--seed", "2147483647", "--count", "2")]
    public async Task Run_UnusableValue_Exits2AndNamesTheOption(string option, params string[] arguments)
    {
        CommandRun run = await CommandRun.Of(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists("unused"));
    }

    [Fact]
    public async Task Run_FaultOfTheProgram_Exits1WithOneLineThatSaysWhatToDo()
    {
        using StringWriter error = new();
        using BrokenWriter broken = new();

        int exitCode = await HeadshotsProgram.RunAsync(
            ["kit", "list"], new Terminal(broken, error, outputIsTerminal: false, errorIsTerminal: false), TestContext.Current.CancellationToken);

        Assert.Equal(1, exitCode);
        string line = Assert.Single(error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("libbroken", line, StringComparison.Ordinal);
        Assert.Contains("headshots doctor", line, StringComparison.Ordinal);
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

    private sealed class BrokenWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new DllNotFoundException("There is no libbroken.");
    }
}
