using Headshots.App.CommandLine;

namespace Headshots.App.Tests.CommandLine;

public sealed class PrintableTests(Team team)
{
    [Theory]
    [InlineData("Zoë 王伟 👩‍💻.jpg", "Zoë 王伟 👩‍💻.jpg")]
    [InlineData("a\u001b[2Jb", "a\uFFFD[2Jb")]
    [InlineData("a\nb\ac", "a\uFFFDb\uFFFDc")]
    [InlineData("gpj\u202Eexe", "gpj\uFFFDexe")]
    public void Line_Text_KeepsWhatIsShownAndReplacesWhatIsObeyed(string text, string expected) =>
        Assert.Equal(expected, Printable.Line(text));

    [Fact]
    public void Lines_Text_KeepsLineBreaksOnly() => Assert.Equal("a\r\nb\uFFFD", Printable.Lines("a\r\nb\u001b"));

    [Theory]
    [InlineData("render")]
    [InlineData("inspect")]
    [InlineData("kit", "check")]
    [InlineData("bench")]
    [InlineData("paint")]
    public async Task Run_NameWithControlCharacters_NeverPrintsThem(params string[] command)
    {
        using TemporaryFolder folder = new();
        string evil = Path.Combine(Path.GetDirectoryName(team.Ann)!, "no\u001b[31m\a\u202Ewhere.jpg");
        string[] rest = command[0] == "render" ? [evil, "--out", folder.Path] : [evil];

        CommandRun run = await CommandRun.Of([.. command, .. rest]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.DoesNotContain(run.Out + run.Error, c => c is '\u001b' or '\a' or '\u202E');
    }
}
