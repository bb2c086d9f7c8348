using System.CommandLine;
using Headshots.App.CommandLine;
using Headshots.App.Hosting;

namespace Headshots.App.Tenants;

/// <summary><c>headshots migrate [--data DIR]</c></summary>
internal static class MigrateCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string?> data = DataOption.Create();
        Command command = new("migrate", "Make the database, or bring it up to date; serve does it by itself") { data };
        command.SetAction((parsed, cancellation) => BusinessCommands.MigrateAsync(DataFolder.Find(parsed.GetValue(data)), terminal, cancellation));
        return command;
    }
}
