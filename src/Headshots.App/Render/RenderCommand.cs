using System.CommandLine;
using Headshots.App.CommandLine;
using Headshots.App.Kits;
using Headshots.App.Photos;
using Headshots.App.Render.Sheets;
using Headshots.Imaging;
using Headshots.Studio;

namespace Headshots.App.Render;

/// <summary><c>headshots render PHOTO… --out DIR [--kit KIT] [--sheet SHEET.jpg] [--json] [--threads N] [--memory MB]</c></summary>
internal sealed class RenderCommand
{
    private readonly Argument<string[]> _photos = PhotoOptions.Photos();
    private readonly Option<string> _out = PhotoOptions.Named(new Option<string>("--out", "-o")
    {
        HelpName = "DIR",
        Description = "Where the headshots go: DIR/NAME/headshot.jpg, DIR/NAME/renditions/*, DIR/NAME/report.json",
        Required = true,
    });

    private readonly Option<string?> _kit = new("--kit", "-k")
    {
        HelpName = "KIT.json",
        Description = "What the headshots look like: a kit's file or the name of a ready kit; the first ready kit if left out",
    };

    private readonly Option<string?> _sheet = PhotoOptions.Named(new Option<string?>("--sheet")
    {
        HelpName = "SHEET.jpg",
        Description = "Also draw a contact sheet: photo, headshot, matte and findings of each; more pages are SHEET-2.jpg …",
    });

    private readonly Option<bool> _json = PhotoOptions.Json();
    private readonly Option<int> _threads = PhotoOptions.Threads();
    private readonly Option<int> _memory = PhotoOptions.Memory();

    private readonly Terminal _terminal;

    private RenderCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        RenderCommand render = new(terminal);
        Command command = new("render", "Make headshots")
        {
            render._photos, render._out, render._kit, render._sheet, render._json, render._threads, render._memory,
        };
        command.SetAction(render.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        Result<Kit, KitErrors> kit = KitFile.Read(parsed.GetValue(_kit));
        if (!kit.Ok)
        {
            _terminal.Error.WriteLines(kit.Error.Lines);
            return ExitCode.Usage;
        }

        string folder = parsed.GetRequiredValue(_out);
        if (OutputFolder.Prepare(folder) is { } problem)
        {
            await _terminal.Error.WriteLineAsync(problem);
            return ExitCode.Usage;
        }

        IReadOnlyList<PhotoSource> photos = PhotoPaths.Expand(parsed.GetRequiredValue(_photos));
        string? sheet = parsed.GetValue(_sheet);
        if (sheet is not null && SheetFiles.Problem(sheet, photos) is { } trouble)
        {
            await _terminal.Error.WriteLineAsync(trouble);
            return ExitCode.Usage;
        }

        int threads = parsed.GetValue(_threads);
        PixelThreads.Degree = threads;
        RenderRequest request = new(photos, kit.Value, folder, threads, parsed.GetValue(_memory)) { WithProofs = sheet is not null };
        bool json = parsed.GetValue(_json);
        IReadOnlyList<RenderedPhoto> results = await RunAsync(request, showProgress: !json, cancellation);
        if (sheet is not null)
        {
            SheetFiles.Write(sheet, results);
        }

        if (json)
        {
            await _terminal.Out.WriteLineAsync(ReportArray.Write(results.Select(r => new ReportEntry(r.Photo.Given, r.Report) { Folder = r.Folder })));
        }
        else
        {
            RenderTable.Write(_terminal, results);
        }

        if (results.Any(r => WriteFault.IsOfAFullDisk(r.Report)))
        {
            await _terminal.Error.WriteLineAsync($"Stopped after {results.Count} of {request.Photos.Count} photos: the disk is full.");
        }
        else if (results.Count < request.Photos.Count)
        {
            await _terminal.Error.WriteLineAsync($"Stopped after {results.Count} of {request.Photos.Count} photos.");
            return ExitCode.Cancelled;
        }

        return Outcome.ExitCodeOf(results.Select(r => r.Report));
    }

    private async Task<IReadOnlyList<RenderedPhoto>> RunAsync(RenderRequest request, bool showProgress, CancellationToken cancellation)
    {
        using PortraitStudio studio = PortraitStudio.Open();
        RenderPhotos render = new(studio);
        return showProgress && _terminal.ShowsProgress && request.Photos.Count > 1
            ? await RenderProgress.ShowAsync(
                _terminal.Progress, request.Photos.Count, done => render.RunAsync(request, done, cancellation))
            : await render.RunAsync(request, _ => { }, cancellation);
    }
}
