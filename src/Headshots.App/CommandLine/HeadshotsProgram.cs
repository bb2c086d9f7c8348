using System.CommandLine;
using System.CommandLine.Invocation;
using Headshots.App.Bench;
using Headshots.App.Compare;
using Headshots.App.Doctor;
using Headshots.App.Inspect;
using Headshots.App.Keys;
using Headshots.App.Kits;
using Headshots.App.Privacy;
using Headshots.App.Render;
using Headshots.App.Samples;
using Headshots.App.Serving;
using Headshots.App.Tenants;

namespace Headshots.App.CommandLine;

/// <summary>The whole command line: parses, runs one command, answers with its exit code.</summary>
internal static class HeadshotsProgram
{
    /// <summary>How long a command may take to tidy up after Ctrl-C.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The same for the running portal, which finishes answers and hands jobs back.</summary>
    private static readonly TimeSpan ServeStopTimeout = TimeSpan.FromSeconds(35);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellation = default)
    {
        ParseResult parsed = CreateCommand(terminal).Parse(arguments);
        InvocationConfiguration configuration = new()
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = parsed.CommandResult.Command is RootCommand or { Name: ServeCommand.Name } ? ServeStopTimeout : StopTimeout,
        };
        try
        {
            int exitCode = await parsed.InvokeAsync(configuration, cancellation);
            return parsed.Action is ParseErrorAction ? ExitCode.Usage : exitCode;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Stopped.");
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or InvalidDataException or (IOException and not FileNotFoundException and not DirectoryNotFoundException))
        {
            // A full disk, a folder taken away, a key that is missing: the message says it all.
            await terminal.Error.WriteLineAsync($"headshots: {e.Message}");
            return ExitCode.Fault;
        }
        catch (Exception e)
        {
            Exception cause = e.GetBaseException();
            await terminal.Error.WriteLineAsync(
                $"headshots: {cause.GetType().Name}: {cause.Message} Run \"headshots doctor\" to see whether everything is in place.");
            return ExitCode.Fault;
        }
    }

    private static RootCommand CreateCommand(Terminal terminal)
    {
        RootCommand root = new("Turns selfies into headshots; without a command, runs the portal")
        {
            ServeCommand.Create(terminal),
            TenantCommand.Create(terminal),
            KeysCommand.Create(terminal),
            AuditCommand.Create(terminal),
            ReceiptCommand.Create(terminal),
            MigrateCommand.Create(terminal),
            RenderCommand.Create(terminal),
            InspectCommand.Create(terminal),
            CompareCommand.Create(terminal),
            KitCommand.Create(terminal),
            SitterCommand.Create(terminal),
            BenchCommand.Create(terminal),
            DoctorCommand.Create(terminal),
        };
        ServeCommand.BeUsualOf(root, terminal);
        return root;
    }
}
