using System.CommandLine;
using Headshots.App.CommandLine;
using Headshots.Imaging;
using Headshots.Studio.Kits;
using Headshots.Studio.Specs;

namespace Headshots.App.Kits;

/// <summary><c>headshots kit check|list|show|schema</c></summary>
internal static class KitCommand
{
    public static Command Create(Terminal terminal) => new("kit", "Look at kits: the documents that say what a headshot must look like")
    {
        Check(terminal), List(terminal), Show(terminal), Schema(terminal),
    };

    private static Command Check(Terminal terminal)
    {
        Argument<string> kit = new("KIT.json") { Description = "The kit's file, or the name of a ready kit" };
        Command command = new("check", "Say whether a kit and the files it refers to are valid, and if not where and why") { kit };
        command.SetAction(parsed =>
        {
            Result<Kit, KitErrors> read = KitFile.Read(parsed.GetRequiredValue(kit));
            if (!read.Ok)
            {
                terminal.Error.WriteLines(read.Error.Lines);
                return ExitCode.Usage;
            }

            PortraitSpec spec = read.Value.Spec;
            terminal.Out.WriteLine(
                $"\"{Printable.Line(spec.Name)}\" is valid: {spec.Framing.Aspect}, {spec.Output.Height} pixels high, {spec.Output.Renditions.Count} renditions");
            return ExitCode.Success;
        });
        return command;
    }

    private static Command List(Terminal terminal)
    {
        Command command = new("list", "Name the ready kits; the first is used when none is given");
        command.SetAction(_ => terminal.Out.WriteLines(ReadyKits.Names.Select(n => $"{n}\t{ReadyKits.Get(n).Name}")));
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        Argument<string> name = new("NAME") { Description = "Name of a ready kit" };
        name.AcceptOnlyFromAmong([.. ReadyKits.Names]);
        Command command = new("show", "Print a ready kit, to start an own one from") { name };
        command.SetAction(parsed => terminal.Out.WriteLine(ReadyKits.GetJson(parsed.GetRequiredValue(name)).TrimEnd()));
        return command;
    }

    private static Command Schema(Terminal terminal)
    {
        Command command = new("schema", "Print the JSON Schema of kits, for editors");
        command.SetAction(_ => terminal.Out.WriteLine(PortraitSpec.Schema.TrimEnd()));
        return command;
    }
}
