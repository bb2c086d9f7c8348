using System.CommandLine;
using Headshots.App.CommandLine;
using Headshots.App.Photos;
using Headshots.Imaging;
using Headshots.Studio;

namespace Headshots.App.Inspect;

/// <summary><c>headshots inspect PHOTO… [--json] [--landmarks] [--mask FILE.png] [--threads N] [--memory MB]</c></summary>
internal sealed class InspectCommand
{
    private readonly Argument<string[]> _photos = PhotoOptions.Photos();
    private readonly Option<bool> _json = PhotoOptions.Json();
    private readonly Option<bool> _landmarks = new("--landmarks") { Description = "Add the face's points, as fractions of the upright photo" };
    private readonly Option<string?> _mask = PhotoOptions.Named(new Option<string?>("--mask")
    {
        HelpName = "FILE.png",
        Description = "Write who is person and who is background as a grey picture; for one photo. " +
            $"Of the photo's size, but at most {MaskFile.Longest} pixels long; all background when there is no face",
    });

    private readonly Option<int> _threads = PhotoOptions.Threads();
    private readonly Option<int> _memory = PhotoOptions.Memory();
    private readonly Terminal _terminal;

    private InspectCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        InspectCommand inspect = new(terminal);
        Command command = new("inspect", "Say what is in photos and whether they would render")
        {
            inspect._photos, inspect._json, inspect._landmarks, inspect._mask, inspect._threads, inspect._memory,
        };
        command.SetAction(inspect.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        IReadOnlyList<PhotoSource> photos = PhotoPaths.Expand(parsed.GetRequiredValue(_photos));
        string? mask = parsed.GetValue(_mask);
        if (mask is not null && MaskFile.Problem(mask, photos) is { } problem)
        {
            await _terminal.Error.WriteLineAsync(problem);
            return ExitCode.Usage;
        }

        int threads = parsed.GetValue(_threads);
        PixelThreads.Degree = threads;
        bool landmarks = parsed.GetValue(_landmarks);
        using PortraitStudio studio = PortraitStudio.Open();
        InspectPhotos inspect = new(studio, new MemoryBudget(parsed.GetValue(_memory)), mask);
        IReadOnlyList<ReportEntry> entries = await inspect.RunAsync(photos, landmarks, threads, cancellation);
        if (parsed.GetValue(_json))
        {
            await _terminal.Out.WriteLineAsync(ReportArray.Write(entries));
        }
        else
        {
            InspectTable.Write(_terminal, entries);
        }

        _terminal.Error.WriteLines(entries.Select(e => e.Note).OfType<string>());
        return Outcome.ExitCodeOf(entries.Select(e => e.Report));
    }
}
