using Spectre.Console;

namespace Headshots.App.CommandLine;

/// <summary>Where a command writes: results to <see cref="Out"/>, everything about them to <see cref="Error"/>.</summary>
/// <param name="output">Results.</param>
/// <param name="error">Messages and progress.</param>
/// <param name="outputIsTerminal">Whether a person reads the results, rather than a file or a program.</param>
/// <param name="errorIsTerminal">Whether a progress bar can be drawn.</param>
internal sealed class Terminal(TextWriter output, TextWriter error, bool outputIsTerminal, bool errorIsTerminal)
{
    /// <summary>Columns where nobody says how wide the paper is.</summary>
    private const int PlainWidth = 120;

    private readonly Lazy<IAnsiConsole> _tables = new(() => Open(output, outputIsTerminal));
    private readonly Lazy<IAnsiConsole> _progress = new(() => Open(error, errorIsTerminal));

    public TextWriter Out => output;

    /// <summary>For messages: what a terminal would obey is replaced, as names of files come up in them.</summary>
    public TextWriter Error { get; } = new PrintableWriter(error);

    public bool ShowsProgress => errorIsTerminal;

    /// <summary>For tables among the results.</summary>
    public IAnsiConsole Tables => _tables.Value;

    /// <summary>For a progress bar, away from the results.</summary>
    public IAnsiConsole Progress => _progress.Value;

    public static Terminal OfProcess() =>
        new(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    private static IAnsiConsole Open(TextWriter writer, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
