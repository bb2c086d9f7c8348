using Headshots.App.CommandLine;

namespace Headshots.App.Tests;

/// <summary>What a command line answered, run inside the test's process.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    public static async Task<CommandRun> Of(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = await HeadshotsProgram.RunAsync(
            arguments, new Terminal(output, error, outputIsTerminal: false, errorIsTerminal: false), TestContext.Current.CancellationToken);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
