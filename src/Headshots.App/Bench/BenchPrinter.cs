using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Headshots.App.CommandLine;
using Spectre.Console;

namespace Headshots.App.Bench;

/// <summary>Prints measurements for people, programs or a results file.</summary>
internal static class BenchPrinter
{
    public static void Write(Terminal terminal, BenchResult result, bool json, bool markdown)
    {
        if (json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(result, BenchJson.Default.BenchResult));
            return;
        }

        Table table = new Table()
            .Border(markdown ? TableBorder.Markdown : TableBorder.Rounded)
            .AddColumn("stage")
            .AddColumn(new TableColumn("median ms").RightAligned())
            .AddColumn(new TableColumn("min ms").RightAligned())
            .AddColumn(new TableColumn("max ms").RightAligned());
        foreach (StageTime stage in result.Stages)
        {
            table.AddRow(stage.Stage, Ms(stage.MedianMs), Ms(stage.MinMs), Ms(stage.MaxMs));
        }

        terminal.Out.WriteLine($"{result.Photo}: {result.Runs} warm renders, {result.Threads} {(result.Threads == 1 ? "thread" : "threads")}, {result.PeakMegabytes} MB at most");
        terminal.Out.WriteLine(result.Machine);
        terminal.Out.WriteLine();
        terminal.Tables.Write(table);
    }

    private static string Ms(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BenchResult))]
internal sealed partial class BenchJson : JsonSerializerContext;
