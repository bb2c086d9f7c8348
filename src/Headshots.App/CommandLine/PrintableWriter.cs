using System.Text;

namespace Headshots.App.CommandLine;

/// <summary>Lets through what a terminal may show; a line that is written as one stays one.</summary>
internal sealed class PrintableWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(Printable.IsUnsafe(value) && value is not ('\r' or '\n') ? '\uFFFD' : value);

    public override void Write(string? value) => inner.Write(Printable.Lines(value ?? string.Empty));

    public override void WriteLine(string? value) => inner.WriteLine(Printable.Line(value ?? string.Empty));

    public override Task WriteLineAsync(string? value) => inner.WriteLineAsync(Printable.Line(value ?? string.Empty));

    public override void Flush() => inner.Flush();
}
