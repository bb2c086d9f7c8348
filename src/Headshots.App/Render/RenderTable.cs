using Headshots.App.CommandLine;
using Headshots.Studio.Reports;
using Spectre.Console;

namespace Headshots.App.Render;

/// <summary>What became of a batch, for people.</summary>
internal static class RenderTable
{
    /// <summary>Up to this many photos every one has a line; above, only those that need a look.</summary>
    private const int ListedWhole = 40;

    public static void Write(Terminal terminal, IReadOnlyList<RenderedPhoto> results)
    {
        List<RenderedPhoto> listed = [.. results.Where(r => results.Count <= ListedWhole || r.Report.Status != PortraitStatus.Rendered)];
        if (listed.Count > 0)
        {
            Table table = new Table().Border(TableBorder.Rounded).AddColumns("photo", "status", "what to know");
            foreach (RenderedPhoto result in listed)
            {
                table.AddRow(new Text(Printable.Line(result.Photo.Given)), Status(result.Report.Status), new Text(Printable.Lines(Notes(result))));
            }

            terminal.Tables.Write(table);
        }

        terminal.Out.WriteLine(Summary(results));
    }

    private static string Notes(RenderedPhoto result)
    {
        string words = Outcome.InWords(result.Report);
        string where = Printable.Line(Path.Combine(result.Folder, "headshot.jpg"));
        return result.Report.Status != PortraitStatus.Rendered ? words
            : words.Length == 0 ? where
            : where + Environment.NewLine + words;
    }

    private static Text Status(PortraitStatus status) => status switch
    {
        PortraitStatus.Rendered => new Text("rendered", new Style(Color.Green)),
        PortraitStatus.Refused => new Text("refused", new Style(Color.Yellow)),
        _ => new Text("unreadable", new Style(Color.Red)),
    };

    private static string Summary(IReadOnlyList<RenderedPhoto> results)
    {
        int Count(PortraitStatus status) => results.Count(r => r.Report.Status == status);
        return $"{Count(PortraitStatus.Rendered)} rendered, {Count(PortraitStatus.Refused)} refused, {Count(PortraitStatus.Unreadable)} unreadable";
    }
}
