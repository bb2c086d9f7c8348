using System.CommandLine;
using Headshots.App.CommandLine;
using Headshots.App.Hosting;
using Headshots.App.Tenants;
using Headshots.Core.Privacy.Keys;

namespace Headshots.App.Keys;

/// <summary><c>headshots keys new [--id ID]</c> and <c>headshots keys rotate [--data DIR]</c></summary>
internal static class KeysCommand
{
    public static Command Create(Terminal terminal) => new("keys", "Master keys, which photos and secrets are encrypted with")
    {
        New(terminal),
        Rotate(terminal),
    };

    private static Command New(Terminal terminal)
    {
        Option<string?> id = new("--id") { HelpName = "ID", Description = "What it is called; a date and six letters if left out" };
        id.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { } value }] && !MasterKey.IsId(value))
            {
                result.AddError($"--id has 1 to {MasterKey.LongestId} letters, digits, '-', '.' or '_'.");
            }
        });
        Command command = new("new", "Print a new master key, as a line for the file that Keys:File names; the last line is the current key") { id };
        command.SetAction(parsed => terminal.Out.WriteLine(MasterKeyLines.New(parsed.GetValue(id) ?? MasterKeyLines.NewId(TimeProvider.System))));
        return command;
    }

    private static Command Rotate(Terminal terminal)
    {
        Option<string?> data = DataOption.Create();
        Command command = new("rotate", "Put everything that is under an older master key under the current one; both must be configured. Can be run again at any time") { data };
        command.SetAction((parsed, cancellation) => BusinessCommands.RotateKeysAsync(DataFolder.Find(parsed.GetValue(data)), terminal, cancellation));
        return command;
    }
}
