using System.Globalization;
using Headshots.App.CommandLine;
using Headshots.Studio.Reports;
using Spectre.Console;

namespace Headshots.App.Inspect;

/// <summary>What is in photos, for people.</summary>
internal static class InspectTable
{
    public static void Write(Terminal terminal, IReadOnlyList<ReportEntry> entries)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("photo", "size", "face", "verdict");
        foreach (ReportEntry entry in entries)
        {
            table.AddRow(new Text(Printable.Line(entry.File)), new Text(Size(entry.Report.Photo)), new Text(Face(entry)), new Text(Printable.Lines(Verdict(entry.Report))));
        }

        terminal.Tables.Write(table);
    }

    private static string Size(PhotoReport? photo) => photo is null ? "" : $"{photo.Width} × {photo.Height} {photo.Format}";

    private static string Face(ReportEntry entry)
    {
        if (entry.Report.Face is not { } face)
        {
            return "none";
        }

        string pose = string.Create(
            CultureInfo.InvariantCulture,
            $"{face.Box.Width:0} × {face.Box.Height:0} at {face.Box.X:0}, {face.Box.Y:0}\n{face.InterEyePixels:0} px between the eyes\n" +
            $"yaw {face.Yaw:0}°, pitch {face.Pitch:0}°, roll {face.Roll:0}°");
        return entry.Landmarks is { } points ? $"{pose}\n{points.Count} points (print them with --json)" : pose;
    }

    private static string Verdict(PortraitReport report)
    {
        string words = Outcome.InWords(report);
        string verdict = report.Status switch
        {
            PortraitStatus.Rendered => "would render",
            PortraitStatus.Refused => "refused",
            _ => "unreadable",
        };
        return words.Length == 0 ? verdict : $"{verdict}: {words}";
    }
}
