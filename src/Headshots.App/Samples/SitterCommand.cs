using System.CommandLine;
using System.Globalization;
using Headshots.App.CommandLine;
using Headshots.App.Render;
using Headshots.Sitter;

namespace Headshots.App.Samples;

/// <summary><c>headshots sitter --out DIR [--seed N] [--count N]</c></summary>
internal sealed class SitterCommand
{
    private readonly Option<string> _out = PhotoOptions.Named(new Option<string>("--out", "-o")
    {
        HelpName = "DIR",
        Description = "Where the photos go: DIR/sitter-SEED.jpg, and in DIR/truth/ what is known of each",
        Required = true,
    });

    private readonly Option<int> _seed = new("--seed") { HelpName = "N", Description = "Which person to begin with", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _count = PhotoOptions.AtLeastOne(
        new Option<int>("--count") { HelpName = "N", Description = "How many people", DefaultValueFactory = _ => 3 });

    private readonly Terminal _terminal;

    private SitterCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        SitterCommand sitter = new(terminal);
        Command command = new("sitter", "Draw people who do not exist, as photos to try things out on") { sitter._out, sitter._seed, sitter._count };
        command.SetAction((parsed, cancellation) => Task.FromResult(sitter.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        (int first, int count) = (parsed.GetValue(_seed), parsed.GetValue(_count));
        if ((long)first + count - 1 > int.MaxValue)
        {
            _terminal.Error.WriteLine($"--seed and --count lead beyond {int.MaxValue}, the last person there is.");
            return ExitCode.Usage;
        }

        string folder = parsed.GetRequiredValue(_out);
        string truth = Path.Combine(folder, "truth");
        if ((OutputFolder.Prepare(folder) ?? OutputFolder.Prepare(truth)) is { } problem)
        {
            _terminal.Error.WriteLine(problem);
            return ExitCode.Usage;
        }

        SitterRenderer renderer = new();
        foreach (int seed in Enumerable.Range(first, count))
        {
            cancellation.ThrowIfCancellationRequested();
            string name = string.Create(CultureInfo.InvariantCulture, $"sitter-{seed:000}");
            using DrawnSitter sitter = renderer.Draw(SitterScene.FromSeed(seed));
            string photo = Path.Combine(folder, $"{name}.jpg");
            File.WriteAllBytes(photo, SamplePhoto.Jpeg(sitter));
            File.WriteAllBytes(Path.Combine(truth, $"{name}.alpha.png"), SamplePhoto.Alpha(sitter));
            File.WriteAllText(Path.Combine(truth, $"{name}.json"), SitterTruth.Of(seed, sitter).ToJson());
            _terminal.Out.WriteLine(Printable.Line(photo));
        }

        return ExitCode.Success;
    }
}
