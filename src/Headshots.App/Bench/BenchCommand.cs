using System.CommandLine;
using Headshots.App.CommandLine;
using Headshots.App.Kits;
using Headshots.App.Photos;
using Headshots.App.Samples;
using Headshots.Imaging;
using Headshots.Studio.Reports;

namespace Headshots.App.Bench;

/// <summary><c>headshots bench [PHOTO] [--kit KIT] [--runs N] [--threads N] [--json | --markdown]</c></summary>
internal sealed class BenchCommand
{
    private readonly Argument<string?> _photo = new("PHOTO")
    {
        Description = "The photo to render; a drawn sitter if left out",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _kit = new("--kit", "-k") { HelpName = "KIT.json", Description = "The kit; the first ready kit if left out" };
    private readonly Option<bool> _json = PhotoOptions.Json();
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Print a Markdown table, to keep beside earlier ones" };
    private readonly Option<int> _threads = PhotoOptions.Threads();
    private readonly Option<int> _runs = PhotoOptions.AtLeastOne(new Option<int>("--runs")
    {
        HelpName = "N",
        Description = "Renders to take the median of",
        DefaultValueFactory = _ => 15,
    });

    private readonly Terminal _terminal;

    private BenchCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        BenchCommand bench = new(terminal);
        Command command = new("bench", "Measure what each stage of a render takes, warm")
        {
            bench._photo, bench._kit, bench._runs, bench._threads, bench._json, bench._markdown,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(bench.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        Result<Kit, KitErrors> kit = KitFile.Read(parsed.GetValue(_kit));
        if (!kit.Ok)
        {
            _terminal.Error.WriteLines(kit.Error.Lines);
            return ExitCode.Usage;
        }

        string? given = parsed.GetValue(_photo);
        string name = given is null ? "a drawn sitter" : Printable.Line(Path.GetFileName(given));
        Result<byte[], PortraitReport> photo = given is null
            ? SamplePhoto.Draw()
            : new PhotoSource(given, File.Exists(given)).Read(PhotoLimits.Default.MaxBytes);
        Result<BenchResult, PortraitReport> result = photo.Ok
            ? BenchStudio.Run(name, photo.Value, kit.Value, parsed.GetValue(_runs), parsed.GetValue(_threads), cancellation)
            : photo.Error;
        if (!result.Ok)
        {
            _terminal.Error.WriteLine($"{name} does not render: {Outcome.InWords(result.Error)}");
            return Outcome.ExitCodeOf([result.Error]);
        }

        BenchPrinter.Write(_terminal, result.Value, parsed.GetValue(_json), parsed.GetValue(_markdown));
        return ExitCode.Success;
    }
}
