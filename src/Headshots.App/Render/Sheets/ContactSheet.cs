using System.Globalization;
using Headshots.App.CommandLine;
using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Reports;

namespace Headshots.App.Render.Sheets;

/// <summary>A page of a batch: a row to each photo, with what a person needs to judge it at a glance.</summary>
internal static class ContactSheet
{
    public const int RowsPerPage = 6;

    private const int Cell = Proof.Side;
    private const int Gap = 16;
    private const int Margin = 24;
    private const int Head = 48;
    private const int Words = 600;
    private const int LineGap = 12;

    private static readonly string[] _columns = ["photo", "headshot", "matte", "findings"];
    private static readonly RgbColour _paper = RgbColour.Parse("#F7F7F5");
    private static readonly RgbColour _empty = RgbColour.Parse("#E4E4E0");
    private static readonly RgbColour _ink = RgbColour.Parse("#1E1E1C");
    private static readonly SheetFont _name = new(20, true, _ink);
    private static readonly SheetFont _column = new(15, true, RgbColour.Parse("#6A6A66"));
    private static readonly SheetFont _text = new(15, false, _ink);

    /// <param name="rows">1 to <see cref="RowsPerPage"/>.</param>
    /// <returns>The page; the caller's to dispose.</returns>
    public static RgbImage Draw(IReadOnlyList<RenderedPhoto> rows)
    {
        int words = Margin + (3 * (Cell + Gap));
        SheetCanvas page = new(words + Words + Margin, Margin + Head + (rows.Count * (Cell + Gap)), _paper);
        for (int i = 0; i < _columns.Length; i++)
        {
            page.Write(_columns[i], Margin + (i * (Cell + Gap)), Margin, _column);
        }

        for (int i = 0; i < rows.Count; i++)
        {
            int top = Head + (i * (Cell + Gap)) + (Margin / 2);
            Pictures(page, rows[i].Proof, top);
            Findings(page, rows[i], words, top);
        }

        return page.Page;
    }

    private static void Pictures(SheetCanvas page, Proof? proof, int top)
    {
        ReadOnlyMemory<byte>?[] pictures = [proof?.Before, proof?.After, proof?.Matte];
        for (int i = 0; i < pictures.Length; i++)
        {
            int left = Margin + (i * (Cell + Gap));
            page.Fill(left, top, Cell, Cell, _empty);
            if (pictures[i] is { } picture)
            {
                page.Place(picture, left, top, Cell);
            }
        }
    }

    private static void Findings(SheetCanvas page, RenderedPhoto photo, int left, int top)
    {
        int end = top + Cell;
        top += page.Write(Fitting.InOneLine(Path.GetFileName(photo.Photo.Given), _name, Words), left, top, _name) + LineGap;
        top += page.Write(InOneWord(photo.Report.Status), left, top, Status(photo.Report.Status)) + LineGap;
        foreach (string paragraph in Measures(photo.Report).Append(Outcome.InWords(photo.Report)).Where(p => p.Length > 0))
        {
            if (Fitting.InHeight(Printable.Lines(paragraph), _text, Words, end - top) is { } text)
            {
                top += page.Write(text, left, top, _text, Words) + LineGap;
            }
        }
    }

    private static IEnumerable<string> Measures(PortraitReport report)
    {
        if (report.Scores is { } s)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Overall {s.Overall:0} of 100: framing {s.Framing:0}, light {s.Light:0}, background {s.BackgroundContrast:0}, sharpness {s.Sharpness:0}, pose {s.Pose:0}, expression {s.Expression:0}, edge {s.Edge:0}");
        }

        if (report.Likeness is { } l)
        {
            yield return "Likeness: " + string.Join(", ", new[]
            {
                Said(l.LandmarkDrift, d => $"features moved {d:0.0} %"),
                Said(l.DeltaIta, d => $"skin ΔITA {d:+0.0;−0.0;0.0}°"),
                Said(l.DeltaHue, d => $"hue {d:+0.0;−0.0;0.0}°"),
                string.Create(CultureInfo.InvariantCulture, $"changed {100 * l.FaceChanged:0.0} %"),
            }.OfType<string>());
        }
    }

    /// <summary>Null of what could not be measured.</summary>
    private static string? Said(double? value, Func<double, FormattableString> words) =>
        value is { } known ? FormattableString.Invariant(words(known)) : null;

    private static string InOneWord(PortraitStatus status) => status switch
    {
        PortraitStatus.Rendered => "rendered",
        PortraitStatus.Refused => "refused",
        _ => "unreadable",
    };

    private static SheetFont Status(PortraitStatus status) => new(16, true, RgbColour.Parse(status switch
    {
        PortraitStatus.Rendered => "#1E7A3C",
        PortraitStatus.Refused => "#9A5B00",
        _ => "#B3261E",
    }));
}
