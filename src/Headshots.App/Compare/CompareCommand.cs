using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Headshots.App.CommandLine;
using Headshots.App.Photos;
using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Reports;
using Spectre.Console;

namespace Headshots.App.Compare;

/// <summary><c>headshots compare A B [--json] [--threads N]</c></summary>
internal sealed class CompareCommand
{
    private readonly Argument<string> _one = new("A") { Description = "A photo" };
    private readonly Argument<string> _other = new("B") { Description = "The headshot made of it, or another photo of perhaps the same person" };
    private readonly Option<bool> _json = PhotoOptions.Json();
    private readonly Option<int> _threads = PhotoOptions.Threads();
    private readonly Terminal _terminal;

    private CompareCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        CompareCommand compare = new(terminal);
        Command command = new("compare", "Measure one face against another: features, skin tone, what was changed")
        {
            compare._one, compare._other, compare._json, compare._threads,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(compare.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        PixelThreads.Degree = parsed.GetValue(_threads);
        string[] names = [parsed.GetRequiredValue(_one), parsed.GetRequiredValue(_other)];
        Result<byte[], PortraitReport>[] files =
            [.. names.Select(n => new PhotoSource(n, File.Exists(n)).Read(PhotoLimits.Default.MaxBytes))];
        PortraitReport[] unread = [.. files.Select(f => f.Error).OfType<PortraitReport>()];
        if (unread.Length > 0)
        {
            return Explain(names, [.. files.Select(f => f.Error)]);
        }

        using PortraitStudio studio = PortraitStudio.Open();
        Comparison comparison = studio.Compare(files[0].Value, files[1].Value, cancellation);
        if (comparison.Likeness is not { } likeness)
        {
            return Explain(names, [.. new[] { comparison.One, comparison.Other }.Select(r => r.Face is null ? r : null)]);
        }

        if (parsed.GetValue(_json))
        {
            _terminal.Out.WriteLine(JsonSerializer.Serialize(
                new ComparedFaces(
                    names[0], names[1], likeness.LandmarkDrift, likeness.DeltaIta, likeness.DeltaHue, likeness.FaceChanged),
                CompareJson.Default.ComparedFaces));
        }
        else
        {
            Print(likeness);
        }

        return ExitCode.Success;
    }

    /// <summary>Says of each photo without a face what is wrong with it.</summary>
    private int Explain(string[] names, PortraitReport?[] reports)
    {
        foreach ((string name, PortraitReport? report) in names.Zip(reports))
        {
            if (report is not null)
            {
                _terminal.Error.WriteLine($"{name}: {Outcome.InWords(report)}");
            }
        }

        return Outcome.ExitCodeOf(reports.OfType<PortraitReport>());
    }

    private void Print(LikenessReport likeness)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumn("measure")
            .AddColumn(new TableColumn("B against A").RightAligned())
            .AddColumn("meaning");
        Row("features moved", "0.0", likeness.LandmarkDrift, " %", "mean, of the distance between the eyes");
        Row("skin ΔITA", "+0.0;-0.0;0.0", likeness.DeltaIta, "°", "lighter is positive");
        Row("skin Δhue", "+0.0;-0.0;0.0", likeness.DeltaHue, "°", "yellower is positive");
        Row("face changed", "0.0", 100 * likeness.FaceChanged, " %", "of its pixels, by more than tone");
        _terminal.Tables.Write(table);

        void Row(string name, string format, double? value, string unit, string meaning) => table.AddRow(
            new Text(name),
            new Text(value is { } v ? v.ToString(format, CultureInfo.InvariantCulture) + unit : "–"),
            new Text(meaning));
    }
}

/// <summary>What <c>--json</c> prints.</summary>
/// <param name="A">The first photo as it was given.</param>
/// <param name="B">The second.</param>
/// <param name="LandmarkDrift">Percent of the distance between the eyes.</param>
/// <param name="DeltaIta">Degrees; null when hardly any skin shows.</param>
/// <param name="DeltaHue">Degrees; null likewise.</param>
/// <param name="FaceChanged">Share, 0 to 1.</param>
internal sealed record ComparedFaces(string A, string B, double? LandmarkDrift, double? DeltaIta, double? DeltaHue, double FaceChanged);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ComparedFaces))]
internal sealed partial class CompareJson : JsonSerializerContext;
